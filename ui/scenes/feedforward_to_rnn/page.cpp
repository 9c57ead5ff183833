#include "ui/scenes/feedforward_to_rnn/page.h"

#include "ui/layout/scroll_column.h"
#include "ui/scenes/feedforward_to_rnn/layout.h"
#include "ui/scenes/feedforward_to_rnn/side.h"
#include "ui/scenes/feedforward_to_rnn/text.h"
#include "ui/scenes/feedforward_to_rnn/view.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/scrubber.h"

#include <QCoreApplication>

namespace unfold {
namespace {

constexpr int wholeRun = 12000; ///< ms

struct FeedforwardToRnnPageText {
    Q_DECLARE_TR_FUNCTIONS(FeedforwardToRnn)
};

} // namespace

AnimationPage *makeFeedforwardToRnnPage(QStackedWidget *pages)
{
    auto *view = new FeedforwardToRnnView(recurrentOver(transitionSizes));
    explainBy(view, "feed-forward layer recurrence weight-sharing");
    auto *side = new FeedforwardToRnnSide(transitionSizes);
    auto *scrubber = new Scrubber(FeedforwardToRnnPageText::tr("From feed-forward to recurrent"), wholeRun);
    std::vector<ScrubberMark> marks;
    for (int step = 0; step <= transitionSteps; ++step)
        marks.push_back({static_cast<double>(step) / transitionSteps, transitionWords(step, transitionSizes).mark});
    scrubber->setMarks(marks);
    QObject::connect(scrubber, &Scrubber::phaseChanged, view, &FeedforwardToRnnView::setPhase);
    QObject::connect(scrubber, &Scrubber::phaseChanged, side, &FeedforwardToRnnSide::setPhase);
    return new AnimationPage(
        {FeedforwardToRnnPageText::tr("From feed-forward to recurrent"),
            FeedforwardToRnnPageText::tr("Four steps lead from the network of layers to the circuit with a loop."),
            view, new ScrollColumn(side), scrubber},
        pages);
}

} // namespace unfold
