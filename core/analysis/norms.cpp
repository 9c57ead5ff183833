#include "core/analysis/norms.h"

#include "core/linalg/stable_norm.h"

#include <cmath>
#include <limits>

namespace unfold {
namespace {
/// Applies f(step) at every step of the node's span.
template <typename F> StepSeries overSpan(const Trace &trace, int node, F f)
{
    StepSeries series(trace.steps());
    const StepRange span = trace.nodes[node].span;
    for (int step = span.first; step <= span.last; ++step)
        series[step - 1] = f(step);
    return series;
}

/// source(t − delay) ⊙ gate(t − gateDelay), what a term's parameter multiplies; 0 where either does not exist.
Vector termInput(const Trace &trace, const CompiledTerm &term, int step)
{
    const NodeTrace &source = trace.nodes[term.source];
    Vector input = source.at(source.value, step - term.delay);
    if (term.gate >= 0) {
        const NodeTrace &gate = trace.nodes[term.gate];
        input.array() *= gate.at(gate.value, step - term.gateDelay).array();
    }
    return input;
}

/// One rank-one piece of a parameter's gradient: da · inputᵀ.
struct Contribution {
    Vector da;
    Vector input;
};

std::vector<Contribution> contributionsAt(const Trace &trace, int parameter, int step)
{
    std::vector<Contribution> all;
    for (std::size_t n = 0; n < trace.nodes.size(); ++n) {
        const NodeTrace &node = trace.nodes[n];
        const CompiledNode &compiled = trace.program->nodes[n];
        if (!node.exists(step))
            continue;
        if (compiled.bias == parameter)
            all.push_back({node.at(node.preActivationGradient, step), Vector::Ones(1)});
        for (const CompiledTerm &term : compiled.terms)
            if (term.parameter == parameter)
                all.push_back({term.sign * node.at(node.preActivationGradient, step), termInput(trace, term, step)});
    }
    return all;
}

double frobeniusNorm(const std::vector<Contribution> &all)
{
    if (all.size() == 1)
        return stableNorm(all[0].da) * stableNorm(all[0].input);
    Matrix sum = Matrix::Zero(all[0].da.size(), all[0].input.size());
    for (const Contribution &one : all)
        sum.noalias() += one.da * one.input.transpose();
    return stableNorm(sum);
}
} // namespace

StepSeries valueNorms(const Trace &trace, int node)
{
    const NodeTrace &n = trace.nodes[node];
    return overSpan(trace, node, [&](int step) { return stableNorm(n.at(n.value, step)); });
}

StepSeries gradientNorms(const Trace &trace, int node)
{
    if (!trace.hasGradient)
        return StepSeries(trace.steps());
    const NodeTrace &n = trace.nodes[node];
    return overSpan(trace, node, [&](int step) { return stableNorm(n.at(n.gradient, step)); });
}

StepSeries parameterStepNorms(const Trace &trace, int parameter)
{
    StepSeries series(trace.steps());
    if (!trace.hasGradient)
        return series;
    for (int step = 1; step <= trace.steps(); ++step)
        if (const auto all = contributionsAt(trace, parameter, step); !all.empty())
            series[step - 1] = frobeniusNorm(all);
    return series;
}

std::optional<int> anchorOf(const StepSeries &norm, bool toThePast)
{
    const int steps = static_cast<int>(norm.size());
    for (int i = 0; i < steps; ++i) {
        const int step = toThePast ? steps - i : i + 1;
        if (norm[step - 1] && *norm[step - 1] != 0)
            return step;
    }
    return std::nullopt;
}

} // namespace unfold
