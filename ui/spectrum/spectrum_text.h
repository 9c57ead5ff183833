#pragma once
// What an eigenvalue and the singular values say, in words. Pure.
#include "core/linalg/eigenvalues.h"

#include <QString>

namespace unfold {

/// "λ = 0.91 ± 0.52 i, |λ| = 1.05: W lengthens a state along it 1.05 times a step, and turns it once in 12 steps."
QString eigenvalueText(std::complex<double> eigenvalue, const QString &matrix);

/// How far any vector is stretched in one step.
QString stretchText(const FullSpectrum &spectrum, const QString &matrix);

} // namespace unfold
