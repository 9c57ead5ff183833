#pragma once
// The short sequence that an animation is drawn for: a circuit over few steps, so that every copy can be made out.
#include "ui/diagram/folded/folded_layout.h"

namespace unfold {

struct ShownSequence {
    Circuit circuit; ///< its spans shortened with the sequence, in their order
    std::optional<LossPlace> loss;
    int steps = 1;
};

/// The circuit of a sequence of `steps` over the first `shown` of as many or fewer: what exists at the first steps only
/// still comes before what exists at the others, and everything that existed at some step still does, where there are
/// steps enough.
ShownSequence shortened(const Circuit &circuit, const std::optional<LossPlace> &loss, int steps, int shown);

} // namespace unfold
