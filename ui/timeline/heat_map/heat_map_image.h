#pragma once
// The cells of the heat map: as one picture in pixels of the screen, or each for itself on any paint device.
#include "core/engine/trace.h"
#include "ui/timeline/heat_map/cell_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

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

/// Cells that are painted again and again.
class HeatMapCells
{
public:
    /// They look differently from now on.
    void outdate() { m_image.outdate(); }
    /// As rectangles where `painter` keeps shapes, as a picture on a screen of `screenRatio` pixels a px. More than
    /// viewers show quickly are a picture everywhere. Returns the cells that no colour can show. The painter clips to
    /// the area.
    std::vector<HeatMapImage::Odd> paint(QPainter &painter, const HeatMapLayout &layout, const NodeTrace &node,
        const Matrix &values, double limit, const Theme &theme, double screenRatio);

private:
    KeptCells<HeatMapImage> m_image;
};

/// Mean over one cell's units and steps.
double cellValue(const HeatMapLayout &layout, const NodeTrace &node, const Matrix &values, int row, StepRange steps);

/// The largest finite |entry| over the node's span.
double largestFinite(const NodeTrace &node, const Matrix &values);

} // namespace unfold
