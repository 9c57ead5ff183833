#pragma once
// The lines of a drawing by hand as curves: straight pieces with round corners, from border to border. Pure geometry,
// pixels.
#include "ui/diagram/shared/hand_drawing.h"

#include <optional>
#include <vector>

namespace unfold {

/// The map from lanes and columns to pixels, and the sizes of what stands there.
struct DrawingScale {
    QPointF origin; ///< of lane 0, column 0
    double perColumn = 1;
    double perLane = 1;
    double radius = 10; ///< of a node
    double joint = 4; ///< of ⊙ and +
    double corner = 6;
    std::optional<QPointF> stepBack; ///< unrolled: from a step to the one before; nullopt: folded, with loops

    QPointF at(const Place &p) const { return {origin.x() + p.column * perColumn, origin.y() - p.lane * perLane}; }
    QRectF box(const Place &low, const Place &high) const { return QRectF(at(low), at(high)).normalized(); }
    QRectF blockBox(const HandDrawing &handDrawing, int node) const;
};

struct HandDrawnWire {
    std::vector<InputRef> readers; ///< one: its arrow; several: their common line
    int source = -1; ///< drawn node
    bool toNode = false; ///< from the + to its node
    std::vector<Curve> lead; ///< the pieces before the last
    double enters = 0; ///< radius of the ⊙ at the end of `lead`; 0: there is none
    Curve last;
    bool head = true;
    std::string crosses;
    int value = -1; ///< of a line out of a block: the node of the circuit that is read

    // Lines from another step:
    bool outer = false; ///< comes from there; false: begins on another line
    QPointF comesIn; ///< where it enters the step of its reader
    std::optional<QPointF> square; ///< folded: where the delay stands
};

/// The largest radius at which nodes and joints stand clear of one another, at most `largest`. share: of the distance
/// between two nodes.
double radiusFor(const HandDrawing &handDrawing, const DrawingScale &scale, double largest, double share);

/// A wire as both diagrams draw it: at no step.
EdgeShape edgeOf(const HandDrawing &handDrawing, const HandDrawnWire &wire);

std::vector<HandDrawnWire> wiresOf(const HandDrawing &handDrawing, const DrawingScale &scale);

/// A path through points, with round corners but for those near a point of `sharp`. At least one piece where there are
/// two points.
std::vector<Curve> roundedPath(
    const std::vector<QPointF> &points, double corner, const std::vector<QPointF> &sharp = {});

} // namespace unfold
