#include "ui/diagram/shared/shapes.h"

#include <algorithm>

namespace unfold {

QRectF NodeShape::box() const
{
    const QSizeF size = isBlock() ? block : QSizeF(2 * disc.radius, 2 * disc.radius);
    return {disc.centre - QPointF(size.width() / 2, size.height() / 2), size};
}

bool NodeShape::standsFor(const ElementRef &thing) const
{
    return element == thing || (isBlock() && std::find(holds.begin(), holds.end(), thing) != holds.end());
}

QPainterPath EdgeShape::leadPath() const
{
    QPainterPath path;
    for (const Curve &piece : lead)
        path.connectPath(piece.path());
    return path;
}

const Curve &EdgeShape::longestPiece() const
{
    const Curve *longest = &curve;
    for (const Curve &piece : lead)
        if (piece.length() > longest->length())
            longest = &piece;
    return *longest;
}

bool lit(const Circuit &circuit, const ElementRef &touched, const NodeShape &shape)
{
    // The initial value lies at no step of the sequence: it lights up with its node as such, not with one step of it.
    if (shape.kind == NodeShape::Kind::Initial && touched.step != 0)
        return false;
    if (shape.isBlock())
        return std::any_of(shape.holds.begin(), shape.holds.end(),
            [&](const ElementRef &held) { return lightsUp(circuit, touched, held); });
    return lightsUp(circuit, touched, shape.element);
}

bool lit(const Circuit &circuit, const ElementRef &touched, const EdgeShape &shape)
{
    return std::any_of(shape.carries.begin(), shape.carries.end(),
        [&](const ElementRef &carried) { return lightsUp(circuit, touched, carried); });
}

const NodeShape *nodeAt(const std::vector<NodeShape> &nodes, QPointF point)
{
    const NodeShape *best = nullptr;
    double nearest = 0;
    for (const NodeShape &node : nodes) {
        const double d = distance(point, node.disc.centre);
        const bool inside = node.isBlock() ? node.box().contains(point) : d <= std::max(node.disc.radius, 4.0);
        if (inside && (!best || d < nearest)) {
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
    const auto consider = [&](const EdgeShape &edge, const Curve &piece) {
        const auto [left, right]
            = std::minmax({piece.start.x(), piece.control0.x(), piece.control1.x(), piece.end.x()});
        if (point.x() < left - reach || point.x() > right + reach)
            return;
        const double d = Polyline(piece).distanceTo(point);
        if (d <= nearest) {
            best = &edge;
            nearest = d;
        }
    };
    for (const EdgeShape &edge : edges) {
        for (const Curve &piece : edge.lead)
            consider(edge, piece);
        consider(edge, edge.curve);
    }
    return best;
}

} // namespace unfold
