#include "core/circuit/unfold.h"

#include <algorithm>

namespace unfold {
namespace {

/// Adds the copies of one term that enter `to`, where they touch the window.
void addEdges(const Circuit &circuit, int steps, StepRange window, const Vertex &to, int k, std::vector<Edge> &edges)
{
    const Term &term = circuit.nodes[to.node].terms[k];
    const auto reads = [&](const std::string &name, int delay) {
        return Vertex{circuit.indexOf(name), to.step - delay};
    };
    const auto contributes = [&](const Vertex &v) {
        return v.step < 1 || v.step > steps || circuit.nodes[v.node].span.in(steps).contains(v.step);
    };
    const auto touches = [&](const Vertex &v) { return window.contains(v.step) || window.contains(to.step); };

    const Vertex source = reads(term.source, term.delay);
    if (term.gate.empty()) {
        if (contributes(source) && touches(source))
            edges.push_back({source, to, k, false});
        return;
    }
    const Vertex gate = reads(term.gate, term.gateDelay);
    if (!contributes(source) || !contributes(gate)) // a product with a missing factor is missing
        return;
    if (touches(source))
        edges.push_back({source, to, k, false});
    if (touches(gate))
        edges.push_back({gate, to, k, true});
}

/// The steps whose terms may read from, or lie in, the window.
StepRange readersOf(const Circuit &circuit, int steps, StepRange window)
{
    int past = 0;
    int future = 0;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            past = std::max({past, std::min(term.delay, steps), std::min(term.gateDelay, steps)});
            future = std::min({future, std::max(term.delay, -steps), std::max(term.gateDelay, -steps)});
        }
    return {std::max(1, window.first + future), std::min(steps, window.last + past)};
}

} // namespace

UnrolledGraph unfold(const Circuit &circuit, int steps, StepRange window)
{
    UnrolledGraph graph{steps, {}, {}};
    window = {std::max(1, window.first), std::min(steps, window.last)};
    const int nodes = static_cast<int>(circuit.nodes.size());
    for (int t = window.first; t <= window.last; ++t)
        for (int n = 0; n < nodes; ++n)
            if (circuit.nodes[n].span.in(steps).contains(t))
                graph.vertices.push_back({n, t});
    if (window.count() == 0)
        return graph;

    const StepRange readers = readersOf(circuit, steps, window);
    for (int t = readers.first; t <= readers.last; ++t)
        for (int n = 0; n < nodes; ++n)
            for (int k = 0; k < static_cast<int>(circuit.nodes[n].terms.size()); ++k)
                if (circuit.nodes[n].span.in(steps).contains(t))
                    addEdges(circuit, steps, window, {n, t}, k, graph.edges);
    return graph;
}

UnrolledGraph unfold(const Circuit &circuit, int steps)
{
    return unfold(circuit, steps, {1, steps});
}

} // namespace unfold
