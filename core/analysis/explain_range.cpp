#include "core/analysis/explain_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {
using Kind = GradientRangeEnd::Kind;

constexpr double smallestNormal = std::numeric_limits<double>::min();

double largestSlopeAt(const ExplainFacts &facts, int step)
{
    const NodeTrace &node = facts.trace.nodes[facts.report.node];
    double largest = 0;
    for (const double value : node.at(node.value, step).col(0))
        largest = std::max(largest, slopeAt(facts.activation, value));
    return largest;
}

/// Why nothing of the gradient at `step` is left one hop further.
Kind reasonForZero(const ExplainFacts &facts, int step)
{
    const auto slope = facts.report.slopeFactor[facts.after(step) - 1];
    const double mostAfterSlope = facts.norm(step) * largestSlopeAt(facts, step);
    const double sigma = facts.matrix.empty() ? 1 : facts.report.spectrum.sigmaMax;
    if (facts.norm(step) > smallestNormal && slope && *slope == 0
        && (mostAfterSlope == 0 || mostAfterSlope > smallestNormal))
        return facts.activation == Activation::Relu ? Kind::InactiveUnits : Kind::FlatUnits;
    return sigma == 0 || mostAfterSlope * sigma > smallestNormal ? Kind::ZeroMatrix : Kind::Underflow;
}

/// From `step` to the far end.
StepRange restFrom(const ExplainFacts &facts, int step)
{
    return {std::min(step, facts.farEnd()), std::max(step, facts.farEnd())};
}

bool isZeroAt(const ExplainFacts &facts, StepRange steps)
{
    for (int step = steps.first; step <= steps.last; ++step)
        if (facts.norm(step) != 0)
            return false;
    return true;
}
} // namespace

std::optional<GradientRangeEnd> rangeEndOf(const ExplainFacts &facts)
{
    for (int step = *facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const StepRange rest = restFrom(facts, next);
        if (facts.norm(next) == 0 && isZeroAt(facts, rest))
            return GradientRangeEnd{facts.loop ? reasonForZero(facts, step) : Kind::Zero, rest};
        if (std::isinf(facts.norm(next)))
            return GradientRangeEnd{Kind::Infinite, rest};
        if (std::isnan(facts.norm(next)))
            return GradientRangeEnd{Kind::NotANumber, rest};
    }
    return std::nullopt;
}

} // namespace unfold
