#include "core/analysis/compare.h"

#include "core/analysis/explain_facts.h"

#include <cmath>

namespace unfold {
namespace {

std::optional<ComparedGradient> gradientOf(const ExplainFacts &facts)
{
    if (!facts.anchor)
        return std::nullopt;
    const int end = facts.farEnd();
    if (!facts.report.norm[static_cast<std::size_t>(end - 1)])
        return std::nullopt;
    return ComparedGradient{facts.node, *facts.anchor, end, facts.norm(*facts.anchor), facts.norm(end)};
}

bool hasFactor(const ComparedGradient &gradient)
{
    return gradient.from != gradient.to && gradient.atFrom > 0 && std::isfinite(gradient.atFrom);
}

} // namespace

std::optional<Comparison> compare(
    const GradientReport &first, const Trace &firstTrace, const GradientReport &second, const Trace &secondTrace)
{
    if (!firstTrace.hasGradient || !secondTrace.hasGradient || first.node < 0 || second.node < 0)
        return std::nullopt;
    const ExplainFacts a = factsOf(first, firstTrace);
    const ExplainFacts b = factsOf(second, secondTrace);
    const auto one = gradientOf(a);
    const auto other = gradientOf(b);
    if (!one || !other)
        return std::nullopt;
    const bool alike = !a.severalShown() && !b.severalShown() && one->from == other->from && one->to == other->to
        && hasFactor(*one) && hasFactor(*other);
    return Comparison{alike, *one, *other};
}

} // namespace unfold
