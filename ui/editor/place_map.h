#pragma once
// Between the lanes and columns of a circuit and the pixels of its folded drawing, read off where its nodes stand: to
// follow a dragged node. Pure.
#include "core/circuit/circuit.h"
#include "ui/diagram/folded/folded_layout.h"

#include <map>

namespace unfold {

/// The place of every node as drawn.
std::vector<Place> drawnPlacesOf(const Circuit &circuit);

class PlaceMap
{
public:
    /// layout: of this circuit, opened.
    PlaceMap(const Circuit &circuit, const FoldedLayout &layout);

    Place at(QPointF point) const;
    QPointF at(const Place &place) const;

private:
    double m_column = 0; ///< a column
    double m_x = 0; ///< and where it is
    double m_perColumn = 1; ///< px
    double m_perLane = 1; ///< px, beyond the outermost lanes
    std::map<double, double> m_yOfLane;
};

} // namespace unfold
