#include "ui/help/tour_steps.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct TourStepsText {
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

QString name(const char *place)
{
    return QString::fromLatin1(place);
}

} // namespace

const std::vector<TourStep> &tourSteps()
{
    using Task = TourStep::Task;
    static const std::vector<TourStep> steps{
        {Task::Touch, TourStepsText::tr("A circuit, and its copies in time"),
            TourStepsText::tr(
                "A recurrent network as a textbook draws it. The small square is a delay: what enters it comes out one "
                "step later. In the middle the same circuit is unfolded, one copy per step."),
            TourStepsText::tr("Point at the weight of the loop in the circuit: every copy of it lights up, because all "
                              "of them are one matrix."),
            {name("circuit"), name("graph")}},
        {Task::Drag, TourStepsText::tr("Drag the recurrent weight"),
            TourStepsText::tr(
                "The slider scales the recurrent weight, and everything follows at once. The curve below is the norm "
                "of the gradient at each step: falling to the left it vanishes, rising to the left it explodes."),
            TourStepsText::tr("Drag the slider, and watch the curve and the sentence under it."),
            {name("gain"), name("plot"), name("sentence")}},
        {Task::Step, TourStepsText::tr("Step through time"),
            TourStepsText::tr("One line through graph, heat map and plot marks the present step. What is not computed "
                              "yet is pale or hatched."),
            TourStepsText::tr("Press the arrow keys, or the buttons; Space plays."), {name("transport"), name("axis")}},
        {Task::Pass, TourStepsText::tr("Forward and backward"),
            TourStepsText::tr("Forward, values appear from left to right. Backward, the gradient of the loss flows "
                              "from right to left, step by step: this is backpropagation through time."),
            TourStepsText::tr("Press F for the forward pass, and B for the backward pass."),
            {name("plot"), name("graph"), name("transport")}},
        {Task::Open, TourStepsText::tr("Open any number"),
            TourStepsText::tr("What you select is opened here: the formula, its numbers, and one entry as the sum of "
                              "products that gives it. Point at a number for all its digits."),
            TourStepsText::tr(
                "Click a circle of the graph, or a cell of the heat map. For every word and symbol there is “What is "
                "this?”: Shift+F1."),
            {name("inspector"), name("graph"), name("heatmap")}},
    };
    return steps;
}

} // namespace unfold
