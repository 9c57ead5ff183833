#pragma once
// Weights that PyTorch keeps in parts, put together.
//
//   weight norm    w = g · v / ‖v‖, row by row     weight_g, weight_v
//                                                  parametrizations.weight.original0, original1
//   spectral norm  w = w₀ / (uᵀ w₀ v)              weight_orig, weight_u, weight_v
//                                                  parametrizations.weight.original, 0._u, 0._v
#include "core/import/renaming.h"

namespace unfold {

/// Throws InputError where the parts do not fit together.
void putTogether(Renaming &renaming);

} // namespace unfold
