#pragma once
// The formula of a state written out step by step, as the circuit is unfolded:
//   s(3) = f(s(2)) = f(f(s(1))),  h(3) = tanh(b + W h(2) + U x(3)) = tanh(b + W tanh(b + W h(1) + U x(2)) + U x(3)).
//
// Each line puts the definition of the state one step farther in place of its name. A state that reads itself is
// written in itself alone, as s(3) = f(3) ⊙ s(2) + i(3) ⊙ k(3) in an LSTM; one that comes back to itself through others
// (the output recurrence of Jordan) is written with those as well.
#include "core/circuit/circuit.h"
#include "core/formula/formula_tree.h"

#include <vector>

namespace unfold {

struct UnfoldedLine {
    /// Parts of a formula: first … last − 1.
    struct Range {
        size_t first = 0;
        size_t last = 0;
        bool operator==(const Range &) const = default;
    };
    Formula formula; ///< the first line begins with the state, the others with "="
    std::vector<Range> fresh; ///< what was put in place of a name in this line
};

/// The node whose formula unfolds: the first state that reads itself at another step, else the first that lies on a
/// loop; of these the one that exists at the most of 1 … steps. −1: no step reads another.
int unfoldingNode(const Circuit &circuit, int steps);

/// The lines for `node` at `step` of 1 … steps, at most `most`; the last one still reads a state inside 1 … steps where
/// there is one. A definition that `mostParts` symbols cannot hold is written with its sum cut down to what leads on:
/// tanh(… + W h(1) + …). Empty for an input.
std::vector<UnfoldedLine> unfoldedFormula(
    const Circuit &circuit, int node, int step, int steps, int most, int mostParts = 60);

} // namespace unfold
