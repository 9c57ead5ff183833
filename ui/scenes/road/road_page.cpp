#include "ui/scenes/road/road_page.h"

#include "ui/layout/scroll_column.h"
#include "ui/scenes/motion/animation_page.h"
#include "ui/scenes/road/road_layout.h"
#include "ui/scenes/road/road_side.h"
#include "ui/scenes/road/road_text.h"
#include "ui/scenes/road/road_view.h"
#include "ui/widgets/explain_by.h"
#include "ui/widgets/scrubber.h"

#include <QCoreApplication>

namespace unfold {
namespace {

constexpr int wholeRun = 12000; ///< ms

struct RoadPageText {
    Q_DECLARE_TR_FUNCTIONS(Road)
};

} // namespace

AnimationPage *makeRoadStage(QStackedWidget *pages)
{
    auto *view = new RoadView(recurrentOver(roadSizes));
    explainBy(view, "feed-forward layer recurrence weight-sharing");
    auto *side = new RoadSide(roadSizes);
    auto *scrubber = new Scrubber(RoadPageText::tr("From feed-forward to recurrent"), wholeRun);
    std::vector<ScrubberMark> marks;
    for (int step = 0; step <= roadSteps; ++step)
        marks.push_back({static_cast<double>(step) / roadSteps, roadWords(step, roadSizes).mark});
    scrubber->setMarks(marks);
    QObject::connect(scrubber, &Scrubber::phaseChanged, view, &RoadView::setPhase);
    QObject::connect(scrubber, &Scrubber::phaseChanged, side, &RoadSide::setPhase);
    return new AnimationPage(
        {RoadPageText::tr("From feed-forward to recurrent"),
            RoadPageText::tr("Four steps lead from the network of layers to the circuit with a loop."), view,
            new ScrollColumn(side), scrubber},
        pages);
}

} // namespace unfold
