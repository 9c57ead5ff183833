#include "ui/scenes/feedforward_to_rnn/text.h"

#include "ui/scenes/feedforward_to_rnn/layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

struct FeedforwardToRnnText {
    Q_DECLARE_TR_FUNCTIONS(FeedforwardToRnn)
};

/// A product stays on one line with what it comes to.
QString unbroken(QString text)
{
    for (const QChar sign : {u'·', u'='})
        text.replace(QStringLiteral(" %1 ").arg(sign), QStringLiteral("\u00a0%1\u00a0").arg(sign));
    return text;
}

FeedforwardToRnnWords start(const LayerSizes &sizes)
{
    return {FeedforwardToRnnText::tr("feed-forward"), FeedforwardToRnnText::tr("A feed-forward network"),
        unbroken(FeedforwardToRnnText::tr("Every unit of a layer is connected to every unit of the next. Each line is "
                                          "one number: %1 · %2 = %3 from "
                                          "the inputs, %4 · %1 = %5 to the outputs."))
            .arg(sizes.hidden)
            .arg(sizes.input)
            .arg(sizes.hidden * sizes.input)
            .arg(sizes.output)
            .arg(sizes.output * sizes.hidden),
        FeedforwardToRnnText::tr("What it lacks"),
        FeedforwardToRnnText::tr("Time: a sequence can only be read all at once.")};
}

FeedforwardToRnnWords squashed(const LayerSizes &sizes)
{
    return {FeedforwardToRnnText::tr("squashed"), FeedforwardToRnnText::tr("1 · The layers are squashed together"),
        FeedforwardToRnnText::tr(
            "A layer becomes one node: %1 inputs, %2 hidden units, %3 outputs, each group in one circle.")
            .arg(sizes.input)
            .arg(sizes.hidden)
            .arg(sizes.output),
        FeedforwardToRnnText::tr("What stays"),
        FeedforwardToRnnText::tr("Every unit and every line between units is still there.")};
}

FeedforwardToRnnWords oneLine(const LayerSizes &sizes)
{
    return {FeedforwardToRnnText::tr("one line"), FeedforwardToRnnText::tr("2 · Many synapses are one line"),
        FeedforwardToRnnText::tr(
            "The units are the entries of the vectors x, h and o, and all lines between two layers are one arrow with "
            "its matrix: U and V."),
        FeedforwardToRnnText::tr("What stays"),
        FeedforwardToRnnText::tr("The numbers: U has %1, V has %2, as many as there were lines.")
            .arg(sizes.hidden * sizes.input)
            .arg(sizes.output * sizes.hidden)};
}

FeedforwardToRnnWords turned()
{
    return {FeedforwardToRnnText::tr("turned"), FeedforwardToRnnText::tr("3 · The net turns by 90°"),
        FeedforwardToRnnText::tr(
            "The input is below, the output above. The direction from left to right is free for time."),
        FeedforwardToRnnText::tr("What stays"), FeedforwardToRnnText::tr("Everything: only the drawing has turned.")};
}

FeedforwardToRnnWords looped(const LayerSizes &sizes)
{
    return {FeedforwardToRnnText::tr("with a loop"), FeedforwardToRnnText::tr("4 · A loop around the hidden layer"),
        unbroken(FeedforwardToRnnText::tr(
                     "h reads its own value of the step before, through the square and a new matrix W of %1 · %1 = %2 "
                     "numbers."))
            .arg(sizes.hidden)
            .arg(sizes.hidden * sizes.hidden),
        FeedforwardToRnnText::tr("What stays"),
        FeedforwardToRnnText::tr("U and V, the same at every step. A longer sequence adds no parameter.")};
}

} // namespace

FeedforwardToRnnWords transitionWords(int step, const LayerSizes &sizes)
{
    switch (step) {
    case 0: return start(sizes);
    case 1: return squashed(sizes);
    case 2: return oneLine(sizes);
    case 3: return turned();
    default: return looped(sizes);
    }
}

int transitionStepAt(double phase)
{
    constexpr double same = 1e-9; // a phase that was reached in small steps
    return std::clamp(static_cast<int>(std::ceil(phase * transitionSteps - same)), 0, transitionSteps);
}

} // namespace unfold
