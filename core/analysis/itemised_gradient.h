#pragma once
// Who caused what: ‖∂L(s)/∂h(t)‖ for every pair of steps.
#include "core/engine/loss.h"
#include "core/engine/trace.h"

#include <stop_token>

namespace unfold {

/// T × T: entry (s − 1, t − 1) is ‖∂L(s)/∂node(t)‖, through every path; NaN where no loss is taken at s or the node
/// does not exist at t; 0 where t lies after s in a causal circuit. Empty after a stop request. Batch 1.
Matrix itemisedGradientNorms(const Trace &trace, const Loss &loss, int node, std::stop_token stop = {});

} // namespace unfold
