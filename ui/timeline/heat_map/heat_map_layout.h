#pragma once
// Where the cells of the heat map lie: a row per unit, a column per step, grouped where they would be too thin to see.
// Pure geometry, pixels.
#include "core/circuit/circuit.h"
#include "ui/document/time_window.h"

#include <QRectF>

#include <optional>

namespace unfold {

struct HeatMapLayout {
    static constexpr double thinnest = 3; ///< px

    TimeAxis axis;
    double top = 0;
    double bottom = 1;
    int units = 1;
    StepRange span; ///< steps at which the node exists
    int unitsPerRow = 1; ///< 1, 2, 4, 8 …
    int stepsPerColumn = 1; ///< 1, 2, 5, 10 …; columns begin at steps 1, 1 + stepsPerColumn, …

    int rows() const { return (units + unitsPerRow - 1) / unitsPerRow; }
    double rowHeight() const { return (bottom - top) / rows(); }
    QRectF area() const { return {QPointF(axis.left, top), QPointF(axis.right, bottom)}; }

    /// Units of a row, counted from 0.
    StepRange unitsOf(int row) const;
    /// Steps of a column, cut to the span.
    StepRange stepsOf(int column) const;
    int columnOf(int step) const { return (step - 1) / stepsPerColumn; }
    /// Columns that are at least partly visible and hold a step of the span.
    StepRange visibleColumns() const;

    /// Not cut to the area.
    QRectF cell(int row, int column) const
    {
        return {left(column), rowTop(row), right(column) - left(column), rowHeight()};
    }
    double left(int column) const { return axis.x(stepsOf(column).first - 0.5); }
    double right(int column) const { return axis.x(stepsOf(column).last + 0.5); }
    double rowTop(int row) const { return top + row * rowHeight(); }

    struct Place {
        int row = 0;
        int step = 0; ///< the exact step, also where columns are grouped
    };
    std::optional<Place> at(QPointF point) const;
};

/// Groups units and steps so that no cell is thinner than 3 px, and no row lower than `lowest`.
HeatMapLayout layOutHeatMap(const TimeAxis &axis, double top, double bottom, int units, StepRange span,
    double lowest = HeatMapLayout::thinnest);

/// The limit of a colour scale: 1, 2 or 5 times a power of ten, at least `largest`; 1 for 0.
double roundLimit(double largest);

} // namespace unfold
