#pragma once
// Where the delay squares of the folded circuit stand: the place whose wires would meet least. Pure geometry, pixels.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/route.h"

#include <vector>

namespace unfold {

/// Half the side of a delay square.
double halfSquare(const FoldedInput &input, const FoldedLayout &layout);

QPointF meanCentre(const std::vector<Disc> &discs);

/// The shapes that a wire from … to must keep clear of.
std::vector<Disc> obstacles(const FoldedInput &input, const FoldedLayout &layout, const Disc &from, const Disc &to);

/// The same with the bounds, other wires not counted.
Surroundings surroundings(const FoldedInput &input, const FoldedLayout &layout, const Disc &from, const Disc &to);

struct LoopPlace {
    QPointF centre;
    double side = 1; ///< 1: right of the node; −1: left
};

class DelayPlaces
{
public:
    /// Refers to input and layout. `wires`: those that lie already.
    DelayPlaces(const FoldedInput &input, const FoldedLayout &layout, const std::vector<Curve> &wires);

    /// For a node that reads itself: beside it, on the side with more room.
    LoopPlace besideNode(const Disc &node);
    /// Somewhere between the source and those that read it, where straight wires would meet least.
    QPointF between(const Disc &source, const std::vector<Disc> &targets);

private:
    double loopCost(const Disc &node, double side, double reach);
    double roomCost(double room) const;
    double straightCost(const Disc &from, const Disc &to);
    double hubCost(QPointF centre, const Disc &source, const std::vector<Disc> &targets, double best);

    const FoldedInput &m_input;
    const FoldedLayout &m_layout;
    double m_half;
    Surroundings m_around; ///< its wires stay, its obstacles are those of the wire in question
};

} // namespace unfold
