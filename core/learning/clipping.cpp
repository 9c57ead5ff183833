#include "core/learning/clipping.h"

#include "core/linalg/stable_norm.h"

#include <algorithm>
#include <cmath>

namespace unfold {

Clipping clippingOf(const std::vector<Matrix> &gradients, std::optional<double> threshold)
{
    Clipping clipping;
    for (const Matrix &gradient : gradients)
        clipping.norm = std::hypot(clipping.norm, stableNorm(gradient));
    if (threshold && clipping.norm > *threshold)
        clipping.factor = *threshold / clipping.norm;
    if (std::isfinite(clipping.norm))
        clipping.clipped = std::min(clipping.norm, threshold.value_or(clipping.norm));
    return clipping;
}

} // namespace unfold
