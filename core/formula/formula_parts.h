#pragma once
// The bricks of formulas: symbols with their step, and the conditions that spans put on a step.
#include "core/circuit/circuit.h"
#include "core/formula/formula_tree.h"

#include <functional>
#include <vector>

namespace unfold::formula {

using Row = std::vector<Formula::Part>;

/// The step a formula is written for: any t, or a number; and T, where it is known. And the names it is written in.
struct Time {
    const Names &names; ///< must outlive it
    int step = 0; ///< 0: any t
    int steps = 0; ///< 0: not known
    int lossStep = 0; ///< gradients: 0: of the whole loss, else of that step's

    /// T, or a number so large that ends do not meet; numbers near it are then written "T − 1".
    int horizon() const { return steps > 0 ? steps : 1000; }
    /// "(t)", "(t−1)", "(9)", or in angle brackets; offset is added to the step.
    std::string superscript(int offset) const;
};

Formula::Part text(const std::string &upright);
Formula::Part italic(const std::string &letters, const SymbolRef &ref = {});
Formula::Part thinSpace();
void append(Row &row, const Row &more);
/// (1 − symbol)
Row oneMinus(const Formula::Part &symbol);

const Node &nodeCalled(const Circuit &circuit, const std::string &name);

/// A symbol that reads `name`, of a node or of its pre-activation, at step t + offset.
Formula::Part timedSymbol(
    const std::string &name, SymbolRef::Kind kind, const std::string &node, int offset, const Time &time);
Formula::Part nodeSymbol(const Node &node, int offset, const Time &time);
/// Whether the argument of the activation needs a name of its own: not where it is one bare node, as in m = tanh(s).
bool hasPreActivation(const Node &node);
/// What the node's activation is applied to: its pre-activation, or that one bare node.
Formula::Part argumentSymbol(const Circuit &circuit, const Node &node, int offset, const Time &time);
Formula::Part parameterSymbol(const Names &names, const std::string &parameter, bool transposed = false);
/// y, at the step; offset as above.
Formula::Part targetSymbol(Formula::Style style, const std::string &superscript);
/// ŷ, the softmax of the output that the loss reads.
Formula::Part predictionSymbol(const Node &output, const Time &time);

/// The steps of `whole` at which `holds`, written as a condition on t: "t = 1", "t ≤ 3", "t > 3"; several are joined by
/// commas. Empty where it holds at all of them.
Row condition(StepRange whole, const Time &time, const std::function<bool(int)> &holds);

/// Whether a term may read `node` at `step`: it exists there, or the step lies outside 1 … T, where initial values are.
bool readable(const Node &node, int step, const Time &time);

/// Whether the term adds something at `step` of its node: what it reads exists there, or is an initial value.
bool contributes(const Circuit &circuit, const Term &term, int step, const Time &time);
/// Whether a term and its complement contribute at the same steps, so that they are written as one: at the step of the
/// formula, or at every step of the node.
bool joinsComplement(const Circuit &circuit, const Node &node, int term, const Time &time);

Formula equation(const Formula::Part &left, const Row &right);

/// A step as a row: "9"; near an unknown end "T", "T − 1".
Row stepRow(int step, const Time &time);
/// ∑ over the steps t of the range.
Formula::Part sumOver(StepRange range, const Time &time);

/// Behind a node's formula at any t: a wide space and "t ≤ 3". Empty where the node exists at every step.
Row spanNote(const Node &node, const Time &time);
Row rangeNote(StepRange range, const Time &time);
/// Behind a term: a thin space and [condition]. Empty for an empty condition.
Row bracketed(const Row &condition);

} // namespace unfold::formula
