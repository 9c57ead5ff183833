#include "core/analysis/edge_gradient.h"

#include "core/analysis/norms.h"
#include "core/linalg/stable_norm.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
std::optional<double> ratio(double to, double from)
{
    if (from == 0 || !std::isfinite(from))
        return std::nullopt;
    return to / from;
}

const CompiledTerm &termOf(const Trace &trace, const Edge &edge)
{
    const auto &terms = trace.program->nodes[edge.to.node].terms;
    return *std::find_if(terms.begin(), terms.end(), [&](const CompiledTerm &t) { return t.term == edge.term; });
}

auto daAt(const Trace &trace, const Vertex &vertex)
{
    const NodeTrace &node = trace.nodes[vertex.node];
    return node.at(node.preActivationGradient, vertex.step).col(0);
}

/// The elementwise partner of the edge: the gate of a source, the source of a gate; empty where there is none.
Vector partnerOf(const Trace &trace, const CompiledTerm &term, const Edge &edge)
{
    if (term.gate < 0)
        return {};
    const NodeTrace &partner = trace.nodes[edge.gate ? term.source : term.gate];
    return partner.at(partner.value, edge.to.step - (edge.gate ? term.delay : term.gateDelay)).col(0);
}

Vector shareOf(const Trace &trace, const Edge &edge)
{
    const CompiledTerm &term = termOf(trace, edge);
    const auto da = daAt(trace, edge.to);
    Vector share = term.parameter < 0 ? Vector(da) : Vector(trace.parameters[term.parameter].transpose() * da);
    share *= term.sign;
    if (term.gate >= 0)
        share.array() *= partnerOf(trace, term, edge).array();
    return share;
}

/// The copy of a term that reads node(step), where its reader exists.
std::optional<Edge> edgeInto(const Trace &trace, int reader, const CompiledTerm &term, bool gate, Vertex from)
{
    const int step = from.step + (gate ? term.gateDelay : term.delay);
    const bool inside = 1 <= step && step <= trace.steps();
    if (!inside || !trace.nodes[reader].exists(step))
        return std::nullopt;
    return Edge{from, {reader, step}, term.term, gate};
}

/// The first delayed arrow from `node` into `reader`, before it is placed at a step.
struct DelayedArrow {
    const CompiledTerm *term = nullptr;
    bool gate = false;
};

std::optional<DelayedArrow> delayedArrow(const Trace &trace, int node, int reader)
{
    for (const CompiledTerm &term : trace.program->nodes[reader].terms) {
        if (term.source == node && term.delay != 0)
            return DelayedArrow{&term, false};
        if (term.gate == node && term.gateDelay != 0)
            return DelayedArrow{&term, true};
    }
    return std::nullopt;
}
} // namespace

std::optional<double> EdgeGradient::slopeFactor() const
{
    return ratio(afterSlope, incoming);
}

std::optional<double> EdgeGradient::matrixFactor() const
{
    return ratio(outgoing, afterSlope);
}

std::optional<double> EdgeGradient::factor() const
{
    return ratio(outgoing, incoming);
}

std::optional<EdgeGradient> edgeGradient(const Trace &trace, const Edge &edge)
{
    if (!trace.hasGradient)
        return std::nullopt;
    const NodeTrace &to = trace.nodes[edge.to.node];
    EdgeGradient result;
    result.share = shareOf(trace, edge);
    result.incoming = stableNorm(to.at(to.gradient, edge.to.step));
    result.afterSlope = stableNorm(daAt(trace, edge.to));
    result.outgoing = stableNorm(result.share);
    return result;
}

std::optional<double> edgeGradientNorm(const Trace &trace, const Edge &edge)
{
    if (!trace.hasGradient)
        return std::nullopt;
    const CompiledTerm &term = termOf(trace, edge);
    if (term.parameter < 0 && term.gate < 0)
        return stableNorm(daAt(trace, edge.to));
    return stableNorm(shareOf(trace, edge));
}

std::optional<double> bundleGradientNorm(const Trace &trace, const std::vector<Edge> &edges)
{
    if (!trace.hasGradient || edges.empty())
        return std::nullopt;
    if (edges.size() == 1)
        return edgeGradientNorm(trace, edges.front());
    Vector sum;
    for (const Edge &edge : edges) {
        const Vector share = shareOf(trace, edge);
        sum = sum.size() == 0 ? share : Vector(sum + share);
    }
    return stableNorm(sum);
}

std::optional<Edge> recurrentEdgeFrom(const Trace &trace, int node, int step)
{
    const Program &program = *trace.program;
    const Vertex from{node, step};
    if (const auto self = delayedArrow(trace, node, node))
        return edgeInto(trace, node, *self->term, self->gate, from);
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[node];
    for (const int reader : program.groups[group].nodes)
        if (const auto arrow = delayedArrow(trace, node, reader))
            return edgeInto(trace, reader, *arrow->term, arrow->gate, from);
    return std::nullopt;
}

double slopeAt(Activation activation, double value)
{
    switch (activation) {
    case Activation::Tanh: return 1 - value * value;
    case Activation::Sigmoid:
    case Activation::Softmax: return value * (1 - value);
    case Activation::Relu: return value > 0 ? 1 : 0;
    case Activation::Identity: break;
    }
    return 1;
}

} // namespace unfold
