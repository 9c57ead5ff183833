#pragma once
// The cells of a heat map as one picture in pixels of the screen: painted cell by cell they would cost many times as
// much.
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <QImage>

#include <functional>
#include <optional>

namespace unfold {

constexpr double cellGapFrom = 7; ///< px; smaller cells have no gap
constexpr double figureRatio = 4; ///< pixels a px of a picture that a figure holds

/// Covers layout.area(); transparent between cells and where columns are not in sight. colourOf: (row, column), asked
/// once for each cell in sight, row by row; transparent: there is no cell. `wantedRatio`: pixels a px; the picture of a
/// very large area has fewer, and says so in its own ratio.
QImage paintCells(const HeatMapLayout &layout, double wantedRatio, const std::function<QRgb(int, int)> &colourOf);

/// A picture of cells for one painter after another: made anew for another ratio, or when it is outdated.
template <typename Picture> class KeptCells
{
public:
    void outdate() { m_picture.reset(); }
    /// `make`: the picture with so many pixels a px.
    template <typename Make> const Picture &at(double wantedRatio, const Make &make)
    {
        if (!m_picture || wantedRatio != m_ratio)
            m_picture = make(wantedRatio);
        m_ratio = wantedRatio;
        return *m_picture;
    }

private:
    std::optional<Picture> m_picture;
    double m_ratio = 1;
};

} // namespace unfold
