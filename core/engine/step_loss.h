#pragma once
// The loss of one column at one step, and its gradient. Inside the engine only.
#include "core/engine/activation.h"
#include "core/linalg/matrix.h"

#include <cmath>

namespace unfold {

/// −log softmax(o)[y]; dO, size × 1, becomes softmax(o) − y.
template <typename Column, typename Gradient> double crossEntropy(const Column &o, int y, Gradient &&dO)
{
    const double largest = o.maxCoeff();
    dO = o.array() - largest;
    exponentiate(dO.data(), dO.size());
    const double sum = dO.sum();
    dO /= sum;
    dO(y) -= 1;
    return std::log(sum) - (o(y) - largest);
}

/// ½ ‖o − y‖²; dO, size × 1, becomes o − y.
template <typename Column, typename Target, typename Gradient>
double squaredError(const Column &o, const Target &y, Gradient &&dO)
{
    dO = o - y;
    return 0.5 * dO.squaredNorm();
}

} // namespace unfold
