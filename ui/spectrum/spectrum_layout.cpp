#include "ui/spectrum/spectrum_layout.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

/// The smallest of 1.25, 2, 3, 5, 10, 20, 30, 50 … that holds `value`.
double reachFor(double value)
{
    if (!(value > 1.2))
        return 1.25;
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 3.0, 5.0})
        if (value <= 0.96 * step * decade)
            return step * decade;
    return 10 * decade;
}

} // namespace

SpectrumLayout layOutSpectrum(const FullSpectrum &spectrum, const QRectF &room, double unit, double note)
{
    SpectrumLayout layout;
    const double gap = 14 * unit;
    const bool square = !spectrum.eigenvalues.empty();
    const double side = square ? std::max(0.0, std::min(room.height() - note, (room.width() - gap) * 0.68)) : 0;
    layout.plane = QRectF(room.left(), room.top() + note, side, side);
    layout.origin = layout.plane.center();
    if (square)
        layout.perUnit = side / 2 / reachFor(std::abs(spectrum.eigenvalues.front()));
    for (const std::complex<double> &z : spectrum.eigenvalues)
        layout.eigenvalues.push_back(layout.origin + layout.perUnit * QPointF(z.real(), -z.imag()));

    const double left = square ? layout.plane.right() + gap : room.left();
    const double height = square ? side : std::min(room.height() - note, 220 * unit);
    layout.bars = QRectF(left, room.top() + note, std::min(room.right() - left, 160 * unit), height);
    if (spectrum.singularValues.empty() || layout.bars.width() < 24 * unit) {
        layout.bars = {};
        return layout;
    }
    layout.perStretch = height / reachFor(spectrum.singularValues.front());
    const double step = layout.bars.width() / static_cast<double>(spectrum.singularValues.size());
    for (size_t i = 0; i < spectrum.singularValues.size(); ++i)
        layout.singularValues.emplace_back(
            left + (static_cast<double>(i) + 0.5) * step, layout.heightOf(spectrum.singularValues[i]));
    return layout;
}

int SpectrumLayout::eigenvalueAt(QPointF point, double reach) const
{
    int nearest = -1;
    for (size_t i = 0; i < eigenvalues.size(); ++i) {
        const QPointF way = eigenvalues[i] - point;
        const double distance = std::hypot(way.x(), way.y());
        if (distance > reach)
            continue;
        reach = distance;
        nearest = static_cast<int>(i);
    }
    return nearest;
}

} // namespace unfold
