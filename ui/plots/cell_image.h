#pragma once
// The cells of a heat map as one picture in pixels of the screen: painted cell by cell they would cost many times as
// much.
#include "ui/plots/heat_map_layout.h"

#include <QImage>

#include <functional>

namespace unfold {

constexpr double cellGapFrom = 7; ///< px; smaller cells stand without a gap
constexpr double figureRatio = 4; ///< pixels a px of a picture that a figure holds

/// Covers layout.area(); transparent between cells and where columns are not in sight. colourOf: (row, column), asked
/// once for each cell in sight, row by row; transparent: there is no cell. `wantedRatio`: pixels a px; the picture of a
/// very large area has fewer, and says so in its own ratio.
QImage paintCells(const HeatMapLayout &layout, double wantedRatio, const std::function<QRgb(int, int)> &colourOf);

} // namespace unfold
