#include "core/analysis/explain.h"

#include "core/analysis/explain_causes.h"
#include "core/analysis/plain_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {
constexpr double smallestNormal = std::numeric_limits<double>::min();

std::string atStep(int step)
{
    return " at step " + std::to_string(step);
}

double largestSlopeAt(const ExplainFacts &facts, int step)
{
    const NodeTrace &node = facts.trace.nodes[facts.report.node];
    double largest = 0;
    for (const double value : node.at(node.value, step).col(0))
        largest = std::max(largest, slopeAt(facts.activation, value));
    return largest;
}

/// Why nothing of the gradient at `step` is left one step further.
std::string reasonForZero(const ExplainFacts &facts, int step)
{
    const auto slope = facts.report.slopeFactor[facts.after(step) - 1];
    const double mostAfterSlope = facts.norm(step) * largestSlopeAt(facts, step);
    const double sigma = facts.matrix.empty() ? 1 : facts.report.spectrum.sigmaMax;
    if (facts.norm(step) > smallestNormal && slope && *slope == 0
        && (mostAfterSlope == 0 || mostAfterSlope > smallestNormal))
        return facts.activation == Activation::Relu ? "exactly 0: every unit that carries it is off, with slope 0."
                                                    : "exactly 0: in every unit that carries it the slope of "
                + std::string(nameOf(facts.activation)) + " is 0.";
    if (sigma == 0 || mostAfterSlope * sigma > smallestNormal)
        return "exactly 0: " + facts.matrix + " multiplies it by 0.";
    return "too small for a double: exactly 0.";
}

bool staysZero(const ExplainFacts &facts, int step)
{
    for (; facts.exists(step); step = facts.after(step))
        if (facts.norm(step) != 0)
            return false;
    return true;
}

/// " From step 12 back it is too small for a double: exactly 0.", or nothing while every norm is an ordinary number.
std::string endOfTheRange(const ExplainFacts &facts)
{
    for (int step = *facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const double norm = facts.norm(next);
        const std::string where = !facts.exists(facts.after(next))
            ? " At step " + std::to_string(next) + " it is "
            : " From step " + std::to_string(next) + (facts.toThePast ? " back" : " on") + " it is ";
        if (norm == 0 && staysZero(facts, next))
            return where + (facts.loop ? reasonForZero(facts, step) : "exactly 0.");
        if (std::isinf(norm))
            return where + "too large for a double: infinite.";
        if (std::isnan(norm))
            return where + "not a number: too large for a double on the way.";
    }
    return {};
}

/// Whether all that arrives at each step on the way came through the loop's one arrow.
bool onlyGatedPath(const ExplainFacts &facts)
{
    for (int step = *facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const auto slope = facts.report.slopeFactor[next - 1];
        const auto matrix = facts.report.matrixFactor[next - 1];
        if (!slope || !matrix || facts.norm(step) < smallestNormal)
            continue;
        const double expected = facts.norm(step) * *slope * *matrix;
        if (std::isfinite(expected) && std::abs(facts.norm(next) - expected) > 1e-9 * expected + smallestNormal)
            return false;
    }
    return true;
}

/// "0.51 at step 16, 0.48 at step 1"
std::string endToEnd(const ExplainFacts &facts, const StepSeries &norm)
{
    const int from = *facts.anchor;
    const int to = facts.farEnd();
    return plainNumber(*norm[from - 1]) + atStep(from) + ", " + plainNumber(*norm[to - 1]) + atStep(to);
}

/// The total keeps its size where the last step's loss alone has faded to less than a tenth of it.
bool directTermsHoldItUp(const ExplainFacts &facts)
{
    const int end = facts.farEnd();
    const double total = facts.norm(end);
    return facts.toThePast && std::isfinite(total) && total > 0.1 * facts.norm(*facts.anchor)
        && *facts.report.otherNorm[end - 1] < 0.1 * total;
}

