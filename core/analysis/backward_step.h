#pragma once
// One step of reverse accumulation with many columns: from adjoints of node(t) to those of everything it reads.
// A column is the gradient of one scalar (a loss, an entry of the last state); batch 1.
//
//   ȧ = φ′(a(t)) ⊙ n̄       p = sign · Pᵀ ȧ       s̄ += g ⊙ p       ḡ += s ⊙ p
#include "core/engine/trace.h"

#include <functional>

namespace unfold {

/// The accumulator (size × columns) of a node at a step, or nullptr where nobody asks for it.
using BackwardSink = std::function<Matrix *(int node, int step)>;

/// adjoint: size × columns, ∂/∂value of node(step); turned into ∂/∂a on the way. step lies in the node's span.
void pushBack(const Trace &trace, int node, int step, Matrix &adjoint, const BackwardSink &sink);

} // namespace unfold
