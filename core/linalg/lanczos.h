#pragma once
// The largest singular value of a large matrix by Golub–Kahan–Lanczos bidiagonalisation:
//   A V = U B,  Aᵀ U = V Bᵀ + β v eᵀ,  B upper bidiagonal, U and V with orthonormal columns (kept so by full
//   reorthogonalisation), σ_max(B) → σ_max(A).   Golub and Van Loan, Matrix Computations, §10.4.
#include "core/linalg/matrix.h"

namespace unfold {

/// σ_max(A) once the residual is below 1e-12 · σ_max, which bounds the error; nullopt where that takes more than a
/// third of the smaller dimension in steps (an exact method is then cheaper). A: finite, not zero, largest entry of
/// order 1.
std::optional<double> lanczosSigmaMax(const Matrix &A);

} // namespace unfold
