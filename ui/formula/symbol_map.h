#pragma once
// Where the symbols of the equations card stand: what lies under a point, and which one the arrow keys go to next.
#include "ui/formula/equations_layout.h"

namespace unfold {

class SymbolMap
{
public:
    struct Spot {
        SymbolRef ref;
        QRectF box; ///< from the top left of the content
        int line = 0;
    };

    SymbolMap() = default;
    explicit SymbolMap(const EquationsLayout &layout);

    /// In reading order.
    const std::vector<Spot> &spots() const { return m_spots; }
    int size() const { return static_cast<int>(m_spots.size()); }
    const Spot &operator[](int spot) const { return m_spots[static_cast<size_t>(spot)]; }

    /// The symbol at a point, or one closer than `around`; −1: none.
    int at(QPointF point, double around) const;
    /// `steps` further in reading order, not beyond the ends.
    int along(int spot, int steps) const;
    /// The nearest one `lines` below (above where negative); the same where there is no such line.
    int across(int spot, int lines) const;

private:
    std::vector<Spot> m_spots;
};

} // namespace unfold
