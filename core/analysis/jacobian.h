#pragma once
// ‖∂h(T)/∂h(t)‖₂: how strongly the last state depends on state t, through every path of its loop.
#include "core/engine/trace.h"

#include <stop_token>

namespace unfold {

/// One entry per step: the largest singular value of ∂value(end)/∂value(t), end being the last step of the node's span
/// (the first, for a loop into the future). Exact for small sizes, Lanczos to 1e-12 for large; σ_max of a product that
/// under- or overflows is 0 or infinity. nullopt outside the span; all nullopt for a node on no loop, and after a stop
/// request. Batch 1. Cost O(T · n³).
StepSeries jacobianNorms(const Trace &trace, int node, std::stop_token stop = {});

} // namespace unfold
