#pragma once
// The simplest recurrence: a node that reads itself through one term, and nothing else is on the loop.
//   h(t) = φ( … + sign · W h(t − delay) )   ⇒   ∂L/∂h(t) ∋ sign · Wᵀ (φ′ ⊙ ∂L/∂h(t + delay))
// Here each backward step is one slope and one matrix, and (γ σ_max)ⁿ bounds n of them.
#include "core/engine/program.h"

namespace unfold {

struct SelfLoop {
    int term = 0; ///< index into the node's terms
    int delay = 1; ///< never 0; negative where the loop runs into the future
    int parameter = -1; ///< −1: none
};

/// nullopt for a node on no loop, or on one with gates, other nodes or more than one term.
std::optional<SelfLoop> selfLoopOf(const Program &program, int node);

} // namespace unfold
