#pragma once
// The direct path back through a gated cell: along the value that is carried from step to step, past every matrix.
//   s(t) = φ( … + f(t) ⊙ s(t−1) )   ⇒   the part of ∂L/∂s(t) that came along it is
//   c(t) = f(t+1) ⊙ φ′(t+1) ⊙ c(t+1),   c(end) = ∂L/∂s(end)
// In an LSTM that is the product of the forget gates (Hochreiter & Schmidhuber 1997; Gers et al. 2000).
#include "core/engine/program.h"
#include "core/engine/trace.h"

namespace unfold {

/// The term by which a node reads itself through a gate and no matrix; nullptr: there is none.
const CompiledTerm *gatedPathOf(const Program &program, int node);

/// ‖c(t)‖ from step `end` backward to the first step that it reaches (forward, for a delay into the future); nullopt
/// elsewhere. Batch 1; the trace holds gradients; gatedPathOf(program, node) exists.
StepSeries gatedPathNorms(const Trace &trace, int node, int end);

} // namespace unfold
