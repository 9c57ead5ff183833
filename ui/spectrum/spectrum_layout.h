#pragma once
// Where the eigenvalues stand in the complex plane, and the singular values beside it. Pure geometry, in pixels.
#include "core/linalg/eigenvalues.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace unfold {

struct SpectrumLayout {
    QRectF plane; ///< square
    QPointF origin; ///< λ = 0
    double perUnit = 1; ///< px of length 1 in the plane
    std::vector<QPointF> eigenvalues; ///< in the order of the spectrum

    QRectF bars; ///< of the singular values; null where there is no room
    double perStretch = 1; ///< px of a singular value of 1
    std::vector<QPointF> singularValues; ///< tops of the stems

    double heightOf(double singularValue) const { return bars.bottom() - singularValue * perStretch; }
    /// Index of the eigenvalue next to `point`, at most `reach` px away; −1: none.
    int eigenvalueAt(QPointF point, double reach) const;
};

/// Fills `room`. `unit`: what was one pixel at the default size of text. `note`: height of a line of small text.
/// The scales go in steps (1.25, 2, 3, 5, 10 …), so that what is dragged moves and the circle stands.
SpectrumLayout layOutSpectrum(const FullSpectrum &spectrum, const QRectF &room, double unit, double note);

} // namespace unfold
