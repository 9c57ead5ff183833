#pragma once
// Norms over time, read off a trace (batch 1).
#include "core/engine/trace.h"

namespace unfold {

/// ‖value(t)‖₂ and ‖∂L/∂value(t)‖₂ of a node, T entries; the second all nullopt without a loss.
StepSeries valueNorms(const Trace &trace, int node);
StepSeries gradientNorms(const Trace &trace, int node);

/// Frobenius norm of step t's own contribution to the gradient of a parameter:
/// ‖Σ_terms sign · da(t) source(t − delay)ᵀ‖, t the step of the node that the term belongs to.
StepSeries parameterStepNorms(const Trace &trace, int parameter);

/// Where the gradient enters a loop and flows on from: the last step (the first, for a loop into the future) at which
/// its norm is not 0. nullopt where it is 0 everywhere.
std::optional<int> anchorOf(const StepSeries &norm, bool toThePast);

} // namespace unfold
