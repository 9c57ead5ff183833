#include "core/analysis/explain.h"

#include "core/analysis/norms.h"
#include "core/analysis/plain_number.h"
#include "core/analysis/self_loop.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {
constexpr double steadyFrom = 0.99;
constexpr double steadyTo = 1.01;
constexpr double smallestNormal = std::numeric_limits<double>::min();

/// What the sentences speak about.
struct Facts {
    const Reading &reading;
    const Trace &trace;
    std::string node; ///< its name
    std::string activation; ///< its name
    std::string matrix; ///< name of the recurrent matrix; empty: none
    std::optional<SelfLoop> loop;
    bool toThePast = true;
    int anchor = 1; ///< the step at which the gradient enters

    double norm(int step) const { return *reading.norm[step - 1]; }
    bool exists(int step) const { return trace.nodes[reading.node].exists(step); }
    /// The step that the gradient reaches next.
    int after(int step) const { return step - (loop ? loop->delay : toThePast ? 1 : -1); }
    std::string from(int step) const { return "From step " + std::to_string(step) + (toThePast ? " back" : " on"); }
};

bool shrinks(double factor)
{
    return factor < steadyFrom;
}
bool grows(double factor)
{
    return factor > steadyTo;
}

std::string percent(double fraction)
{
    return std::to_string(std::lround(100 * fraction)) + " %";
}

/// "a step", or "every 2 steps" where the loop's delay is 2.
std::string perStep(const Facts &facts)
{
    const int delay = facts.loop ? std::abs(facts.loop->delay) : 1;
    return delay == 1 ? "a step" : "every " + std::to_string(delay) + " steps";
}

/// Whether the factor of each backward step lies close to their mean.
bool evenly(const Facts &facts)
{
    for (std::size_t i = 0; i < facts.reading.slopeFactor.size(); ++i) {
        const auto &slope = facts.reading.slopeFactor[i];
        const auto &matrix = facts.reading.matrixFactor[i];
        if (slope && matrix && std::abs(*slope * *matrix / *facts.reading.mean.both - 1) > 0.02)
            return false;
    }
    return true;
}

/// "shrinks by 0.82 a step on average"
std::string rate(const Facts &facts)
{
    const double factor = *facts.reading.mean.both;
    const std::string amount = plainNumber(factor) + " " + perStep(facts) + (evenly(facts) ? "" : " on average");
    if (shrinks(factor))
        return "shrinks by " + amount;
    return grows(factor) ? "grows by " + amount : "is about steady, × " + amount;
}

/// Share of the units at the steps passed through whose slope is 0.
double shareOfUnitsOff(const Facts &facts)
{
    const NodeTrace &node = facts.trace.nodes[facts.reading.node];
    Eigen::Index off = 0;
    Eigen::Index all = 0;
    for (int step = facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        off += (node.at(node.value, step).array() <= 0).count();
        all += node.at(node.value, step).size();
    }
    return all ? static_cast<double>(off) / static_cast<double>(all) : 0;
}

/// What the slope is, where it makes a difference.
std::string slopeAsOpponent(const Facts &facts)
{
    switch (facts.trace.circuit().nodes[facts.reading.node].activation) {
    case Activation::Tanh: return "saturation";
    case Activation::Sigmoid: return "the slope of sigmoid (at most ¼)";
    case Activation::Relu: return "the units that are off";
    case Activation::Identity: break;
    }
    return "the slope";
}