/// Several losses, or one that enters at several steps: the norm is no product of factors, what flows through the loop
/// is.
std::string withDirectTerms(const ExplainFacts &facts)
{
    const bool several = facts.severalShown();
    std::string text = several ? "Each step's own loss adds a direct term"
                               : "The loss reaches " + facts.node + " directly at several steps";
    text += several && directTermsHoldItUp(facts) ? ", so the gradient at " + facts.node + " does not vanish: "
                                                  : "; the norm at " + facts.node + " is ";
    text += endToEnd(facts, facts.report.norm) + ".";
    if (facts.loop && facts.report.mean.both)
        return text + " What flows through " + (facts.matrix.empty() ? "the loop" : facts.matrix) + " "
            + ratePhrase(facts) + ": " + factorsPhrase(facts) + ".";
    if (several && facts.toThePast)
        return text + " Of the last step's loss alone it is " + endToEnd(facts, facts.report.otherNorm) + ".";
    return text;
}

/// One loss, one way back.
std::string carriedThrough(const ExplainFacts &facts)
{
    const std::string range = endOfTheRange(facts);
    if (!facts.report.mean.both) // not one whole step within the range of a double
        return range.empty() ? "The gradient at " + facts.node + " is " + endToEnd(facts, facts.report.norm) + "."
                             : "The gradient enters " + facts.node + atStep(*facts.anchor) + "." + range;
    const std::string text = "The gradient at " + facts.node + " " + ratePhrase(facts);
    if (!facts.loop)
        return text + ", through every path of its loop." + range;
    const std::string decision = verdict(facts);
    return text + ": " + factorsPhrase(facts) + "." + (decision.empty() ? "" : " " + decision) + range;
}

std::string withoutLoop(const ExplainFacts &facts)
{
    const Circuit &circuit = facts.trace.circuit();
    const auto &groups = facts.trace.program->groups;
    const auto hasLoop = [](const Group &group) { return group.walk != Walk::WholeSequence; };
    if (std::any_of(groups.begin(), groups.end(), hasLoop))
        return facts.node + " lies on no loop; watch "
            + circuit.names.node(circuit.nodes[defaultPlottedNode(circuit)].name)
            + " to see the gradient travel through time.";
    for (const CompiledNode &node : facts.trace.program->nodes)
        for (const CompiledTerm &term : node.terms)
            if (term.delay != 0 || term.gateDelay != 0)
                return "This circuit has delays but no loop: the gradient reaches a few steps, and never passes the "
                       "same "
                       "matrix again and again.";
    return "This circuit has no recurrence: the loss of a step reaches no other step.";
}

/// The gradient is not finite where it enters: was it the forward pass?
std::string notFiniteFromTheStart(const ExplainFacts &facts)
{
    const Trace &trace = facts.trace;
    for (int step = 1; step <= trace.steps(); ++step)
        for (std::size_t n = 0; n < trace.nodes.size(); ++n)
            if (const NodeTrace &node = trace.nodes[n]; node.exists(step) && !node.at(node.value, step).allFinite())
                return "The forward pass leaves the range of a double: "
                    + trace.circuit().names.node(trace.circuit().nodes[n].name) + " is no longer finite at step "
                    + std::to_string(step) + ", so there is no gradient to read.";
    return "The gradient is too large for a double already where it enters " + facts.node + ".";
}
} // namespace

std::string explain(const GradientReport &report, const Trace &trace)
{
    if (!trace.hasGradient)
        return "No loss is taken, so there is a forward pass only and no gradient.";
    const ExplainFacts facts = factsOf(report, trace);
    if (facts.anchor && !std::isfinite(facts.norm(*facts.anchor)))
        return notFiniteFromTheStart(facts);
    if (!facts.onLoop)
        return withoutLoop(facts);
    if (!facts.anchor)
        return "The gradient at " + facts.node
            + " is exactly 0 at every step: nothing of the loss's gradient reaches it.";
    if (!facts.exists(facts.after(*facts.anchor)))
        return "The gradient enters " + facts.node + atStep(*facts.anchor) + ", and there is no "
            + (facts.toThePast ? "earlier" : "later") + " step for it to flow to.";
    if (facts.severalShown() || (facts.loop && !onlyGatedPath(facts)))
        return withDirectTerms(facts);
    return carriedThrough(facts);
}

} // namespace unfold
