#pragma once
// A circuit compiled for a number of steps: what is computed in which order, and what leaves the time loop.
#include "core/circuit/order.h"
#include "core/circuit/parameters.h"

namespace unfold {

/// A term with its names resolved.
struct CompiledTerm {
    int term = 0; ///< index into the node's terms
    int source = -1; ///< node index
    int delay = 0;
    int parameter = -1; ///< parameter index, −1: none
    double sign = 1;
    int gate = -1; ///< node index, −1: none
    int gateDelay = 0;
    bool inLoop = false; ///< source or gate lies on the node's own loop: computed step by step
    int product = -1; ///< index of the stored product source ⊙ gate, −1: none
};

struct CompiledNode {
    StepRange span;
    Activation activation = Activation::Identity;
    int size = 0;
    int bias = -1; ///< parameter index, −1: none
    std::vector<CompiledTerm> terms;
    int before = 0; ///< columns kept for the steps before 1 (initial values)
    int after = 0; ///< columns kept for the steps after T
};

struct Program {
    Circuit circuit;
    int steps = 0;
    int batch = 1;
    std::vector<ParameterInfo> parameters;
    std::vector<Group> groups;
    std::vector<CompiledNode> nodes;
    int products = 0; ///< number of stored gated products

    /// Rough number of multiply-adds of one forward and backward pass.
    double cost() const;
};

/// circuit must be valid (see validate). steps ≥ 1, batch ≥ 1. Throws InputError as orderInTime and parametersOf do.
Program compile(const Circuit &circuit, int steps, int batch = 1);

} // namespace unfold
