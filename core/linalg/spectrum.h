#pragma once
// Spectral radius ρ and largest singular value σ_max of a matrix.
#include "core/linalg/matrix.h"

namespace unfold {

struct Spectrum {
    std::optional<double> radius; ///< max |λ|; square matrices only
    double sigmaMax = 0;
};

/// By eigenvalues of the real Schur form. W is n × n.
double spectralRadius(const Matrix &W);

/// Exact for small matrices, Golub–Kahan–Lanczos to a relative 1e-12 for large ones. Any shape.
double largestSingularValue(const Matrix &M);

Spectrum spectrumOf(const Matrix &M);

} // namespace unfold
