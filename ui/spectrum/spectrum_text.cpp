#include "ui/spectrum/spectrum_text.h"

#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct SpectrumText {
    Q_DECLARE_TR_FUNCTIONS(Spectrum)
};

QString nameOf(std::complex<double> z)
{
    if (z.imag() == 0)
        return numberText(z.real(), 3);
    return SpectrumText::tr("%1 ± %2 i").arg(numberText(z.real(), 3), numberText(std::abs(z.imag()), 3));
}

QString turnText(std::complex<double> z)
{
    if (const auto steps = stepsOfATurn(z))
        return z.imag() == 0 ? SpectrumText::tr("reverses it at every step")
                             : SpectrumText::tr("turns it once in %1 steps").arg(numberText(*steps, 3));
    return SpectrumText::tr("does not turn it");
}

} // namespace

QString eigenvalueText(std::complex<double> eigenvalue, const QString &matrix)
{
    const double length = std::abs(eigenvalue);
    if (length == 0)
        return SpectrumText::tr("λ = 0: %1 makes a state along its eigenvector 0 at once.").arg(matrix);
    // A pair of complex ones has no eigenvector to go along: in its plane the length changes unevenly from step to
    // step.
    const QString text = eigenvalue.imag() == 0
        ? SpectrumText::tr(
            "λ = %1, |λ| = %2: %3 multiplies the length of a state along its eigenvector by %2 per step, "
            "and %4.")
        : SpectrumText::tr("λ = %1, |λ| = %2: over many steps %3 multiplies the length of a state in their plane by %2 "
                           "per step (geometric mean), and %4.");
    return text.arg(nameOf(eigenvalue), numberText(length, 3), matrix, turnText(eigenvalue));
}

QString stretchText(const FullSpectrum &spectrum, const QString &matrix)
{
    if (spectrum.singularValues.empty())
        return SpectrumText::tr("%1 has an entry that is not finite.").arg(matrix);
    return SpectrumText::tr(
        "One multiplication by %1 changes the length of a state by a factor of at most %2 and at least %3.")
        .arg(matrix, numberText(spectrum.singularValues.front(), 3), numberText(spectrum.singularValues.back(), 3));
}

} // namespace unfold
