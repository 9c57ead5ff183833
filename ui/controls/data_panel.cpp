#include "ui/controls/data_panel.h"

#include "core/data/dataset.h"
#include "core/experiment/edit.h"
#include "core/experiment/given_parameters.h"
#include "ui/controls/ask_change.h"
#include "ui/controls/leak_notice.h"
#include "ui/controls/redraw_question.h"
#include "ui/controls/sequence_preview.h"
#include "ui/controls/series_page.h"
#include "ui/controls/text_page.h"
#include "ui/document/document.h"
#include "ui/layout/scrolling.h"
#include "ui/widgets/disconnect_children.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/seed_box.h"
#include "ui/widgets/soft_button.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>

#include <algorithm>

namespace unfold {
namespace {

enum DataMergeId { TextMerge = 20, RandomMerge };

constexpr size_t shownSymbols = 24;

/// The one input node that data feeds; nullptr where the network reads nothing.
const Node *inputOf(const Circuit &circuit)
{
    const auto found = std::find_if(
        circuit.nodes.begin(), circuit.nodes.end(), [](const Node &node) { return node.role == Role::Input; });
    return found == circuit.nodes.end() ? nullptr : &*found;
}

QString vocabularyText(const std::vector<std::string> &vocabulary)
{
    QStringList shown;
    for (size_t i = 0; i < std::min(shownSymbols, vocabulary.size()); ++i)
        shown << QString::fromStdString(vocabulary[i]);
    if (vocabulary.size() > shownSymbols)
        shown << QStringLiteral("…");
    return shown.join(u' ');
}

QString summaryOfSource(const Experiment &experiment, int steps, int inputs)
{
    const int longest = longestSequence(experiment.data);
    if (const auto *text = std::get_if<TextSource>(&experiment.data.kind)) {
        const Dataset data = makeDataset(experiment.data, steps, 1, 1);
        const QString unit
            = text->unit == TextSource::Unit::Characters ? DataPanel::tr("characters") : DataPanel::tr("words");
        return DataPanel::tr(
            "The network reads %1 of %2 %3. The target of a step is the next one. %4 are different: %5")
            .arg(steps)
            .arg(longest + 1)
            .arg(unit)
            .arg(data.vocabulary.size())
            .arg(vocabularyText(data.vocabulary));
    }
    if (std::holds_alternative<SeriesSource>(experiment.data.kind))
        return DataPanel::tr("The network reads %1 of %2 values. The target of a step is the next one.")
            .arg(steps)
            .arg(longest + 1);
    return DataPanel::tr("%1 steps of %2 inputs.").arg(steps).arg(inputs);
}

} // namespace

DataPanel::DataPanel(Document *document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
{
    build();
    connectPanel();
    m_shown = m_document->experiment();
    showSource();
    showWhetherUsable();
    showPreview();
}

DataPanel::~DataPanel()
{
    disconnectChildren(this);
}

// -- building

void DataPanel::build()
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("dataKind"));
    m_kind->setAccessibleName(tr("What the network reads"));
    m_kind->addItems({tr("A text"), tr("A series of numbers"), tr("Random numbers"), tr("Zeros")});
    m_kind->setToolTip(tr("<p>The input values x, step by step. Zeros leave the recurrence alone.</p>"));
    keepWheelForScrolling(m_kind);
    m_text = new TextPage(this);
    m_series = new SeriesPage(this);
    m_random = buildRandomPage();
    m_zero = buildZeroPage();
    m_fault = makeFaultLine(this);
    m_fault->setObjectName(QStringLiteral("dataFault"));
    m_question = new RedrawQuestion(this);
    m_preview = new SequencePreview(this);
    m_preview->setAccessibleName(tr("The inputs over the steps"));
    m_preview->setToolTip(
        tr("<p>The numbers that the network reads, after scaling, from the first step to the last.</p>"));
    m_summary = makeCaption(QString(), this);
    m_summary->setObjectName(QStringLiteral("dataSummary"));
    auto *leak = new LeakNotice(m_document, this);
    auto *column = new QVBoxLayout(scrollingContent(this));
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_kind, m_text, m_series, m_random, m_zero, m_fault, m_question, m_preview, m_summary, leak})
        column->addWidget(part);
    column->addStretch(1);
}

QWidget *DataPanel::buildRandomPage()
{
    auto *page = new QWidget(this);
    m_seed = new SeedBox(page);
    m_seed->setObjectName(QStringLiteral("dataSeed"));
    m_seed->setAccessibleName(tr("Seed of the inputs"));
    m_seed->setToolTip(
        tr("<p>The number from which the inputs and targets are drawn: independent and standard normal. The same seed "
           "gives the same numbers on every machine.</p>"));
    keepWheelForScrolling(m_seed);
    auto *label = new QLabel(tr("See&d"), page);
    label->setBuddy(m_seed);
    auto *another = new SoftButton(page);
    another->setObjectName(QStringLiteral("newDataSeed"));
    another->setText(tr("New"));
    another->setAccessibleName(tr("New seed of the inputs"));
    another->setToolTip(tr("<p>Draws other inputs.</p>"));
    connect(another, &SoftButton::clicked, this,
        [this] { emit m_seed->seedAsked(1 + QRandomGenerator::global()->bounded(largestNewSeed)); });
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_seed, 1);
    row->addWidget(another);
    return page;
}

QWidget *DataPanel::buildZeroPage()
{
    return makeCaption(tr("Every input is 0: only the recurrence is left, as theory studies it."), this);
}

