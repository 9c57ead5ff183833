#include "core/analysis/explain.h"

#include "core/analysis/explain_range.h"
#include "core/analysis/explain_rate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {
/// Whether all that arrives at each step on the way came through the loop's one arrow.
bool onlyThroughTheLoop(const ExplainFacts &facts)
{
    constexpr double smallest = std::numeric_limits<double>::min();
    for (int step = *facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        const int next = facts.after(step);
        const auto slope = facts.report.slopeFactor[next - 1];
        const auto matrix = facts.report.matrixFactor[next - 1];
        if (!slope || !matrix || facts.norm(step) < smallest)
            continue;
        const double expected = facts.norm(step) * *slope * *matrix;
        if (std::isfinite(expected) && std::abs(facts.norm(next) - expected) > 1e-9 * expected + smallest)
            return false;
    }
    return true;
}

/// Whether more than one loss is taken at a step of the node. A later one can only reach it through the loop.
bool severalLossesAtItsSteps(const ExplainFacts &facts)
{
    int count = 0;
    for (int step = 1; step <= facts.trace.steps(); ++step)
        count += facts.exists(step) && facts.trace.stepLoss[step - 1] ? 1 : 0;
    return facts.severalShown() && count > 1;
}

GradientEnds endsOf(const ExplainFacts &facts, const StepSeries &norm)
{
    const int from = *facts.anchor;
    const int to = facts.farEnd();
    return {from, to, *norm[from - 1], *norm[to - 1]};
}

/// The sum keeps its size where the last step's loss alone has faded.
bool longRangeFades(const Explanation &e)
{
    return e.toThePast && std::isfinite(e.ends->atTo) && e.ends->atTo > 0.1 * e.ends->atFrom
        && e.lastLoss->atTo < 0.1 * e.ends->atTo && e.lastLoss->atTo < 0.1 * e.lastLoss->atFrom;
}

void addSeveralEntries(const ExplainFacts &facts, Explanation &e)
{
    e.what = GradientCase::SeveralEntries;
    e.severalLosses = facts.severalShown();
    e.ends = endsOf(facts, facts.report.norm);
    if (facts.loop)
        e.rate = rateOf(facts);
    if (!e.severalLosses || !e.toThePast)
        return;
    e.lastLoss = endsOf(facts, facts.report.otherNorm);
    e.longRangeFades = longRangeFades(e);
}

/// A linear loop with ρ < 1 whose gradient is larger somewhere than where it entered.
std::optional<TransientGrowth> transientGrowth(const ExplainFacts &facts)
{
    const auto &spectrum = facts.report.spectrum;
    if (!facts.loop || facts.matrix.empty() || facts.activation != Activation::Identity || !spectrum.radius
        || *spectrum.radius >= 1)
        return std::nullopt;
    int peak = *facts.anchor;
    for (int step = peak; facts.exists(step); step = facts.after(step))
        if (facts.norm(step) > facts.norm(peak))
            peak = step;
    if (!(facts.norm(peak) > 1.01 * facts.norm(*facts.anchor)) || !std::isfinite(facts.norm(peak)))
        return std::nullopt;
    const int end = facts.farEnd();
    return TransientGrowth{*spectrum.radius, spectrum.sigmaMax, peak, facts.norm(peak), facts.norm(end), end};
}

std::optional<GatedShare> gatedShare(const ExplainFacts &facts)
{
    if (facts.report.pathGate < 0)
        return std::nullopt;
    const int end = facts.farEnd();
    const auto &norm = facts.report.gatedPath[end - 1];
    const Circuit &circuit = facts.trace.circuit();
    if (!norm)
        return std::nullopt;
    return GatedShare{circuit.names.node(circuit.nodes[facts.report.pathGate].name), end, *norm};
}

void addOneEntry(const ExplainFacts &facts, Explanation &e)
{
    e.what = GradientCase::OneEntry;
    e.ends = endsOf(facts, facts.report.norm);
    e.rate = rateOf(facts);
    e.rangeEnd = rangeEndOf(facts);
    e.growsFirst = transientGrowth(facts);
    e.along = gatedShare(facts);
}

void addWithoutLoop(const ExplainFacts &facts, Explanation &e)
{
    const Circuit &circuit = facts.trace.circuit();
    const auto &groups = facts.trace.program->groups;
    const auto hasLoop = [](const Group &group) { return group.walk != Walk::WholeSequence; };
    if (std::any_of(groups.begin(), groups.end(), hasLoop)) {
        e.what = GradientCase::OffTheLoop;
        e.other = circuit.names.node(circuit.nodes[defaultPlottedNode(circuit)].name);
        return;
    }
    e.what = GradientCase::NoRecurrence;
    for (const CompiledNode &node : facts.trace.program->nodes)
        for (const CompiledTerm &term : node.terms)
            if (term.delay != 0 || term.gateDelay != 0)
                e.what = GradientCase::DelaysWithoutLoop;
}

/// The gradient is not finite where it enters: was it the forward pass?
void addNotFinite(const ExplainFacts &facts, Explanation &e)
{
    const Trace &trace = facts.trace;
    for (int step = 1; step <= trace.steps(); ++step)
        for (std::size_t n = 0; n < trace.nodes.size(); ++n)
            if (const NodeTrace &node = trace.nodes[n]; node.exists(step) && !node.at(node.value, step).allFinite()) {
                e.what = GradientCase::ForwardNotFinite;
                e.other = trace.circuit().names.node(trace.circuit().nodes[n].name);
                e.step = step;
                return;
            }
    e.what = GradientCase::EntryNotFinite;
    e.step = *facts.anchor;
}

bool isOnlyState(const Circuit &circuit, int node)
{
    return std::count_if(
               circuit.nodes.begin(), circuit.nodes.end(), [](const Node &n) { return n.role == Role::State; })
        == 1
        && circuit.nodes[node].role == Role::State;
}
} // namespace

Explanation explain(const GradientReport &report, const Trace &trace)
{
    Explanation e;
    if (!trace.hasGradient)
        return e;
    const ExplainFacts facts = factsOf(report, trace);
    e.node = facts.node;
    e.onlyState = isOnlyState(trace.circuit(), report.node);
    e.matrix = facts.matrix;
    e.activation = facts.activation;
    e.toThePast = facts.toThePast;
    if (facts.anchor && !std::isfinite(facts.norm(*facts.anchor))) {
        addNotFinite(facts, e);
    } else if (!facts.onLoop) {
        addWithoutLoop(facts, e);
    } else if (!facts.anchor) {
        e.what = GradientCase::NothingArrives;
    } else if (!facts.exists(facts.after(*facts.anchor))) {
        e.what = GradientCase::NowhereToFlow;
        e.step = *facts.anchor;
    } else if (severalLossesAtItsSteps(facts) || (facts.loop && !onlyThroughTheLoop(facts))) {
        addSeveralEntries(facts, e);
    } else {
        addOneEntry(facts, e);
    }
    return e;
}

} // namespace unfold
