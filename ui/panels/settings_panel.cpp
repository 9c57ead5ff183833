#include "ui/panels/settings_panel.h"

#include "ui/document/document.h"
#include "ui/panels/ask_change.h"
#include "ui/panels/labels.h"
#include "ui/panels/loss_at_box.h"
#include "ui/panels/scrolling.h"
#include "ui/panels/seed_box.h"
#include "ui/panels/soft_button.h"
#include "ui/panels/stop_listening.h"
#include "ui/panels/wheel_guard.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

namespace unfold {
namespace {

/// Consecutive steps of one spin box are one undo step.
enum MergeId { HiddenMerge = 10, StepsMerge, SeedMerge, ScaleMerge, LossMerge };

constexpr int largestHidden = 256;
constexpr quint32 largestNewSeed = 10000; ///< short enough to be said aloud

/// "1", "0.25": without the zeros that a fixed number of decimals would add.
class ScaleBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 7); }
};

QComboBox *makeCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

QSpinBox *makeSpin(int low, int high, QWidget *parent)
{
    auto *spin = new QSpinBox(parent);
    spin->setRange(low, high);
    spin->setKeyboardTracking(false); // typing is one change, at Enter or when the field is left
    spin->setAccelerated(true);
    return spin;
}

template <typename Spin, typename Number> void showNumber(Spin *spin, Number value)
{
    const QSignalBlocker quiet(spin);
    if (spin->value() != value) // setting it again would drop what is being typed
        spin->setValue(value);
}

constexpr Activation activations[] = {Activation::Tanh, Activation::Sigmoid, Activation::Relu, Activation::Identity};
constexpr Recipe recipes[] = {Recipe::Orthogonal, Recipe::Identity, Recipe::GlorotUniform, Recipe::Gaussian};
constexpr Shape shapes[]
    = {Shape::OneToOne, Shape::OneToMany, Shape::ManyToOne, Shape::ManyToMany, Shape::ManyToManyUnequal};

template <size_t n, typename T> int indexIn(const T (&list)[n], T value)
{
    return static_cast<int>(std::find(std::begin(list), std::end(list), value) - std::begin(list));
}

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

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
    m_shown = m_document->experiment();
    showSettings();
}

SettingsPanel::~SettingsPanel()
{
    stopListening(this);
}

// -- building
// ----------------------------------------------------------------------------------------------------------

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
    m_shape = makeCombo(this);
    for (const unfold::Shape shape : shapes)
        m_shape->addItem(text(titleOf(shape)));
    addRow(tr("Shape"), m_shape, "shape",
        tr("Which steps have an input and which have an output. Many-to-one reads a whole sequence and answers once, "
           "so the "
           "gradient must travel all the way back."));
    m_hidden = makeSpin(1, largestHidden, this);
    addRow(tr("Hidden size"), m_hidden, "hidden",
        tr("The number of hidden units, 1 to 256. With one unit and the activation identity, W is a single number and "
           "the "
           "gradient is exactly its powers."));
    m_steps = makeSpin(1, 1, this);
    addRow(tr("Steps"), m_steps, "steps",
        tr("The length T of the sequence, up to 1000. The gradient passes W once for every step: the longer, the "
           "clearer it vanishes or explodes."));
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
    for (const Recipe recipe : recipes)
        m_recipe->addItem(text(nameOf(recipe)).replace(u'-', u' '));
    addRow(tr("Weights"), m_recipe, "recipe",
        tr("How the weights are drawn. An orthogonal matrix stretches no direction more than another, so at gain 1 it "
           "keeps the length of every gradient."));
    m_scaledBy = makeCombo(this);
    m_scaledBy->addItem(tr("spectral radius"));
    m_scaledBy->addItem(tr("singular value"));
    addRow(tr("Scaled by"), m_scaledBy, "scaledBy",
        tr("What is made 1 in the recurrent matrix before the gain multiplies it: the spectral radius, which rules "
           "many steps, "
           "or the largest singular value, which bounds each single one."));
    addRow(tr("Seed"), buildSeedRow(), "seedRow",
        tr("The number from which all random weights are drawn. The same seed gives the same weights on every "
           "machine."));
    m_form->labelForField(m_seed->parentWidget())->setToolTip(m_seed->toolTip());
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
    m_newSeed->setToolTip(tr("<p>Draws other weights. What stays the same with every seed is the lesson; what "
                             "changes is luck.</p>"));
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
           "nearly 0 and "
           "kills the gradient."));
    m_loss = new LossAtBox(this);
    addRow(tr("Loss at"), m_loss, "lossAt",
        tr("The steps at which the output is compared with its target. A loss at every step also reaches each hidden "
           "state directly, "
           "so its gradient does not vanish; the loss of the last step alone shows what travels through time."));
}

// -- asking
// ------------------------------------------------------------------------------------------------------------

void SettingsPanel::ask(const std::function<Experiment()> &edit, const QString &what, int mergeId)
{
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
            tr("shape %1").arg(text(titleOf(shapes[index]))));
    });
    connect(m_hidden, &QSpinBox::valueChanged, this, [this](int size) {
        ask([&] { return withHiddenSize(m_document->experiment(), size); }, tr("hidden size %1").arg(size),
            HiddenMerge);
    });
    connect(m_steps, &QSpinBox::valueChanged, this, [this](int steps) {
        ask([&] { return withSteps(m_document->experiment(), steps); }, tr("%1 steps").arg(steps), StepsMerge);
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
            [index](Initialisation &i) { i.recipe = recipes[index]; }, tr("weights %1").arg(m_recipe->itemText(index)));
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
    showWeights(experiment.initialisation);
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

void SettingsPanel::showWeights(const Initialisation &initialisation)
{
    m_recipe->setCurrentIndex(indexIn(recipes, initialisation.recipe));
    m_scaledBy->setCurrentIndex(initialisation.scaledBy == ScaledBy::SpectralRadius ? 0 : 1);
    if (m_seed->seed() != initialisation.seed)
        m_seed->setSeed(initialisation.seed);
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
