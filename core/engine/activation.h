#pragma once
// The activations and their slopes over many numbers at once, and the exponential they are made of.
//
// tanh, sigmoid and exp are within 3 units in the last place of the true value wherever that is a normal number, within
// one step of it where it is subnormal; infinities and NaN give what the limits say. A number's result does not depend
// on its neighbours.
#include "core/circuit/circuit.h"

#include <cstddef>

namespace unfold {

/// values[i] = φ(values[i]). Softmax: each column of `size` entries by itself; count is a multiple of it.
void activate(Activation activation, double *values, std::ptrdiff_t count, std::ptrdiff_t size = 1);

/// da[i] = dValue[i] · φ′, φ′ from the activation's value: tanh 1 − h², sigmoid h (1 − h), relu 1 where h > 0. Softmax:
/// da = v ⊙ (dValue − v · dValue) for each column v of `size` entries. da may be dValue.
void slopeBackward(Activation activation, const double *dValue, const double *value, double *da, std::ptrdiff_t count,
    std::ptrdiff_t size = 1);

/// values[i] = exp(values[i])
void exponentiate(double *values, std::ptrdiff_t count);

} // namespace unfold
