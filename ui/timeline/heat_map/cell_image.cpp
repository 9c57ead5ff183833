#include "ui/timeline/heat_map/cell_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace unfold {
namespace {

constexpr double mostPixels = 8e6; ///< of a large screen; figures can be many times as large

struct Pixels {
    int from = 0;
    int to = 0; ///< exclusive
};

/// Device pixels of an interval, less the gap at its end, cut to 0 … size; never empty inside.
Pixels pixels(double from, double to, double origin, double ratio, int size)
{
    const double gap = to - from >= cellGapFrom ? 1 : 0;
    const int first = static_cast<int>(std::lround((from - origin) * ratio));
    const int last = std::max(first + 1, static_cast<int>(std::lround((to - gap - origin) * ratio)));
    return {std::clamp(first, 0, size), std::clamp(last, 0, size)};
}

} // namespace

QImage paintCells(const HeatMapLayout &layout, double wantedRatio, const std::function<QRgb(int, int)> &colourOf)
{
    const QRectF area = layout.area();
    const double ratio = std::min(wantedRatio, std::sqrt(mostPixels / std::max(1.0, area.width() * area.height())));
    QImage image((area.size() * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    const StepRange columns = layout.visibleColumns();
    const int width = image.width();
    for (int row = 0; row < layout.rows(); ++row) {
        const Pixels y
            = pixels(layout.rowTop(row), layout.rowTop(row) + layout.rowHeight(), area.top(), ratio, image.height());
        if (y.from == y.to)
            continue;
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y.from));
        for (int column = columns.first; column <= columns.last; ++column) {
            const QRgb colour = colourOf(row, column);
            const Pixels x = pixels(layout.left(column), layout.right(column), area.left(), ratio, width);
            std::fill(line + x.from, line + x.to, colour);
        }
        for (int copy = y.from + 1; copy < y.to; ++copy)
            std::memcpy(image.scanLine(copy), line, static_cast<size_t>(width) * sizeof(QRgb));
    }
    return image;
}

} // namespace unfold