// -- asking

void DataPanel::connectPanel()
{
    connect(m_kind, &QComboBox::activated, this, [this](int index) { chooseKind(static_cast<Kind>(index)); });
    connect(m_text, &TextPage::sourceAsked, this, [this] { ask(Text); });
    connect(m_series, &SeriesPage::sourceAsked, this, [this] { ask(Series); });
    connect(m_series, &SeriesPage::failed, this, [this](const QString &sentence) { setFault(m_fault, sentence); });
    connect(m_seed, &SeedBox::seedAsked, this, [this](quint64 seed) {
        m_seed->setSeed(seed);
        ask(Random);
    });
    connect(m_question, &RedrawQuestion::answered, this, &DataPanel::answer);
    connect(m_document, &Document::experimentChanged, this, &DataPanel::showExperiment);
}

void DataPanel::chooseKind(Kind kind)
{
    if (kind == Given)
        return; // listed only where it is the present one
    showKind(kind);
    ask(kind);
}

DataSource DataPanel::sourceOf(Kind kind) const
{
    DataSource source;
    source.scale = m_document->experiment().data.scale;
    switch (kind) {
    case Text: source.kind = m_text->source(); break;
    case Series: source.kind = m_series->source(); break;
    case Random: source.kind = RandomSource{m_seed->seed()}; break;
    case Zero: source.kind = ZeroSource{}; break;
    case Given: break;
    }
    return source;
}

/// What is given as numbers, as in a trained network, is drawn anew only where that is wanted.
void DataPanel::ask(Kind kind)
{
    m_question->hide();
    std::vector<std::string> anew;
    try {
        const Experiment &now = m_document->experiment();
        anew = drawnAnew(now, withData(now, sourceOf(kind)));
    } catch (const InputError &) { // refused below, with the reason
    }
    if (anew.empty())
        return change(kind);
    setFault(m_fault, QString());
    m_asked = kind;
    m_question->ask(QString::fromStdString(listed(anew)));
    QMetaObject::invokeMethod(
        this, [this] { ensureWidgetVisible(m_question); }, Qt::QueuedConnection); // laid out then
}

void DataPanel::change(Kind kind)
{
    constexpr const char *names[]
        = {QT_TR_NOOP("text input"), QT_TR_NOOP("series input"), QT_TR_NOOP("random input"), QT_TR_NOOP("zero input")};
    const int mergeId = kind == Text ? int(TextMerge) : kind == Random ? int(RandomMerge) : -1;
    const auto fault = askChange(
        *m_document, [&] { return withData(m_document->experiment(), sourceOf(kind)); }, tr(names[kind]), mergeId);
    // What was typed or chosen stays in the page, to be put right; the experiment is as it was.
    setFault(m_fault, fault ? tr("%1 The present input stays.").arg(*fault) : QString());
}

void DataPanel::answer(bool drawAnew)
{
    m_question->hide();
    drawAnew ? change(m_asked) : showSource();
}

// -- showing

void DataPanel::showExperiment()
{
    if (sameButGain(m_shown, m_document->experiment()))
        return;
    const bool otherData = !(m_shown.data == m_document->experiment().data);
    m_shown = m_document->experiment();
    m_question->hide(); // it was about another experiment
    if (otherData)
        showSource();
    showWhetherUsable();
    showPreview();
}

void DataPanel::showSource()
{
    setFault(m_fault, QString());
    const auto &kind = m_document->experiment().data.kind;
    if (const auto *text = std::get_if<TextSource>(&kind))
        m_text->show(*text);
    else
        m_text->forget();
    if (const auto *series = std::get_if<SeriesSource>(&kind))
        m_series->show(*series);
    if (const auto *random = std::get_if<RandomSource>(&kind))
        m_seed->setSeed(random->seed);
    constexpr Kind kinds[] = {Given, Text, Series, Random, Zero}; // in the order of the variant
    showKind(kinds[kind.index()]);
}

void DataPanel::showKind(Kind kind)
{
    m_kind->removeItem(Given);
    if (kind == Given || std::holds_alternative<GivenSource>(m_document->experiment().data.kind))
        m_kind->addItem(tr("Numbers in the file"));
    m_kind->setCurrentIndex(kind);
    m_text->setVisible(kind == Text);
    m_series->setVisible(kind == Series);
    m_random->setVisible(kind == Random);
    m_zero->setVisible(kind == Zero);
}

void DataPanel::showPreview()
{
    const Experiment &experiment = m_document->experiment();
    const Circuit circuit = circuitOf(experiment);
    const Node *input = inputOf(circuit);
    const auto found = input ? experiment.sequence.find(input->name) : experiment.sequence.end();
    const bool curve = found != experiment.sequence.end() && !std::holds_alternative<TextSource>(experiment.data.kind)
        && !std::holds_alternative<ZeroSource>(experiment.data.kind);
    m_preview->setVisible(curve);
    if (curve)
        m_preview->setSequence(found->second);
    if (input)
        m_summary->setText(summaryOfSource(experiment, stepsOf(experiment, circuit), input->size));
    else
        m_summary->setText(tr("This network has no input. Its initial state alone decides what follows."));
}

void DataPanel::showWhetherUsable()
{
    const bool reads = inputOf(circuitOf(m_document->experiment())) != nullptr;
    for (QWidget *part : std::initializer_list<QWidget *>{m_kind, m_text, m_series, m_random, m_zero})
        part->setEnabled(reads);
}

} // namespace unfold
