#include "core/analysis/gradient_report.h"

#include "core/analysis/gated_path.h"
#include "core/analysis/norms.h"
#include "core/analysis/self_loop.h"
#include "core/analysis/shown_states.h"
#include "core/linalg/stable_norm.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
/// Below this a double has lost digits, and a ratio of two such numbers means nothing.
constexpr double fullDigits = 1e-290;

bool holdsItsDigits(double norm)
{
    return norm >= fullDigits && std::isfinite(norm);
}

/// The recurrent matrix of the node's loop: its own where it has one, otherwise the first on the loop.
int recurrentParameter(const Program &program, int node)
{
    if (const auto loop = selfLoopOf(program, node); loop && loop->parameter >= 0)
        return loop->parameter;
    const auto group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[node];
    for (const int member : program.groups[group].nodes)
        for (const CompiledTerm &term : program.nodes[member].terms)
            if (term.inLoop && term.parameter >= 0 && program.parameters[term.parameter].recurrent)
                return term.parameter;
    return -1;
}

bool differs(const std::optional<Loss> &loss, int steps)
{
    return loss && loss->at.countIn(steps) > 1;
}

/// The gradients for the choice of losses that the trace does not hold.
Trace traceOfOtherChoice(const Prepared &prepared, GradientOf shown, const Trace &trace)
{
    const StepRange all = prepared.loss->at.in(trace.steps());
    Trace other = trace;
    backward(*prepared.loss, shown == GradientOf::AllSteps ? StepRange{all.last, all.last} : all, other);
    return other;
}

/// The states shown beside the plotted node, still without norms.
void addStates(const Trace &trace, GradientReport &report)
{
    const auto tracks = shownStates(trace.circuit(), trace.steps(), report.node);
    const StateTrack &own = trackOf(tracks, report.node);
    for (const StateTrack &track : tracks)
        for (const int node : track)
            if (node != report.node)
                report.beside.push_back({node, &track == &own, {}, {}});
    std::sort(report.beside.begin(), report.beside.end(),
        [](const StateGradient &a, const StateGradient &b) { return a.node < b.node; });
}

void addNorms(const Prepared &prepared, const Trace &trace, GradientReport &report)
{
    report.norm = gradientNorms(trace, report.node);
    for (StateGradient &state : report.beside)
        state.norm = gradientNorms(trace, state.node);
    if (!report.severalLosses)
        return;
    const Trace other = traceOfOtherChoice(prepared, report.shown, trace);
    report.otherNorm = gradientNorms(other, report.node);
    for (StateGradient &state : report.beside)
        state.otherNorm = gradientNorms(other, state.node);
}

/// norm(anchor) · base^((anchor − t) / delay) at every step on the anchor's far side. In two halves, since a power may
/// leave the range of a double where the product does not.
StepSeries guide(const GradientReport &report, int anchor, int delay, StepRange span, double base)
{
    StepSeries series(report.norm.size());
    const double atAnchor = *report.norm[anchor - 1];
    if (!std::isfinite(atAnchor))
        return series;
    for (int step = span.first; step <= span.last; ++step) {
        const double hops = static_cast<double>(anchor - step) / delay;
        if (hops < 0)
            continue;
        const double half = std::pow(base, hops / 2);
        series[step - 1] = half * atAnchor * half;
    }
    return series;
}

void addGuides(const SelfLoop &loop, const Trace &trace, GradientReport &report)
{
    const auto anchor = anchorOf(report.norm, loop.delay > 0);
    if (!anchor || loop.parameter < 0)
        return;
    const StepRange span = trace.nodes[report.node].span;
    report.bound = guide(report, *anchor, loop.delay, span, report.gamma * report.spectrum.sigmaMax);
    if (report.spectrum.radius)
        report.radiusGuide = guide(report, *anchor, loop.delay, span, *report.spectrum.radius);
}

/// Collects factors into a geometric mean.
struct LogMean {
    double sum = 0;
    int count = 0;

    void add(double factor)
    {
        sum += std::log(factor);
        ++count;
    }
    std::optional<double> value() const { return count ? std::optional(std::exp(sum / count)) : std::nullopt; }
};

