#pragma once
// All eigenvalues and singular values of a matrix: what a state turns and shrinks by from step to step.
#include "core/linalg/matrix.h"

#include <complex>
#include <vector>

namespace unfold {

struct FullSpectrum {
    std::vector<std::complex<double>> eigenvalues; ///< by |λ| downwards, of a pair that with Im λ > 0 first; empty
                                                   ///< where the matrix is not square
    std::vector<double> singularValues; ///< downwards
    bool operator==(const FullSpectrum &) const = default;
};

/// By the real Schur form and a divide-and-conquer singular value decomposition; O(n³). Both empty where an entry is
/// not finite.
FullSpectrum fullSpectrumOf(const Matrix &M);

/// That of `factor` · M.
FullSpectrum scaled(FullSpectrum spectrum, double factor);

/// Steps in which an eigenvalue turns once around the origin: 2π / |arg λ|. Absent where it does not turn (λ ≥ 0).
std::optional<double> stepsOfATurn(std::complex<double> eigenvalue);

} // namespace unfold
