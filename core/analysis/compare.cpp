#include "core/analysis/compare.h"

#include "core/analysis/explain_facts.h"
#include "core/analysis/plain_number.h"

#include <cmath>

namespace unfold {
namespace {

std::string step(int number)
{
    return "step " + std::to_string(number);
}

bool hasEnd(const ExplainFacts &facts)
{
    return facts.anchor && facts.report.norm[static_cast<std::size_t>(facts.farEnd() - 1)];
}

/// One way back from one loss, over the same steps: then what is left is a share of what entered.
bool carriesAlike(const ExplainFacts &a, const ExplainFacts &b)
{
    return !a.severalShown() && !b.severalShown() && a.anchor == b.anchor && a.farEnd() == b.farEnd()
        && *a.anchor != a.farEnd() && a.norm(*a.anchor) > 0 && b.norm(*b.anchor) > 0 && std::isfinite(a.norm(*a.anchor))
        && std::isfinite(b.norm(*b.anchor));
}

double shareLeft(const ExplainFacts &facts)
{
    return facts.norm(facts.farEnd()) / facts.norm(*facts.anchor);
}

std::string sizeAtEnd(const ExplainFacts &facts, const std::string &name)
{
    return plainNumber(facts.norm(facts.farEnd())) + " with " + name + " (" + facts.node + " at " + step(facts.farEnd())
        + ")";
}

} // namespace

std::string compare(const Compared &first, const Compared &second)
{
    if (!first.trace.hasGradient || !second.trace.hasGradient || first.report.node < 0 || second.report.node < 0)
        return {};
    const ExplainFacts a = factsOf(first.report, first.trace);
    const ExplainFacts b = factsOf(second.report, second.trace);
    if (!hasEnd(a) || !hasEnd(b))
        return {};
    if (!carriesAlike(a, b))
        return "The size of the gradient is " + sizeAtEnd(a, first.name) + ", " + sizeAtEnd(b, second.name) + ".";
    return std::string(a.toThePast ? "Back" : "On") + " to " + step(a.farEnd()) + ", the gradient of " + step(*a.anchor)
        + " comes to " + plainNumber(shareLeft(a)) + " times its size with " + first.name + ", to "
        + plainNumber(shareLeft(b)) + " times with " + second.name + ".";
}

} // namespace unfold
