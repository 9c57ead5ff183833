#pragma once
// What an eigenvalue and the singular values say, in words. Pure.
#include "core/linalg/eigenvalues.h"

#include <QString>

namespace unfold {

/// "λ = 0.91 ± 0.52 i, |λ| = 1.05: over many steps W multiplies the length of a state in their plane by 1.05 per step
/// (geometric mean), and turns it once in 12 steps."
QString eigenvalueText(std::complex<double> eigenvalue, const QString &matrix);

/// How far any vector is stretched in one step.
QString stretchText(const FullSpectrum &spectrum, const QString &matrix);

} // namespace unfold