std::string capitalised(std::string text)
{
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Who decides, W or the slope.
std::string verdict(const Facts &facts)
{
    const double slope = *facts.reading.mean.slope;
    const double matrix = *facts.reading.mean.matrix;
    const double both = *facts.reading.mean.both;
    const std::string &W = facts.matrix;
    if (shrinks(both)) {
        if (grows(matrix))
            return capitalised(slopeAsOpponent(facts)) + (facts.activation == "relu" ? " win." : " wins.");
        if (shrinks(matrix))
            return shrinks(slope) ? "Both shrink it." : W + " shrinks it; the slope hardly matters.";
        return shrinks(slope) ? "The slope shrinks it; " + W + " hardly matters." : "Each shrinks it a little.";
    }
    if (grows(both))
        return shrinks(slope) ? W + " wins over " + slopeAsOpponent(facts) + "."
                              : W + " makes it grow; the slope hardly matters.";
    return grows(matrix) || shrinks(slope) ? "They nearly balance." : "Neither does much in one step.";
}

/// ": W multiplies it by 1.05, the slope of tanh by 0.78. Saturation wins."
std::string causes(const Facts &facts)
{
    if (facts.matrix.empty())
        return ": the slope of " + facts.activation + " alone does it, for no matrix stands on the loop.";
    if (facts.activation == "identity")
        return ": that is " + facts.matrix + " alone, for the slope of identity is 1.";
    std::string text = ": " + facts.matrix + " multiplies it by " + plainNumber(*facts.reading.mean.matrix)
        + ", the slope of " + facts.activation + " by " + plainNumber(*facts.reading.mean.slope);
    if (facts.activation == "relu")
        text += " (" + percent(shareOfUnitsOff(facts)) + " of its units are off, with slope 0)";
    return text + ". " + verdict(facts);
}

double largestSlopeIn(const Facts &facts, int step)
{
    const NodeTrace &node = facts.trace.nodes[facts.reading.node];
    const Activation activation = facts.trace.circuit().nodes[facts.reading.node].activation;
    double largest = 0;
    for (const double value : node.at(node.value, step).col(0))
        largest = std::max(largest, slopeAt(activation, value));
    return largest;
}

/// Why nothing of the gradient at `step` is left one step further.
std::string reasonForZero(const Facts &facts, int step)
{
    const int next = facts.after(step);
    const auto slope = facts.reading.slopeFactor[next - 1];
    const double most = facts.norm(step) * largestSlopeIn(facts, step);
    const double sigma = facts.matrix.empty() ? 1 : facts.reading.spectrum.sigmaMax;
    if (most == 0 || (slope && *slope == 0 && most > smallestNormal))
        return facts.activation == "relu"
            ? "exactly 0: every unit that carries it is off, with slope 0."
            : "exactly 0: the slope of " + facts.activation + " is 0 in every unit that carries it.";
    if (sigma == 0 || most * sigma > smallestNormal)
        return "exactly 0: " + facts.matrix + " multiplies it by 0.";
    return "too small for a double: exactly 0.";
}

bool staysZero(const Facts &facts, int step)
{
    for (; facts.exists(step); step = facts.after(step))
        if (facts.norm(step) != 0)
            return false;
    return true;
}

/// "From step 12 back it is too small for a double: exactly 0.", or nothing.
std::string leavingTheRange(const Facts &facts)
{
    for (int step = facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const double norm = facts.norm(next);
        if (norm == 0 && facts.loop && staysZero(facts, next))
            return facts.from(next) + " it is " + reasonForZero(facts, step);
        if (norm == 0 && staysZero(facts, next))
            return facts.from(next) + " it is exactly 0.";
        if (std::isinf(norm))
            return facts.from(next) + " it is too large for a double: infinite.";
        if (std::isnan(norm))
            return facts.from(next) + " it is not a number: too large for a double on the way.";
    }
    return {};
}

/// Whether all that arrives at each step on the way came through the loop's one arrow.
bool onlyCarried(const Facts &facts)
{
    for (int step = facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const auto slope = facts.reading.slopeFactor[next - 1];
        const auto matrix = facts.reading.matrixFactor[next - 1];
        if (!slope || !matrix || facts.norm(step) < smallestNormal)
            continue;
        const double carried = facts.norm(step) * *slope * *matrix;
        if (std::isfinite(carried) && std::abs(facts.norm(next) - carried) > 1e-9 * carried + smallestNormal)
            return false;
    }
    return true;
}

/// "from step 16 to step 1 its norm goes from 0.51 to 0.48"
std::string endToEnd(const Facts &facts, int last)
{
    return "from step " + std::to_string(facts.anchor) + " to step " + std::to_string(last) + " its norm goes from "
        + plainNumber(facts.norm(facts.anchor)) + " to " + plainNumber(facts.norm(last));
}

int farEnd(const Facts &facts)
{
    int step = facts.anchor;
    while (facts.exists(step + (facts.toThePast ? -1 : 1)))
        step += facts.toThePast ? -1 : 1;
    return step;
}

/// Several losses, or several ways from one loss: the norm is no product of factors, what flows through the loop is.
std::string withDirectTerms(const Facts &facts)
{
    const int last = farEnd(facts);
    const bool eachStep = facts.reading.severalLosses && facts.reading.shown == GradientOf::AllSteps;
    std::string text = eachStep ? "Each step's own loss adds a direct term to the gradient at " + facts.node
                                : "The loss also reaches " + facts.node + " directly at more than one step";
    const auto both = facts.reading.mean.both;
    const bool held = both && shrinks(*both) && facts.norm(last) > 0.01 * facts.norm(facts.anchor);
    text += held ? ", which is why it does not vanish: " : ": ";
    text += endToEnd(facts, last) + ".";
    if (both && facts.loop)
        text += " What flows through " + (facts.matrix.empty() ? "the loop" : facts.matrix) + " " + rate(facts)
            + causes(facts);
    return text;
}

std::string throughALargerLoop(const Facts &facts)
{
    const std::string tail = leavingTheRange(facts);
    if (!facts.reading.mean.both)
        return tail.empty() ? "The gradient at " + facts.node + ": " + endToEnd(facts, farEnd(facts)) + "."
                            : "The gradient at " + facts.node + " leaves the range of a double. " + tail;
    return "The gradient at " + facts.node + " " + rate(facts) + (evenly(facts) ? " on average" : "")
        + ", through every path of its loop." + (tail.empty() ? "" : " " + tail);
}

std::string throughTheLoop(const Facts &facts)
{
    const std::string tail = leavingTheRange(facts);
    if (!facts.reading.mean.both) // not one whole step within the range
        return tail.empty()
            ? "The gradient at " + facts.node + ": " + endToEnd(facts, farEnd(facts)) + "."
            : "The gradient enters " + facts.node + " at step " + std::to_string(facts.anchor) + ". " + tail;
    return "The gradient at " + facts.node + " " + rate(facts) + causes(facts) + (tail.empty() ? "" : " " + tail);
}

std::string withoutLoop(const Facts &facts)
{
    const Circuit &circuit = facts.trace.circuit();
    const auto &groups = facts.trace.program->groups;
    const auto hasLoop = [](const Group &group) { return group.walk != Walk::WholeSequence; };
    if (std::any_of(groups.begin(), groups.end(), hasLoop))
        return facts.node + " lies on no loop; watch " + circuit.nodes[defaultWatchedNode(circuit)].name
            + " to see the gradient travel through time.";
    for (const CompiledNode &node : facts.trace.program->nodes)
        for (const CompiledTerm &term : node.terms)
            if (term.delay != 0 || term.gateDelay != 0)
                return "This circuit has delays but no loop: the gradient reaches a few steps, and never passes the "
                       "same "
                       "matrix again and again.";
    return "This circuit has no recurrence: the loss of a step reaches no other step.";
}

/// The first step at which the forward pass is no longer finite, "h is infinite"; nothing where it always is.
std::string forwardOverflow(const Trace &trace)
{
    for (int step = 1; step <= trace.steps(); ++step)
        for (std::size_t n = 0; n < trace.nodes.size(); ++n)
            if (const NodeTrace &node = trace.nodes[n]; node.exists(step) && !node.at(node.value, step).allFinite())
                return "The forward pass leaves the range of a double: " + trace.circuit().nodes[n].name
                    + " is no longer finite at step " + std::to_string(step) + ", so there is no gradient to read.";
    return {};
}

Facts factsOf(const Reading &reading, const Trace &trace)
{
    const Program &program = *trace.program;
    const Node &node = trace.circuit().nodes[reading.node];
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[reading.node];
    Facts facts{reading, trace, node.name, std::string(nameOf(node.activation)), {}, selfLoopOf(program, reading.node)};
    facts.toThePast = program.groups[group].walk != Walk::Backward;
    if (facts.loop && facts.loop->parameter >= 0)
        facts.matrix = program.parameters[facts.loop->parameter].name;
    return facts;
}
} // namespace

