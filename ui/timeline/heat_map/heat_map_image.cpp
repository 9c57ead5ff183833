#include "ui/timeline/heat_map/heat_map_image.h"

#include "ui/style/paints_pixels.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace unfold {
namespace {

constexpr int shades = 511; ///< odd: 0 has a shade of its own
constexpr int middle = shades / 2;
constexpr int mostRectangles = 60000;
constexpr double overlap = 0.4; ///< px under the next cell: viewers would show a seam between cells without a gap

/// The theme's diverging map, looked up instead of mixed for each cell.
class Palette
{
public:
    explicit Palette(const Theme &theme)
        : m_notANumber(theme.nodeLine.rgba())
    {
        for (int i = 0; i < shades; ++i)
            m_shade[static_cast<size_t>(i)] = theme.signedValue(i - middle, middle).rgba();
    }

    QRgb of(double value, double limit) const
    {
        if (std::isnan(value))
            return m_notANumber; // unlike any value, and unlike the hatching of what is not computed yet
        const double fraction = std::clamp(value / limit, -1.0, 1.0);
        return m_shade[static_cast<size_t>(std::lround((fraction + 1) / 2 * (shades - 1)))];
    }

private:
    std::array<QRgb, shades> m_shade;
    QRgb m_notANumber;
};

std::vector<HeatMapImage::Odd> drawHeatMap(QPainter &painter, const HeatMapLayout &layout, const NodeTrace &node,
    const Matrix &values, double limit, const Theme &theme)
{
    const StepRange columns = layout.visibleColumns();
    std::vector<HeatMapImage::Odd> odd;
    const Palette palette(theme);
    const auto beyond = [](double length) { return length >= cellGapFrom ? -1 : overlap; };
    for (int row = 0; row < layout.rows(); ++row)
        for (int column = columns.first; column <= columns.last; ++column) {
            const double value = cellValue(layout, node, values, row, layout.stepsOf(column));
            if (!std::isfinite(value))
                odd.push_back({row, column, value});
            const QRectF cell = layout.cell(row, column);
            painter.fillRect(cell.adjusted(0, 0, beyond(cell.width()), beyond(cell.height())),
                QColor::fromRgba(palette.of(value, limit)));
        }
    return odd;
}

} // namespace

double cellValue(const HeatMapLayout &layout, const NodeTrace &node, const Matrix &values, int row, StepRange steps)
{
    const StepRange units = layout.unitsOf(row);
    const double count = static_cast<double>(units.count()) * steps.count();
    double mean = 0;
    for (int step = steps.first; step <= steps.last; ++step) {
        const double *column = values.col((node.before + step - 1) * node.batch).data();
        for (int unit = units.first; unit <= units.last; ++unit)
            mean += column[unit] / count;
    }
    return mean;
}

double largestFinite(const NodeTrace &node, const Matrix &values)
{
    if (node.span.count() == 0 || values.size() == 0)
        return 0;
    const auto block = node.over(values, node.span);
    double largest = 0;
    for (Eigen::Index j = 0; j < block.cols(); ++j)
        for (Eigen::Index i = 0; i < block.rows(); ++i) {
            const double magnitude = std::abs(block(i, j));
            if (magnitude > largest && std::isfinite(magnitude))
                largest = magnitude;
        }
    return largest;
}

HeatMapImage paintHeatMap(const HeatMapLayout &layout, const NodeTrace &node, const Matrix &values, double limit,
    const Theme &theme, double pixelRatio)
{
    HeatMapImage image;
    const Palette palette(theme);
    image.cells = paintCells(layout, pixelRatio, [&](int row, int column) {
        const double value = cellValue(layout, node, values, row, layout.stepsOf(column));
        if (!std::isfinite(value))
            image.odd.push_back({row, column, value});
        return palette.of(value, limit);
    });
    return image;
}

std::vector<HeatMapImage::Odd> HeatMapCells::paint(QPainter &painter, const HeatMapLayout &layout,
    const NodeTrace &node, const Matrix &values, double limit, const Theme &theme, double screenRatio)
{
    const bool pixels = paintsPixels(painter);
    if (!pixels && layout.visibleColumns().count() * layout.rows() <= mostRectangles)
        return drawHeatMap(painter, layout, node, values, limit, theme);
    const HeatMapImage &image = m_image.at(pixels ? screenRatio : figureRatio,
        [&](double ratio) { return paintHeatMap(layout, node, values, limit, theme, ratio); });
    painter.drawImage(layout.area().topLeft(), image.cells);
    return image.odd;
}

} // namespace unfold
