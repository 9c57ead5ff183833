#include "ui/controls/settings_panel.h"

#include "core/formula/notation.h"
#include "ui/controls/ask_change.h"
#include "ui/controls/loss_at_box.h"
#include "ui/controls/start_values.h"
#include "ui/document/document.h"
#include "ui/document/experiment_text.h"
#include "ui/layout/scrolling.h"
#include "ui/style/number_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/seed_box.h"
#include "ui/widgets/settings_controls.h"
#include "ui/widgets/soft_button.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QStandardItemModel>

namespace unfold {
namespace {

/// Consecutive steps of one spin box are one undo step.
enum SettingsMergeId { HiddenMerge = 10, StepsMerge, SeedMerge, ScaleMerge, LossMerge, ConstantMerge };

} // namespace

SettingsPanel::SettingsPanel(Document *document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
{
    m_form = new QFormLayout(scrollingContent(this));
    m_form->setContentsMargins(0, 4, 0, 4);
    m_form->setHorizontalSpacing(10);
    m_form->setVerticalSpacing(7);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    buildNetwork();
    buildWeights();
    buildTask();
    m_fault = makeFaultLine(this);
    m_fault->setObjectName(QStringLiteral("settingsFault"));
    m_form->addRow(m_fault);
    connectNetwork();
    connectWeights();
    connectTask();
    connect(m_document, &Document::experimentChanged, this, &SettingsPanel::showExperiment);
    connect(m_document, &Document::notationChanged, this, &SettingsPanel::showSettings);
    m_shown = m_document->experiment();
    showSettings();
}

SettingsPanel::~SettingsPanel()
{
    disconnectChildren(this);
}

// -- asking
// ------------------------------------------------------------------------------------------------------------

void SettingsPanel::ask(const std::function<Experiment()> &edit, const QString &what, int mergeId)
{
    if (windowHasGone(this))
        return;
    const auto fault = askChange(*m_document, edit, what, mergeId);
    setFault(m_fault, fault.value_or(QString()));
    if (fault)
        showSettings(); // the control goes back to what is true
}

void SettingsPanel::askWeights(const std::function<void(Initialisation &)> &edit, const QString &what, int mergeId)
{
    Initialisation next = m_document->experiment().initialisation;
    edit(next);
    ask([&] { return withInitialisation(m_document->experiment(), next); }, what, mergeId);
}

void SettingsPanel::connectNetwork()
{
    connect(m_circuit, &QComboBox::activated, this, [this](int index) {
        const CircuitChoice choice = m_circuits.at(static_cast<size_t>(index));
        if (!choice.name.empty()) // the written-out circuit is listed only where it is the present one
            ask([&] { return withCircuit(m_document->experiment(), choice.name); }, tr("circuit %1").arg(choice.title));
    });
    connect(m_shape, &QComboBox::activated, this, [this](int index) {
        ask([&] { return withShape(m_document->experiment(), shapes[index]); },
            tr("shape %1").arg(shapeText(shapes[index])));
    });
    connect(m_hidden, &QSpinBox::valueChanged, this, [this](int size) {
        ask([&] { return withHiddenSize(m_document->experiment(), size); }, tr("hidden size %1").arg(size),
            HiddenMerge);
    });
    connect(m_steps, &QSpinBox::valueChanged, this, [this](int steps) {
        ask([&] { return withSteps(m_document->experiment(), steps); }, tr("steps %1").arg(steps), StepsMerge);
    });
    connect(m_activation, &QComboBox::activated, this, [this](int index) {
        ask([&] { return withActivation(m_document->experiment(), activations[index]); },
            tr("activation %1").arg(text(nameOf(activations[index]))));
    });
}

void SettingsPanel::connectWeights()
{
    connect(m_recipe, &QComboBox::activated, this, [this](int index) {
        askWeights(
            [index](Initialisation &i) {
                i.recipe = recipes[index];
                i.recipes.clear();
            },
            tr("weights %1").arg(m_recipe->itemText(index)));
    });
    connect(m_scaledBy, &QComboBox::activated, this, [this](int index) {
        askWeights(
            [index](Initialisation &i) {
                i.scaledBy = index == 0 ? ScaledBy::SpectralRadius : ScaledBy::LargestSingularValue;
            },
            tr("scaled by %1").arg(m_scaledBy->itemText(index)));
    });
    connect(m_seed, &SeedBox::seedAsked, this, [this](quint64 seed) {
        askWeights([seed](Initialisation &i) { i.seed = seed; }, tr("seed %1").arg(seed), SeedMerge);
    });
    connect(m_newSeed, &SoftButton::clicked, this, [this] {
        quint64 seed = m_seed->seed();
        while (seed == m_seed->seed())
            seed = 1 + QRandomGenerator::global()->bounded(largestNewSeed);
        askWeights([seed](Initialisation &i) { i.seed = seed; }, tr("seed %1").arg(seed));
    });
}

void SettingsPanel::connectTask()
{
    connect(m_starts, &StartValues::constantAsked, this, [this](const QString &parameter, double value) {
        ask([&] { return withConstant(m_document->experiment(), parameter.toStdString(), value); },
            tr("%1 starts at %2").arg(parameter, numberText(value)), ConstantMerge);
    });
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, [this](double scale) {
        DataSource source = m_document->experiment().data;
        source.scale = scale;
        ask([&] { return withData(m_document->experiment(), source); }, tr("input scale %1").arg(scale), ScaleMerge);
    });
    connect(m_loss, &LossAtBox::spanAsked, this, [this](const Span &span) {
        ask([&] { return withLossAt(m_document->experiment(), span); }, tr("loss at %1").arg(textOf(span)), LossMerge);
    });
}

// -- showing
// -----------------------------------------------------------------------------------------------------------

void SettingsPanel::showExperiment()
{
    if (sameButGain(m_shown, m_document->experiment()))
        return;
    m_shown = m_document->experiment();
    setFault(m_fault, QString());
    showSettings();
}

void SettingsPanel::showSettings()
{
    const Experiment &experiment = m_document->experiment();
    const Circuit circuit = circuitOf(experiment);
    showCircuit(experiment);
    showNumbers(experiment, circuit);
    showWeights(experiment, circuit);
    showRefusals(refusalsOf(experiment, circuit));
}

void SettingsPanel::showCircuit(const Experiment &experiment)
{
    m_circuits = circuitChoices(experiment);
    m_circuit->clear();
    for (const CircuitChoice &choice : m_circuits) {
        m_circuit->addItem(choice.title);
        m_circuit->setItemData(m_circuit->count() - 1, choice.lesson, Qt::ToolTipRole);
    }
    const int own = indexOfCircuit(m_circuits, experiment);
    m_circuit->setCurrentIndex(own);
    m_lesson->setText(m_circuits.at(static_cast<size_t>(own)).lesson);
    const auto shape = shapeOf(experiment);
    m_shape->setCurrentIndex(shape ? indexIn(shapes, *shape) : -1);
    const auto *named = std::get_if<NamedCircuit>(&experiment.circuit);
    m_activation->setCurrentIndex(named ? indexIn(activations, named->activation) : -1);
}

void SettingsPanel::showNumbers(const Experiment &experiment, const Circuit &circuit)
{
    const int steps = stepsOf(experiment, circuit);
    const int hidden = hiddenSizeOf(circuit);
    const QSignalBlocker quietHidden(m_hidden);
    const QSignalBlocker quietSteps(m_steps);
    m_hidden->setMaximum(std::max(largestHidden, hidden)); // a file may hold more
    m_steps->setMaximum(std::max(mostSteps(experiment), steps));
    showNumber(m_hidden, hidden);
    showNumber(m_steps, steps);
    showNumber(m_scale, experiment.data.scale);
    m_loss->setSpan(experiment.loss ? experiment.loss->at : Span(), steps);
}

void SettingsPanel::showWeights(const Experiment &experiment, const Circuit &circuit)
{
    const Initialisation &initialisation = experiment.initialisation;
    m_recipe->setCurrentIndex(indexIn(recipes, initialisation.recipe));
    m_scaledBy->setCurrentIndex(initialisation.scaledBy == ScaledBy::LargestSingularValue ? 1 : 0);
    if (m_seed->seed() != initialisation.seed)
        m_seed->setSeed(initialisation.seed);
    m_starts->showValues(experiment, namesIn(m_document->notation(), circuit));
}

void SettingsPanel::showRefusals(const Refusals &why)
{
    setUsable(m_shape, why.shape);
    setUsable(m_hidden, why.hidden);
    setUsable(m_steps, why.steps);
    setUsable(m_activation, why.activation);
    setUsable(m_scaledBy, why.scaledBy);
    setUsable(m_scale, why.inputScale);
    setUsable(m_loss, why.loss);
    const int unequal = indexIn(shapes, unfold::Shape::ManyToManyUnequal);
    auto *item = static_cast<QStandardItemModel *>(m_shape->model())->item(unequal);
    item->setEnabled(why.unequalShape.isEmpty());
    item->setToolTip(why.unequalShape);
}

void SettingsPanel::setUsable(QWidget *control, const QString &refusal)
{
    const bool usable = refusal.isEmpty();
    control->setEnabled(usable);
    const QString teaching = control->property("teaching").toString();
    control->setToolTip(usable ? teaching : QStringLiteral("<p><b>%1</b></p>%2").arg(refusal, teaching));
    m_form->labelForField(control)->setToolTip(control->toolTip());
}

} // namespace unfold
