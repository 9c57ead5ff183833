#pragma once
// The order in which a circuit can be computed.
//
// The strongly connected components of the node graph (edges of any delay), sources first. A component without a loop
// hangs on no recurrence and is computed for the whole sequence at once; a component with loops is walked
// step by step, into the future where its delays are positive, into the past where they are negative.
#include "core/circuit/circuit.h"

namespace unfold {

enum class Walk {
    WholeSequence, ///< no loop: all steps at once
    Forward, ///< loops through the past: t = 1 … T
    Backward, ///< loops through the future: t = T … 1
};

struct Group {
    Walk walk = Walk::WholeSequence;
    std::vector<int> nodes; ///< indices into Circuit::nodes, in the order of computation within a step
};

/// Groups in order of computation. Every node is in exactly one.
/// Throws InputError, naming the loop, for a loop without delay or one through past and future.
std::vector<Group> orderInTime(const Circuit &circuit);

/// Group index of every node, from the groups of the same circuit.
std::vector<int> groupOfNode(const std::vector<Group> &groups, int nodeCount);

} // namespace unfold
