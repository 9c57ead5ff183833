#pragma once
// The norm of a vector or matrix, however large or small its entries are.
#include "core/linalg/matrix.h"

namespace unfold {

/// 2-norm of a vector, Frobenius norm of a matrix, without overflow or underflow on the way.
double stableNorm(const Eigen::Ref<const Matrix> &v);

} // namespace unfold
