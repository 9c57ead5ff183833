#include "core/linalg/spectrum.h"

#include "core/linalg/decompositions.h"
#include "core/linalg/lanczos.h"
#include "core/linalg/stable_norm.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {
/// Up to this size the eigenvalues of the Gram matrix cost less than an iteration.
constexpr Eigen::Index exactUpTo = 24;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// The power of two that brings the largest entry to [½, 1): scaling by it and back is exact.
int exponentOf(const Matrix &M)
{
    int exponent = 0;
    std::frexp(M.cwiseAbs().maxCoeff(), &exponent);
    return exponent;
}

/// M · 2^−exponent, in two factors since one alone may leave the range of a double.
Matrix scaledDown(const Matrix &M, int exponent)
{
    const int half = exponent / 2;
    return M * std::ldexp(1.0, -half) * std::ldexp(1.0, half - exponent);
}

/// σ_max² is the largest eigenvalue of the smaller Gram matrix; squaring costs the *largest* singular value no
/// accuracy.
double sigmaMaxFromGram(const Matrix &M)
{
    const Matrix gram = M.rows() < M.cols() ? Matrix(M * M.transpose()) : Matrix(M.transpose() * M);
    return std::sqrt(std::max(0.0, largestSymmetricEigenvalue(gram)));
}
} // namespace

double spectralRadius(const Matrix &W)
{
    if (W.size() == 0)
        return 0;
    if (!W.allFinite())
        return notANumber;
    if (W.isZero(0))
        return 0;
    if (W.rows() == 1)
        return std::abs(W(0, 0));
    const int exponent = exponentOf(W);
    const std::vector<std::complex<double>> eigenvalues = eigenvaluesOf(scaledDown(W, exponent));
    if (eigenvalues.empty())
        return notANumber;
    double radius = 0;
    for (const std::complex<double> &eigenvalue : eigenvalues)
        radius = std::max(radius, std::abs(eigenvalue));
    return std::ldexp(radius, exponent);
}

double largestSingularValue(const Matrix &M)
{
    const Eigen::Index smaller = std::min(M.rows(), M.cols());
    if (smaller <= 1 || !M.allFinite() || M.isZero(0))
        return stableNorm(M);
    const int exponent = exponentOf(M);
    const Matrix scaled = scaledDown(M, exponent);
    if (smaller > exactUpTo)
        if (const auto sigma = lanczosSigmaMax(scaled))
            return std::ldexp(*sigma, exponent);
    return std::ldexp(sigmaMaxFromGram(scaled), exponent);
}

Spectrum spectrumOf(const Matrix &M)
{
    Spectrum spectrum;
    if (M.rows() == M.cols())
        spectrum.radius = spectralRadius(M);
    spectrum.sigmaMax = largestSingularValue(M);
    return spectrum;
}

} // namespace unfold
