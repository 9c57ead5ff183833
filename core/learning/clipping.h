#pragma once
// Clipping by the global norm: the gradient of all parameters together is one long vector g, and where it is longer
// than θ it is rescaled to length θ, its direction kept:  g ← min(1, θ/‖g‖) g  (Pascanu, Mikolov, Bengio 2013). It acts
// on the gradients of the parameters, after the backward pass; ∂L/∂h(t) is what it was.
#include "core/linalg/matrix.h"

#include <optional>
#include <vector>

namespace unfold {

struct Clipping {
    double norm = 0; ///< ‖g‖₂ as it came out of the backward pass; may be infinite or NaN
    double factor = 1; ///< what every entry is multiplied by: 1 where ‖g‖ ≤ θ or no θ is given, 0 where ‖g‖ = ∞
    /// factor · ‖g‖; absent where ‖g‖ is not finite, and no factor makes a direction of it.
    std::optional<double> clipped;
};

/// gradients: of every parameter, any shapes. threshold: θ > 0; nullopt: nothing is clipped.
Clipping clippingOf(const std::vector<Matrix> &gradients, std::optional<double> threshold);

} // namespace unfold
