// The controls of the settings panel and what they teach.
#include "ui/controls/leak_notice.h"
#include "ui/controls/loss_at_box.h"
#include "ui/controls/settings_panel.h"
#include "ui/controls/start_values.h"
#include "ui/document/experiment_text.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/seed_box.h"
#include "ui/widgets/settings_controls.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace unfold {

void SettingsPanel::teach(QWidget *control, const QString &label, const char *name, const QString &teaching)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(label);
    control->setProperty("teaching", QStringLiteral("<p>%1</p>").arg(teaching));
    control->setToolTip(control->property("teaching").toString());
    keepWheelForScrolling(control);
}

void SettingsPanel::addRow(const QString &label, QWidget *control, const char *name, const QString &teaching)
{
    teach(control, label, name, teaching);
    auto *buddy = new QLabel(label, this);
    buddy->setBuddy(control);
    buddy->setToolTip(control->toolTip());
    m_form->addRow(buddy, control);
}

void SettingsPanel::buildNetwork()
{
    m_circuit = makeCombo(this);
    teach(m_circuit, tr("Circuit"), "circuit",
        tr("The network, as its textbook draws it. The unrolled graph, the equations and the gradients follow from "
           "it."));
    m_form->addRow(m_circuit); // the whole width: titles are long
    m_lesson = makeCaption(QString(), this);
    m_lesson->setObjectName(QStringLiteral("lesson"));
    m_form->addRow(m_lesson);
    m_form->addRow(new LeakNotice(m_document, this));
    m_starts = new StartValues(this); // in sight of whoever chooses a network
    m_form->addRow(m_starts);
    m_shape = makeCombo(this);
    for (const unfold::Shape shape : shapes)
        m_shape->addItem(shapeText(shape));
    addRow(tr("Shape"), m_shape, "shape",
        tr("Which steps have an input and which have an output. Many-to-one reads a whole sequence and has one output "
           "at the end, so no path of the gradient is shorter than the whole way back."));
    m_hidden = makeSpin(1, largestHidden, this);
    addRow(tr("Hidden size"), m_hidden, "hidden",
        tr("The number of hidden units, 1 to 256. With one unit and the activation identity, the recurrent weight is a "
           "single number, and the gradient is multiplied by exactly this number at every step back."));
    m_steps = makeSpin(1, 1, this);
    addRow(tr("Steps"), m_steps, "steps",
        tr("The length T of the sequence, up to 1000. The gradient is multiplied by the recurrent weight once per "
           "step, so over more steps it vanishes or explodes further."));
    m_activation = makeCombo(this);
    for (const Activation activation : activations)
        m_activation->addItem(text(nameOf(activation)));
    addRow(tr("Activation"), m_activation, "activation",
        tr("The function φ of the hidden units. Its slope is a factor of the gradient at every step: at most 1 for "
           "tanh, relu and "
           "identity, at most ¼ for sigmoid."));
}

void SettingsPanel::buildWeights()
{
    m_recipe = makeCombo(this);
    explainBy(m_recipe, "initialisation");
    for (const Recipe recipe : recipes)
        m_recipe->addItem(text(nameOf(recipe)).replace(u'-', u' '));
    m_recipe->setItemData(indexIn(recipes, Recipe::Identity), QStringLiteral("identity-matrix"), termRole);
    addRow(tr("Weights"), m_recipe, "recipe",
        tr("How the weights are drawn. An orthogonal matrix stretches no direction more than another: at gain 1 the "
           "recurrent matrix keeps the length of every gradient. The slope of the activation does not."));
    m_scaledBy = makeCombo(this);
    m_scaledBy->addItem(tr("spectral radius"));
    m_scaledBy->addItem(tr("singular value"));
    addRow(tr("Scaled by"), m_scaledBy, "scaledBy",
        tr("What is made 1 in the recurrent matrix before the gain multiplies it: the spectral radius, which "
           "determines the growth over many steps, or the largest singular value, which bounds each single step."));
    addRow(tr("Seed"), buildSeedRow(), "seedRow",
        tr("The number from which all random weights are drawn. The same seed gives the same weights on every "
           "machine."));
    m_seed->setToolTip(m_seed->parentWidget()->toolTip());
}

QWidget *SettingsPanel::buildSeedRow()
{
    auto *row = new QWidget(this);
    m_seed = new SeedBox(row);
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    keepWheelForScrolling(m_seed);
    m_newSeed = new SoftButton(row);
    m_newSeed->setObjectName(QStringLiteral("newSeed"));
    m_newSeed->setText(tr("New"));
    m_newSeed->setAccessibleName(tr("New seed"));
    m_newSeed->setToolTip(tr("<p>Draws other weights. What holds for every seed is the result.</p>"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_seed, 1);
    layout->addWidget(m_newSeed);
    row->setFocusProxy(m_seed);
    return row;
}

void SettingsPanel::buildTask()
{
    m_scale = new ScaleBox(this);
    m_scale->setRange(-1000, 1000);
    m_scale->setDecimals(3);
    m_scale->setSingleStep(0.1);
    m_scale->setKeyboardTracking(false);
    addRow(tr("Input scale"), m_scale, "inputScale",
        tr("Multiplies every input. Large inputs drive the units into saturation, where the slope of the activation is "
           "nearly 0, and the gradient with it."));
    m_loss = new LossAtBox(this);
    addRow(tr("Loss at"), m_loss, "lossAt",
        tr("The steps at which the output is compared with its target. A loss at every step also reaches each hidden "
           "state directly: the sum of the gradients does not vanish, but its long-range part can. The loss of the "
           "last step alone shows that part."));
}

} // namespace unfold
