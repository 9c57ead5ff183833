#pragma once
// Unfolding: the map from a circuit to a computational graph with repeated pieces.
#include "core/circuit/circuit.h"

namespace unfold {

/// A node at a step. A step outside 1 … T stands for the node's initial value.
struct Vertex {
    int node = -1;
    int step = 0;
    auto operator<=>(const Vertex &) const = default;
};

/// One copy of a term (or of its gate).
struct Edge {
    Vertex from;
    Vertex to;
    int term = 0; ///< index into the terms of node `to.node`
    bool gate = false; ///< the elementwise factor of the term, not its source
    bool operator==(const Edge &) const = default;
};

struct UnrolledGraph {
    int steps = 0;
    std::vector<Vertex> vertices; ///< ordered by step, then node; steps 1 … T only
    std::vector<Edge> edges; ///< ordered by target step; sources may lie outside 1 … T
};

/// The unrolled graph over `steps` steps, cut to the vertices of `window` and the edges that touch it.
/// An edge whose source does not exist at its step (but lies inside 1 … T) is left out: it contributes nothing.
UnrolledGraph unfold(const Circuit &circuit, int steps, StepRange window);
UnrolledGraph unfold(const Circuit &circuit, int steps);

} // namespace unfold
