#pragma once
// The loss of a batch whose columns count different steps: what a trainer carries back.
//
//   total = weight · Σ over the entries of  −log softmax(o(t))[y]  or  ½ ‖o(t) − y‖²,   o(t) the column of the entry
//
// Threads: pure functions of their arguments.
#include "core/engine/loss.h"
#include "core/engine/trace.h"

namespace unfold {

/// One loss: of one sequence at one step.
struct LossEntry {
    int step = 1;
    int column = 0; ///< which sequence of the batch
    int right = 0; ///< cross-entropy: the class from 0
    const double *target = nullptr; ///< squared error: as many numbers as the source has; owned by whoever made it
};

struct ColumnLoss {
    LossKind kind = LossKind::CrossEntropy;
    int source = 0; ///< node index
    double weight = 1;
    std::vector<LossEntry> entries;
};

/// Sums over entries, without the weight.
struct LossSums {
    double loss = 0;
    int counted = 0;
    int right = 0; ///< cross-entropy: where the largest entry (the first of equals) is that of the class
};

/// Of the values in the trace. `scratch` has room for one column.
LossSums sumsOf(const ColumnLoss &loss, const Trace &trace, Vector &scratch);

/// Adds weight · ∂/∂source of every entry to the gradient of the source.
LossSums addLoss(const ColumnLoss &loss, Trace &trace);

/// The backward pass of engine.h for this loss, without the gradients of the inputs, which nothing learns from: they stay
/// 0. `trace.totalLoss` is the weighted total, `trace.stepLoss` stays empty.
LossSums backward(const ColumnLoss &loss, Trace &trace);

} // namespace unfold
