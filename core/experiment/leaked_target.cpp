#include "core/experiment/leaked_target.h"

#include <algorithm>

namespace unfold {
namespace {

bool predictsTheNext(const Experiment &experiment)
{
    return experiment.loss
        && (std::holds_alternative<TextSource>(experiment.data.kind)
            || std::holds_alternative<SeriesSource>(experiment.data.kind));
}

bool looksAhead(const Circuit &circuit)
{
    return std::any_of(circuit.nodes.begin(), circuit.nodes.end(), [](const Node &node) {
        return std::any_of(node.terms.begin(), node.terms.end(),
            [](const Term &term) { return term.delay < 0 || (!term.gate.empty() && term.gateDelay < 0); });
    });
}

/// Everything that one value depends on, node by node and step by step.
class Dependence
{
public:
    Dependence(const Circuit &circuit, int steps)
        : m_circuit(circuit)
        , m_steps(steps)
        , m_seen(circuit.nodes.size() * static_cast<std::size_t>(steps))
    {
    }

    void follow(int node, int step)
    {
        if (node < 0 || !m_circuit.nodes[static_cast<std::size_t>(node)].span.in(m_steps).contains(step))
            return;
        if (!m_seen[index(node, step)])
            m_open.push_back({node, step});
        m_seen[index(node, step)] = true;
    }

    void followAll()
    {
        while (!m_open.empty()) {
            const auto [node, step] = m_open.back();
            m_open.pop_back();
            for (const Term &term : m_circuit.nodes[static_cast<std::size_t>(node)].terms) {
                follow(m_circuit.indexOf(term.source), step - term.delay);
                if (!term.gate.empty())
                    follow(m_circuit.indexOf(term.gate), step - term.gateDelay);
            }
        }
    }

    /// The first input that is read at this step; null: none is.
    const Node *inputAt(int step) const
    {
        for (std::size_t node = 0; node < m_circuit.nodes.size(); ++node)
            if (m_circuit.nodes[node].role == Role::Input && m_seen[index(static_cast<int>(node), step)])
                return &m_circuit.nodes[node];
        return nullptr;
    }

private:
    std::size_t index(int node, int step) const
    {
        return static_cast<std::size_t>(node) * static_cast<std::size_t>(m_steps) + static_cast<std::size_t>(step - 1);
    }

    const Circuit &m_circuit;
    int m_steps;
    std::vector<bool> m_seen;
    std::vector<std::pair<int, int>> m_open;
};

} // namespace

std::optional<LeakedTarget> leakedTarget(const Experiment &experiment)
{
    if (!predictsTheNext(experiment))
        return std::nullopt;
    const Circuit circuit = circuitOf(experiment);
    if (!looksAhead(circuit))
        return std::nullopt;
    const int steps = stepsOf(experiment, circuit);
    const StepRange taken = experiment.loss->at.in(steps);
    for (int step = taken.first; step <= std::min(taken.last, steps - 1); ++step) {
        Dependence dependence(circuit, steps);
        dependence.follow(circuit.indexOf(experiment.loss->source), step);
        dependence.followAll();
        if (const Node *input = dependence.inputAt(step + 1))
            return LeakedTarget{experiment.loss->source, step, input->name};
    }
    return std::nullopt;
}

} // namespace unfold
