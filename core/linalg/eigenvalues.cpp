#include "core/linalg/eigenvalues.h"

#include "core/linalg/decompositions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unfold {
namespace {

/// A conjugate pair has |λ| alike to the last bits only: it stays together, the upper one first.
void order(std::vector<std::complex<double>> &eigenvalues)
{
    const auto length
        = [](const std::complex<double> &z) { return static_cast<double>(static_cast<float>(std::abs(z))); };
    std::stable_sort(eigenvalues.begin(), eigenvalues.end(), [&](const auto &a, const auto &b) {
        if (length(a) != length(b))
            return length(a) > length(b);
        if (a.real() != b.real())
            return a.real() > b.real();
        return a.imag() > b.imag();
    });
}

} // namespace

FullSpectrum fullSpectrumOf(const Matrix &M)
{
    FullSpectrum spectrum;
    if (M.size() == 0 || !M.allFinite())
        return spectrum;
    if (M.rows() == M.cols()) {
        spectrum.eigenvalues = eigenvaluesOf(M);
        order(spectrum.eigenvalues);
    }
    const Vector values = singularValuesOf(M);
    spectrum.singularValues.assign(values.begin(), values.end());
    return spectrum;
}

FullSpectrum scaled(FullSpectrum spectrum, double factor)
{
    for (std::complex<double> &eigenvalue : spectrum.eigenvalues)
        eigenvalue *= factor;
    if (factor < 0)
        order(spectrum.eigenvalues); // a pair has changed sides
    for (double &value : spectrum.singularValues)
        value *= std::abs(factor);
    return spectrum;
}

std::optional<double> stepsOfATurn(std::complex<double> eigenvalue)
{
    const double angle = std::abs(std::arg(eigenvalue));
    if (std::abs(eigenvalue) == 0 || angle == 0)
        return std::nullopt;
    return 2 * std::numbers::pi / angle;
}

} // namespace unfold
