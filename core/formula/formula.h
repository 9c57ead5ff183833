#pragma once
// The formulas of a circuit as a tree of symbols, free of any drawing. Textbook notation of Goodfellow et al.:
//   a(t) = b + W h(t−1) + U x(t),  h(t) = tanh(a(t)),
// or in the names that the circuit carries for people.
//
// `step` is 0 for the formula at any step t, with superscripts "(t)", "(t−1)", or a step's number: "(9)", "(8)"; what
// lies before step 1 is then an initial value, h with superscript (0). `steps` is T, 0 where it is not known: with it,
// terms that contribute nothing at that step are left out. Where a span matters, the formula at any step says so: "t ≤
// 3" behind a node's formula, and [t = 1] (1 where true, 0 where not) behind a term whose source exists at some of the
// node's steps only.
#include "core/circuit/circuit.h"
#include "core/engine/loss.h"
#include "core/formula/formula_tree.h"

namespace unfold {

/// One formula per line: a(t) = … and h(t) = φ(a(t)) where the node has an activation, one line where it has none.
/// Empty for an input.
std::vector<Formula> nodeFormulas(const Circuit &circuit, int node, int step = 0, int steps = 0);

/// L = −log softmax(o(t))_y, or ½‖o − y‖², with Σ over the steps it is taken at.
Formula lossFormula(const Circuit &circuit, const Loss &loss, int steps);

/// ∂L/∂h(t) = Wᵀ diag(1 − (h(t+1))²) ∂L/∂h(t+1) + …: every term in which the node is read, as source or as gate, and
/// the loss where it is taken on the node. loss: nullptr where there is none; its direct term is then left out.
/// lossStep: 0 for the whole loss, else for the loss of that step alone, ∂L(16)/∂h(t).
Formula gradientFormula(
    const Circuit &circuit, int node, int step = 0, const Loss *loss = nullptr, int steps = 0, int lossStep = 0);

/// The name of a pre-activation, "a" where only one node needs one, else "a_h".
std::string preActivationName(const Circuit &circuit, int node);

} // namespace unfold
