#pragma once
// The bricks of gradients: ∂L/∂h(t), diag(φ′), and which values have a way to the loss at all.
#include "core/engine/loss.h"
#include "core/formula/formula_parts.h"

#include <utility>
#include <vector>

namespace unfold::formula {

/// ∂L/∂symbol, or ∂L(16)/∂symbol.
Formula::Part partial(const Formula::Part &of, const Time &time);
/// ∂L/∂node(t + offset)
Formula::Part partial(const Node &node, int offset, const Time &time);

/// diag(φ′) of the node at t + offset; nothing for identity.
Row slope(const Circuit &circuit, const Node &node, int offset, const Time &time);

void addSummand(Row &row, const Row &summand, int sign);

/// Which values change the loss: all that lead to it, through whatever they lead through. The gradient of every other
/// is 0, and is left out of sums.
class Reach
{
public:
    /// Without a loss everything counts as leading to it.
    Reach(const Circuit &circuit, const Loss *loss, const Time &time);

    /// step: 1 … T.
    bool operator()(int node, int step) const;

private:
    void visit(int node, int step);

    int m_horizon;
    std::vector<std::vector<char>> m_reached; ///< by node, then step; empty: without a loss
    std::vector<std::pair<int, int>> m_open; ///< nodes and steps whose sources are still to be visited
};

} // namespace unfold::formula
