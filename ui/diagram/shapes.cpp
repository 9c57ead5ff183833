#include "ui/diagram/shapes.h"

#include <algorithm>

namespace unfold {

bool lit(const Circuit &circuit, const Subject &touched, const NodeShape &shape)
{
    // The initial value lies at no step of the sequence: it lights up with its node as such, not with one step of it.
    if (shape.kind == NodeShape::Kind::Initial && touched.step != 0)
        return false;
    return lightsUp(circuit, touched, shape.subject);
}

bool lit(const Circuit &circuit, const Subject &touched, const EdgeShape &shape)
{
    return std::any_of(shape.carries.begin(), shape.carries.end(),
        [&](const Subject &carried) { return lightsUp(circuit, touched, carried); });
}

const NodeShape *nodeAt(const std::vector<NodeShape> &nodes, QPointF point)
{
    const NodeShape *best = nullptr;
    double nearest = 0;
    for (const NodeShape &node : nodes) {
        const double d = distance(point, node.disc.centre);
        if (d <= std::max(node.disc.radius, 4.0) && (!best || d < nearest)) {
            best = &node;
            nearest = d;
        }
    }
    return best;
}

const EdgeShape *edgeAt(const std::vector<EdgeShape> &edges, QPointF point, double reach)
{
    const EdgeShape *best = nullptr;
    double nearest = reach;
    for (const EdgeShape &edge : edges) {
        const auto [left, right]
            = std::minmax({edge.curve.start.x(), edge.curve.control0.x(), edge.curve.control1.x(), edge.curve.end.x()});
        if (point.x() < left - reach || point.x() > right + reach)
            continue;
        const double d = Polyline(edge.curve).distanceTo(point);
        if (d <= nearest) {
            best = &edge;
            nearest = d;
        }
    }
    return best;
}

} // namespace unfold
