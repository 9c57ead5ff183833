#pragma once
// What the equations card writes: the formulas of the circuit, what they are given, the loss, and every gradient.
#include "ui/formula/equations_layout.h"

#include <optional>
#include <set>

namespace unfold {

/// Everything the formulas depend on; not the numbers.
struct EquationsAsked {
    Circuit circuit;
    std::set<std::string> given; ///< nodes whose initial value is not 0
    std::optional<LossKind> loss;
    std::string lossSource;
    Span lossAt;
    int steps = 0;
    int node = -1; ///< its gradient comes first; −1: none is written
    int lossStep = 0; ///< the gradients are those of this step's loss; 0: of the whole

    bool operator==(const EquationsAsked &) const = default;
};

/// Node by node in the order of the circuit; gradients in the order in which they are computed, against it.
EquationsContent equationsContent(const EquationsAsked &asked);

} // namespace unfold
