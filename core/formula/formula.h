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

#include <optional>
#include <set>

namespace unfold {

/// One formula per line: a(t) = … and h(t) = φ(a(t)) where the node has an activation, one line where it has none.
/// Empty for an input.
std::vector<Formula> nodeFormulas(const Circuit &circuit, int node, int step = 0, int steps = 0);

/// The matrices of a node side by side, where the notation has a name for them:
///   = b_a + W_a [a⟨t−1⟩, x⟨t⟩]   W_a = [W_aa | W_ax].
/// nullopt where it has none, or where a term does more than multiply a value by a matrix at every step of the node.
std::optional<Formula> stackedFormula(const Circuit &circuit, int node, int steps = 0);

/// h(0) = 0 for every node that is read outside 1 … T; h(0) ≠ 0 where it is `given`, by name, with another value.
std::vector<Formula> initialFormulas(const Circuit &circuit, const std::set<std::string> &given, int steps = 0);

/// W = gain W₀, for every parameter that the gain multiplies.
std::vector<Formula> gainFormulas(const Circuit &circuit);

/// L = −log softmax(o(t))_y, or ½‖o − y‖², with Σ over the steps it is taken at: in one line.
Formula lossFormula(const Circuit &circuit, const Loss &loss, int steps);

/// The same step by step: ŷ(t) = softmax(o(t)) for cross-entropy, L(t) = −log ŷ(t)[y(t)] or ½‖o(t) − y(t)‖², L = Σ
/// L(t); without the sum where the loss is taken once.
std::vector<Formula> lossFormulas(const Circuit &circuit, const Loss &loss, int steps);

/// ∂L/∂h(t) = Wᵀ diag(1 − (h(t+1))²) ∂L/∂h(t+1) + …: every term in which the node is read, as source or as gate, and
/// the loss where it is taken on the node. loss: nullptr where there is none; its direct term is then left out. With a
/// loss, what has no way to it is left out as well: its gradient is 0.
/// lossStep: 0 for the whole loss, else for the loss of that step alone, ∂L(16)/∂h(t).
Formula gradientFormula(
    const Circuit &circuit, int node, int step = 0, const Loss *loss = nullptr, int steps = 0, int lossStep = 0);

/// ∂L/∂W = Σ diag(1 − (h(t))²) ∂L/∂h(t) h(t−1)ᵀ: a sum over the steps, and over all terms of a shared parameter.
Formula parameterGradientFormula(
    const Circuit &circuit, const std::string &parameter, const Loss &loss, int steps = 0, int lossStep = 0);

/// The name of a pre-activation, "a" where only one node needs one, else "a_h".
std::string preActivationName(const Circuit &circuit, int node);

} // namespace unfold
