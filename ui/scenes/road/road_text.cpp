#include "ui/scenes/road/road_text.h"

#include "ui/scenes/road/road_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

struct RoadText {
    Q_DECLARE_TR_FUNCTIONS(Road)
};

/// A product stays on one line with what it comes to.
QString unbroken(QString text)
{
    for (const QChar sign : {u'·', u'='})
        text.replace(QStringLiteral(" %1 ").arg(sign), QStringLiteral("\u00a0%1\u00a0").arg(sign));
    return text;
}

RoadWords start(const LayerSizes &sizes)
{
    return {RoadText::tr("feed-forward"), RoadText::tr("A feed-forward network"),
        unbroken(
            RoadText::tr(
                "Every unit of a layer is joined to every unit of the next. Each line is one number: %1 · %2 = %3 from "
                "the inputs, %4 · %1 = %5 to the outputs."))
            .arg(sizes.hidden)
            .arg(sizes.input)
            .arg(sizes.hidden * sizes.input)
            .arg(sizes.output)
            .arg(sizes.output * sizes.hidden),
        RoadText::tr("What it lacks"), RoadText::tr("Time: a sequence can only be read all at once.")};
}

RoadWords squashed(const LayerSizes &sizes)
{
    return {RoadText::tr("squashed"), RoadText::tr("1 · The layers are squashed together"),
        RoadText::tr("A layer becomes one node: %1 inputs, %2 hidden units, %3 outputs, each group in one circle.")
            .arg(sizes.input)
            .arg(sizes.hidden)
            .arg(sizes.output),
        RoadText::tr("What stays"), RoadText::tr("Every unit and every line between units is still there.")};
}

RoadWords oneLine(const LayerSizes &sizes)
{
    return {RoadText::tr("one line"), RoadText::tr("2 · Many synapses are one line"),
        RoadText::tr(
            "The units are the entries of the vectors x, h and o, and all lines between two layers are one arrow with "
            "its matrix: U and V."),
        RoadText::tr("What stays"),
        RoadText::tr("The numbers: U has %1, V has %2, as many as there were lines.")
            .arg(sizes.hidden * sizes.input)
            .arg(sizes.output * sizes.hidden)};
}

RoadWords turned()
{
    return {RoadText::tr("turned"), RoadText::tr("3 · The net turns by 90°"),
        RoadText::tr("The input stands below, the output above. From left to right there is room now for time."),
        RoadText::tr("What stays"), RoadText::tr("Everything: only the drawing has turned.")};
}

RoadWords looped(const LayerSizes &sizes)
{
    return {RoadText::tr("with a loop"), RoadText::tr("4 · A loop around the hidden layer"),
        unbroken(
            RoadText::tr("h reads what it was one step before, through the square and a new matrix W of %1 · %1 = %2 "
                         "numbers."))
            .arg(sizes.hidden)
            .arg(sizes.hidden * sizes.hidden),
        RoadText::tr("What stays"), RoadText::tr("U and V, the same at every step. A longer sequence adds no number.")};
}

} // namespace

RoadWords roadWords(int step, const LayerSizes &sizes)
{
    switch (step) {
    case 0: return start(sizes);
    case 1: return squashed(sizes);
    case 2: return oneLine(sizes);
    case 3: return turned();
    default: return looped(sizes);
    }
}

int roadStepAt(double phase)
{
    constexpr double same = 1e-9; // a phase that was reached in small steps
    return std::clamp(static_cast<int>(std::ceil(phase * roadSteps - same)), 0, roadSteps);
}

} // namespace unfold
