#include "ui/scenes/motion/unfold_page.h"

#include "core/formula/unfolded_formula.h"
#include "ui/document/document.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/scenes/motion/formula_strip.h"
#include "ui/scenes/motion/motion_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/scrubber.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace unfold {
namespace {

/// The step whose state is written out: as far from where its loop begins as there are lines for it.
FormulaStrip::Topic topicOf(const ShownSequence &shown)
{
    FormulaStrip::Topic topic{shown.circuit, unfoldingNode(shown.circuit, shown.steps), 1, shown.steps};
    if (topic.node < 0)
        return topic;
    const StepRange range = shown.circuit.nodes[static_cast<size_t>(topic.node)].span.in(shown.steps);
    const auto lines = [&] {
        return unfoldedFormula(shown.circuit, topic.node, topic.step, shown.steps, FormulaStrip::most).size();
    };
    topic.step = std::min(range.last, range.first + 1);
    while (topic.step < range.last && lines() < FormulaStrip::most)
        ++topic.step;
    return topic;
}

} // namespace

QWidget *makeUnfoldButton(QAction *action)
{
    auto *button = new PillButton(UnfoldPage::tr("unfold ▸"));
    button->setCheckable(false);
    button->setObjectName(QStringLiteral("unfold"));
    button->setAccessibleName(UnfoldPage::tr("Unfold the circuit"));
    button->setToolTip(UnfoldPage::tr("<p>Shows, as a motion to be scrubbed through, how this circuit becomes the "
                                      "unrolled graph: the loop opens, and copies slide out along the time axis. Key: "
                                      "U.</p>"));
    QObject::connect(button, &PillButton::clicked, action, &QAction::trigger);
    return button;
}

UnfoldPage::UnfoldPage(Document *document, QStackedWidget *pages)
    : QObject(pages)
    , m_document(document)
    , m_view(new MotionView(document))
    , m_formula(new FormulaStrip)
{
    explainBy(m_view, "unfolding computational-graph weight-sharing delay");
    explainBy(m_formula, "equations unfolding");
    auto *content = new QWidget;
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins({});
    lines->setSpacing(Metrics::gap);
    lines->addWidget(m_view, 1);
    lines->addWidget(m_formula);
    auto *scrubber = new Scrubber(tr("Unfolding"), milliseconds);
    m_page = new AnimationPage({tr("Unfold the circuit"), captionAt(0), content, nullptr, scrubber}, pages);
    connect(scrubber, &Scrubber::phaseChanged, this, &UnfoldPage::showPhase);
    connect(m_view, &MotionView::sceneChanged, this, &UnfoldPage::showScene);
}

void UnfoldPage::showScene()
{
    const ShownSequence &shown = m_view->scene().shown;
    const MotionTime &time = m_view->scene().motion.time();
    std::vector<ScrubberMark> marks{{0, tr("folded")}, {time.settledAt(), tr("step 1")}};
    for (int step = 2; step <= shown.steps; ++step)
        marks.push_back({time.endOf(step), tr("step %1").arg(step)});
    marks.push_back({1, tr("unrolled")});
    m_page->scrubber()->setMarks(marks);
    m_formula->setTopic(topicOf(shown));
    showPhase(m_page->scrubber()->phase());
}

void UnfoldPage::showPhase(double phase)
{
    m_view->setPhase(phase);
    const MotionTime &time = m_view->scene().motion.time();
    double lines = 1;
    for (int line = 1; line < m_formula->lineCount(); ++line) // with the copy that leaves
        if (line + 1 <= time.steps())
            lines += time.arrived(line + 1, phase);
    m_formula->setShown(phase >= 1 ? m_formula->lineCount() : lines);
    m_page->setCaption(captionAt(phase));
}

/// What happens at this phase, in one sentence; at a mark, what has happened up to it.
QString UnfoldPage::captionAt(double phase) const
{
    const MotionTime &time = m_view->scene().motion.time();
    const int steps = m_view->scene().shown.steps;
    const bool delays = !m_view->scene().motion.input().folded.squares.empty();
    if (phase <= 0)
        return delays
            ? tr("The folded circuit, drawn once; a square is a delay. It will be unrolled over %1.").arg(howMany())
            : tr("The circuit, drawn once. It will be unrolled over %1.").arg(howMany());
    if (phase <= time.settledAt())
        return delays ? tr("The circuit takes its place at step 1. Its loops are still closed: the squares are values "
                           "of another step.")
                      : tr("The circuit takes its place at step 1.");
    if (phase <= time.endOf(1))
        return tr("Before step 1 an initial value is read: the circle at the left.");
    for (int step = 2; step <= steps; ++step)
        if (phase <= time.endOf(step))
            return (delays
                    ? tr("A copy stays at step %1, the circuit goes on to step %2: the loop opens, and the delay "
                         "square becomes the arrow between the two.")
                    : tr("A copy stays at step %1, the circuit goes on to step %2: no arrow joins the two, because no "
                         "step reads another."))
                .arg(step - 1)
                .arg(step);
    if (phase < 1)
        return delays ? tr("The last copy takes its step, and no loop is left.") : tr("The last copy takes its step.");
    return tr("Unrolled over %1: one graph without loops. Arrows of one colour and letter are copies of one matrix, "
              "the same at every step.")
        .arg(howMany());
}

QString UnfoldPage::howMany() const
{
    const int steps = m_view->scene().shown.steps;
    const int all = m_document->result()->steps();
    if (steps < all)
        return tr("%1 steps (of the %2 of this experiment)").arg(steps).arg(all);
    return steps == 1 ? tr("1 step") : tr("%1 steps").arg(steps);
}

} // namespace unfold