std::string explain(const Reading &reading, const Trace &trace)
{
    if (!trace.hasGradient)
        return "No loss is taken, so there is a forward pass only and no gradient.";
    Facts facts = factsOf(reading, trace);
    const auto anchor = anchorOf(reading.norm, facts.toThePast);
    if (anchor && !std::isfinite(*reading.norm[*anchor - 1])) {
        const std::string overflow = forwardOverflow(trace);
        return overflow.empty() ? "The gradient is too large for a double already where it enters " + facts.node + "."
                                : overflow;
    }
    const int group = groupOfNode(trace.program->groups, static_cast<int>(trace.nodes.size()))[reading.node];
    if (trace.program->groups[group].walk == Walk::WholeSequence)
        return withoutLoop(facts);
    if (!anchor)
        return "The gradient at " + facts.node
            + " is exactly 0 at every step: nothing of the loss's gradient reaches it.";
    facts.anchor = *anchor;
    if (!facts.exists(facts.after(facts.anchor)))
        return "The gradient enters " + facts.node + " at step " + std::to_string(facts.anchor) + ", and there is no "
            + (facts.toThePast ? "earlier" : "later") + " step for it to flow to.";
    const bool several = reading.severalLosses && reading.shown == GradientOf::AllSteps;
    if (several || (facts.loop && !onlyCarried(facts)))
        return withDirectTerms(facts);
    return facts.loop ? throughTheLoop(facts) : throughALargerLoop(facts);
}

} // namespace unfold
