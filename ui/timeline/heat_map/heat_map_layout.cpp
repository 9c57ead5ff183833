#include "ui/timeline/heat_map/heat_map_layout.h"

#include "ui/plot/axis_labels.h"

#include <algorithm>
#include <cmath>

namespace unfold {
StepRange HeatMapLayout::unitsOf(int row) const
{
    return {row * unitsPerRow, std::min(units, (row + 1) * unitsPerRow) - 1};
}

StepRange HeatMapLayout::stepsOf(int column) const
{
    return {std::max(span.first, column * stepsPerColumn + 1), std::min(span.last, (column + 1) * stepsPerColumn)};
}

StepRange HeatMapLayout::visibleColumns() const
{
    const int first = std::max(span.first, static_cast<int>(std::floor(axis.window.from + 0.5)));
    const int last = std::min(span.last, static_cast<int>(std::ceil(axis.window.to - 0.5)));
    if (last < first)
        return {};
    return {columnOf(first), columnOf(last)};
}

std::optional<HeatMapLayout::Place> HeatMapLayout::at(QPointF point) const
{
    if (!area().contains(point))
        return std::nullopt;
    const int step = static_cast<int>(std::floor(axis.stepAt(point.x()) + 0.5));
    if (!span.contains(step))
        return std::nullopt;
    const int row = std::clamp(static_cast<int>((point.y() - top) / rowHeight()), 0, rows() - 1);
    return Place{row, step};
}

HeatMapLayout layOutHeatMap(const TimeAxis &axis, double top, double bottom, int units, StepRange span, double lowest)
{
    HeatMapLayout layout;
    layout.axis = axis;
    layout.top = top;
    layout.bottom = std::max(top + 1, bottom);
    layout.units = std::max(1, units);
    layout.span = span;
    while (layout.rowHeight() < lowest && layout.rows() > 1)
        layout.unitsPerRow *= 2;
    layout.stepsPerColumn = axis.pitch() > 0 ? stepStride(axis.pitch(), HeatMapLayout::thinnest) : 1;
    return layout;
}

double roundLimit(double largest)
{
    if (!(largest > 0) || !std::isfinite(largest))
        return 1;
    const double decade = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (decade > 0 && factor * decade >= largest * (1 - 1e-12) && std::isfinite(factor * decade))
            return factor * decade;
    return largest;
}

} // namespace unfold
