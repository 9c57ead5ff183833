#pragma once
// The cells of a heat map as one picture in pixels of the screen: painted cell by cell they would cost many times as
// much.
#include "ui/plots/heat_map_layout.h"

#include <QImage>

#include <functional>

namespace unfold {

constexpr double cellGapFrom = 7; ///< px; smaller cells stand without a gap

/// Covers layout.area(); transparent between cells and where columns are not in sight. colourOf: (row, column), asked
/// once for each cell in sight, row by row; transparent: there is no cell.
QImage paintCells(const HeatMapLayout &layout, double pixelRatio, const std::function<QRgb(int, int)> &colourOf);

} // namespace unfold
