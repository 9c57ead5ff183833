#pragma once
// An independent evaluation of a circuit, straight from its defining equation: one number at a time, by recursion, in
// extended precision, without Program, groups, padding or matrix products. Slow, and that is its point.
#include "core/engine/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace unfold {

/// What one run is made of.
struct Run {
    Circuit circuit;
    int steps = 1;
    int batch = 1;
    std::vector<Matrix> parameters; ///< in the order of parametersOf
    Inputs inputs;
    Loss loss;
};

/// Something to be moved a little, everything else held.
struct Nudge {
    enum class What { Nothing, Parameter, Value, PreActivation };
    What what = What::Nothing;
    int index = -1; ///< parameter or node
    int step = 0; ///< of a node; outside 1 … T: its initial value there
    int row = 0;
    int col = 0; ///< of a parameter; of a node: the sequence in the batch
    long double by = 0;
};

class Reference
{
public:
    using Real = long double;

    explicit Reference(const Run &run, const Nudge &nudge = {})
        : m_run(run)
        , m_nudge(nudge)
        , m_parameters(parametersOf(run.circuit))
    {
    }

    /// value(t)[row] of sequence b; outside 1 … T the initial value.
    Real value(int node, int step, int row, int b)
    {
        const auto key = std::tuple(node, step, row, b);
        const auto known = m_values.find(key);
        if (known != m_values.end())
            return known->second;
        Real v = compute(node, step, row, b);
        if (nudged(Nudge::What::Value, node, row, b) && m_nudge.step == step)
            v += m_nudge.by;
        return m_values[key] = v;
    }

    Real totalLoss()
    {
        const Loss &loss = m_run.loss;
        const int source = m_run.circuit.indexOf(loss.source);
        const StepRange at = loss.at.in(m_run.steps);
        Real total = 0;
        for (int t = at.first; t <= at.last; ++t)
            if (const auto place = loss.at.placeOf(t, m_run.steps))
                for (int b = 0; b < m_run.batch; ++b)
                    total += lossAt(source, t, b, *place * m_run.batch + b);
        return total;
    }

    /// The smallest |a| of a relu that was evaluated: how far the run is from a kink.
    Real distanceFromKink() const { return m_distanceFromKink; }

private:
    bool nudged(Nudge::What what, int index, int row, int col) const
    {
        return m_nudge.what == what && m_nudge.index == index && m_nudge.row == row && m_nudge.col == col;
    }

    Real parameter(const std::string &name, int row, int col) const
    {
        const int p = indexOf(m_parameters, name);
        return m_run.parameters[p](row, col) + (nudged(Nudge::What::Parameter, p, row, col) ? m_nudge.by : 0);
    }

    bool within(int step) const { return 1 <= step && step <= m_run.steps; }
    bool exists(int node, int step) const
    {
        return !within(step) || m_run.circuit.nodes[node].span.in(m_run.steps).contains(step);
    }

    Real compute(int index, int step, int row, int b)
    {
        const Node &node = m_run.circuit.nodes[index];
        if (!within(step))
            return given(m_run.inputs.initial, index, row, b);
        if (node.role == Role::Input)
            return given(m_run.inputs.sequence, index, row, (step - node.span.in(m_run.steps).first) * m_run.batch + b);
        if (node.activation != Activation::Softmax)
            return activated(node.activation, preActivation(index, step, row, b));
        Real sum = 0;
        for (int i = 0; i < node.size; ++i)
            sum += std::exp(preActivation(index, step, i, b));
        return std::exp(preActivation(index, step, row, b)) / sum;
    }

    Real preActivation(int index, int step, int row, int b)
    {
        const Node &node = m_run.circuit.nodes[index];
        Real a = node.bias.empty() ? 0 : parameter(node.bias, row, 0);
        for (const Term &term : node.terms)
            a += termAt(term, step, row, b);
        if (nudged(Nudge::What::PreActivation, index, row, b) && m_nudge.step == step)
            a += m_nudge.by;
        return a;
    }

    static Real given(const std::vector<Matrix> &all, int node, int row, int col)
    {
        const Matrix &m = all.at(node);
        return m.size() == 0 ? 0 : m(row, col);
    }

    Real termAt(const Term &term, int step, int row, int b)
    {
        const int source = m_run.circuit.indexOf(term.source);
        const int gate = m_run.circuit.indexOf(term.gate);
        const auto product = [&](int i) {
            const Real s = value(source, step - term.delay, i, b);
            return gate < 0 ? s : s * value(gate, step - term.gateDelay, i, b);
        };
        if (!exists(source, step - term.delay) || (gate >= 0 && !exists(gate, step - term.gateDelay)))
            return 0;
        if (term.parameter.empty())
            return term.sign * product(row);
        Real sum = 0;
        for (int i = 0; i < m_run.circuit.nodes[source].size; ++i)
            sum += parameter(term.parameter, row, i) * product(i);
        return term.sign * sum;
    }

    Real activated(Activation activation, Real a)
    {
        switch (activation) {
        case Activation::Tanh: return std::tanh(a);
        case Activation::Sigmoid: return 1 / (1 + std::exp(-a));
        case Activation::Relu: m_distanceFromKink = std::min(m_distanceFromKink, std::abs(a)); return a > 0 ? a : 0;
        case Activation::Softmax: // of a whole vector, see compute
        case Activation::Identity: break;
        }
        return a;
    }

    Real lossAt(int source, int t, int b, int target)
    {
        const int size = m_run.circuit.nodes[source].size;
        Real sum = 0;
        for (int i = 0; i < size; ++i) {
            const Real o = value(source, t, i, b);
            const bool entropy = m_run.loss.kind == LossKind::CrossEntropy;
            sum += entropy ? std::exp(o) : std::pow(o - m_run.loss.vectors(i, target), 2) / 2;
        }
        if (m_run.loss.kind == LossKind::SquaredError)
            return sum;
        return std::log(sum) - value(source, t, m_run.loss.classes[target], b);
    }

    const Run &m_run;
    Nudge m_nudge;
    std::vector<ParameterInfo> m_parameters;
    std::map<std::tuple<int, int, int, int>, Real> m_values;
    Real m_distanceFromKink = std::numeric_limits<Real>::infinity();
};

} // namespace unfold
