#include "ui/plot/cursor_mark.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {
constexpr double halfLine = 1; ///< px at the default size of text
constexpr double narrowestBand = 5; ///< px; at a thousand steps the column itself would be invisible
} // namespace

double cursorX(const TimeAxis &axis, int step)
{
    return std::round(axis.x(step));
}

QRectF cursorBand(const TimeAxis &axis, int step, double top, double bottom)
{
    const double middle = axis.x(step);
    if (middle < axis.left || middle > axis.right)
        return {};
    const double half = std::max(axis.pitch(), narrowestBand) / 2;
    const double left = std::max(axis.left, middle - half);
    const double right = std::min(axis.right, middle + half);
    return {QPointF(left, top), QPointF(right, bottom)};
}

void paintCursorBand(QPainter &painter, const TimeAxis &axis, int step, double top, double bottom, const Theme &theme)
{
    const QRectF band = cursorBand(axis, step, top, bottom);
    if (!band.isEmpty())
        painter.fillRect(band, theme.cursorBand);
}

void paintCursorLine(QPainter &painter, const TimeAxis &axis, int step, double top, double bottom, const Theme &theme)
{
    if (cursorBand(axis, step, top, bottom).isEmpty())
        return;
    const double x = cursorX(axis, step);
    const double half = std::max(1.0, std::round(halfLine * Metrics::unit())); // whole pixels: the line stays crisp
    painter.fillRect(QRectF(x - half, top, 2 * half, bottom - top), theme.cursorLine);
}

} // namespace unfold
