#pragma once
// Puts a label where it covers neither a node nor a line nor another label. Pure and deterministic.
#include "ui/diagram/shared/curve.h"

#include <QSizeF>

#include <vector>

namespace unfold {

struct LabelSurroundings {
    std::vector<Disc> discs;
    std::vector<QRectF> boxes; ///< squares and labels already placed
    std::vector<Polyline> wires;
    QRectF bounds;
};

struct PlacedLabel {
    QRectF box;
    double cost = 0; ///< below 100: touches nothing
    bool clear() const { return cost < 100; }
};

/// The best of the candidate centres, the earlier ones preferred.
PlacedLabel placeLabel(QSizeF size, const std::vector<QPointF> &centres, const LabelSurroundings &around);

/// Candidate centres beside a curve, from its middle outwards, on both sides. `gap`: px between line and label.
std::vector<QPointF> centresBeside(const Curve &curve, QSizeF size, double gap);
/// Candidate centres around a disc: right, left, then the diagonals, below and above.
std::vector<QPointF> centresAround(const Disc &disc, QSizeF size, double gap);

/// Centres beside the line that ends in a curve, on either side, clear of its head.
std::vector<QPointF> centresBeforeHead(const Curve &curve, const QSizeF &size, double gap);

} // namespace unfold