/// The factors of every backward step through the loop's one arrow.
void addFactors(const SelfLoop &loop, const Trace &trace, GradientReport &report)
{
    const NodeTrace &node = trace.nodes[report.node];
    const auto da = node.over(node.preActivationGradient, {1, trace.steps()}); // size × T
    const Matrix shares = loop.parameter < 0 ? Matrix(da) : Matrix(trace.parameters[loop.parameter].transpose() * da);
    LogMean slope;
    LogMean matrix;
    for (int step = node.span.first; step <= node.span.last; ++step) {
        const int from = step + loop.delay;
        if (!node.exists(from))
            continue;
        const EdgeGradient edge{
            {}, *report.norm[from - 1], stableNorm(da.col(from - 1)), stableNorm(shares.col(from - 1))};
        report.slopeFactor[step - 1] = edge.slopeFactor();
        report.matrixFactor[step - 1] = edge.matrixFactor();
        if (holdsItsDigits(edge.incoming) && holdsItsDigits(edge.afterSlope) && holdsItsDigits(edge.outgoing)) {
            slope.add(*edge.slopeFactor());
            matrix.add(*edge.matrixFactor());
        }
    }
    report.mean.slope = slope.value();
    report.mean.matrix = matrix.value();
    if (report.mean.slope)
        report.mean.both = *report.mean.slope * *report.mean.matrix;
}

/// Through a loop of several nodes only the norms at its two ends can be compared.
void addOverallFactor(bool toThePast, GradientReport &report)
{
    const auto anchor = anchorOf(report.norm, toThePast);
    if (!anchor || !holdsItsDigits(*report.norm[*anchor - 1]))
        return;
    const int direction = toThePast ? -1 : 1;
    int reached = *anchor;
    for (int step = *anchor; 1 <= step && step <= static_cast<int>(report.norm.size()); step += direction)
        if (const auto norm = report.norm[step - 1]; norm && holdsItsDigits(*norm))
            reached = step;
    const int hops = std::abs(*anchor - reached);
    if (hops > 0)
        report.mean.both = std::exp((std::log(*report.norm[reached - 1]) - std::log(*report.norm[*anchor - 1])) / hops);
}

void addCarry(const Trace &trace, GradientReport &report)
{
    const CompiledTerm *path = gatedPathOf(*trace.program, report.node);
    if (!path)
        return;
    const auto anchor = anchorOf(report.norm, path->delay > 0);
    if (!anchor)
        return;
    report.pathGate = path->gate;
    report.gatedPath = gatedPathNorms(trace, report.node, *anchor);
}

void addCauses(const Trace &trace, GradientReport &report)
{
    const Program &program = *trace.program;
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[report.node];
    const Walk walk = program.groups[group].walk;
    if (!trace.hasGradient || walk == Walk::WholeSequence)
        return;
    addCarry(trace, report);
    if (const auto loop = selfLoopOf(program, report.node)) {
        addGuides(*loop, trace, report);
        addFactors(*loop, trace, report);
    } else if (!report.severalLosses || report.shown == GradientOf::LastStep) {
        addOverallFactor(walk == Walk::Forward, report);
    }
}
} // namespace

int defaultPlottedNode(const Circuit &circuit)
{
    const int count = static_cast<int>(circuit.nodes.size());
    const auto groups = orderInTime(circuit);
    const auto group = groupOfNode(groups, count);
    int state = -1;
    int computed = -1;
    for (int node = count - 1; node >= 0; --node) {
        if (circuit.nodes[node].role != Role::Input)
            computed = node;
        if (circuit.nodes[node].role == Role::State)
            state = node;
    }
    for (int node = 0; node < count; ++node)
        if (circuit.nodes[node].role == Role::State && groups[group[node]].walk != Walk::WholeSequence)
            return node;
    return state >= 0 ? state : std::max(computed, 0); // there is a node, if only an input
}

GradientReport reportGradient(const Prepared &prepared, double gain, GradientOf shown, const Trace &trace, int node)
{
    const std::size_t steps = static_cast<std::size_t>(trace.steps());
    GradientReport report;
    report.node = node;
    report.recurrent = recurrentParameter(*trace.program, node);
    if (report.recurrent >= 0)
        report.spectrum = spectrumAt(prepared, report.recurrent, gain);
    report.gamma = largestSlope(trace.program->nodes[node].activation);
    report.shown = shown;
    report.severalLosses = differs(prepared.loss, trace.steps());
    addStates(trace, report);
    addNorms(prepared, trace, report);
    report.bound.resize(steps);
    report.radiusGuide.resize(steps);
    report.slopeFactor.resize(steps);
    report.matrixFactor.resize(steps);
    addCauses(trace, report);
    return report;
}

} // namespace unfold
