#pragma once
// Runs a compiled circuit forward and backward (backpropagation through time) for every circuit alike.
//
// Threads: pure functions of their arguments; several may run at once on different traces.
// Memory: a trace that was used with a program of the same shape is filled again without allocating.
#include "core/engine/loss.h"
#include "core/engine/trace.h"

namespace unfold {

/// What a program reads. Ordered by node index; empty matrices where there is nothing.
struct Inputs {
    std::vector<Matrix> sequence; ///< input nodes: size × (steps of its span · batch), column step · batch + sequence
    std::vector<Matrix> initial; ///< nodes read outside 1 … T: size × batch; empty: zeros
    /// What was carried on: the values at the steps up to 0, in place of `initial`: size × (steps kept before 1 ·
    /// batch), laid out as in a trace; empty: as `initial` says.
    std::vector<Matrix> before = {};
};

/// Fills value of every node. `trace.parameters` must hold the parameters as used, in the program's order and shapes.
void forward(std::shared_ptr<const Program> program, const Inputs &inputs, Trace &trace);

/// Fills the losses and the gradients of the total loss, Σ over the steps of `loss.at` that lie in `counted`.
/// Throws InputError where a class or a target's shape does not fit.
void backward(const Loss &loss, Trace &trace);
void backward(const Loss &loss, StepRange counted, Trace &trace);

} // namespace unfold
