#pragma once
// The cells of the heat map: as one picture in pixels of the screen, or each for itself on any paint device.
#include "core/engine/trace.h"
#include "ui/plots/heat_map_layout.h"

#include <QImage>

#include <vector>

class QPainter;

namespace unfold {

struct Theme;

struct HeatMapImage {
    QImage cells; ///< covers layout.area(); transparent between cells and where the node does not exist
    struct Odd {
        int row = 0;
        int column = 0;
        double value = 0; ///< NaN or infinite
    };
    std::vector<Odd> odd; ///< visible cells that no colour can show
};

/// `values`: value or gradient of `node`. Grouped cells show the mean of their entries.
HeatMapImage paintHeatMap(const HeatMapLayout &layout, const NodeTrace &node, const Matrix &values, double limit,
    const Theme &theme, double pixelRatio);

/// The same cells as rectangles, for SVG and PDF. More than `heatMapVectorCells` of them come as a picture with four
/// pixels a px: viewers are slow with so many. Returns the cells that no colour can show. The painter clips to the
/// area.
std::vector<HeatMapImage::Odd> drawHeatMap(QPainter &painter, const HeatMapLayout &layout, const NodeTrace &node,
    const Matrix &values, double limit, const Theme &theme);
constexpr int heatMapVectorCells = 60000;

/// Mean over one cell's units and steps.
double cellValue(const HeatMapLayout &layout, const NodeTrace &node, const Matrix &values, int row, StepRange steps);

/// The largest finite |entry| over the node's span.
double largestFinite(const NodeTrace &node, const Matrix &values);

} // namespace unfold
