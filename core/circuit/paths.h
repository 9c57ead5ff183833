#pragma once
// All paths between two vertices of the unrolled graph: the ways by which one step causes another.
#include "core/circuit/unfold.h"

#include <vector>

namespace unfold {

class Paths
{
public:
    Paths() = default;
    /// Every vertex of unfold(circuit, steps) that lies on a path from `from` to `to`, both included; none where no
    /// path leads there.
    Paths(const Circuit &circuit, int steps, Vertex from, Vertex to);

    bool hold(Vertex vertex) const;
    /// Whether any copy of the node is on a path.
    bool holdNode(int node) const;
    int count() const; ///< vertices

private:
    int m_steps = 0;
    std::vector<bool> m_on; ///< [node · steps + step − 1]
};

} // namespace unfold
