#include "ui/diagram/shared/label_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr double coverCost = 1000;
constexpr double wireCost = 400;
constexpr double outsideCost = 5000;

double distanceToRect(QPointF p, const QRectF &r)
{
    const double dx = std::max({r.left() - p.x(), 0.0, p.x() - r.right()});
    const double dy = std::max({r.top() - p.y(), 0.0, p.y() - r.bottom()});
    return std::hypot(dx, dy);
}

double costOf(const QRectF &box, const LabelSurroundings &around)
{
    double cost = 0;
    for (const Disc &disc : around.discs)
        if (distanceToRect(disc.centre, box) < disc.radius + 1)
            cost += coverCost;
    for (const QRectF &other : around.boxes)
        if (other.adjusted(-1, -1, 1, 1).intersects(box))
            cost += coverCost;
    for (const Polyline &wire : around.wires)
        if (wire.touches(box.adjusted(-1, -1, 1, 1)))
            cost += wireCost;
    return around.bounds.contains(box) ? cost : cost + outsideCost;
}

/// How far the centre of a box must lie from a straight line with this normal so that the box only touches it.
double reach(QSizeF size, QPointF normal)
{
    return std::abs(normal.x()) * size.width() / 2 + std::abs(normal.y()) * size.height() / 2;
}

} // namespace

PlacedLabel placeLabel(QSizeF size, const std::vector<QPointF> &centres, const LabelSurroundings &around)
{
    PlacedLabel best{{}, std::numeric_limits<double>::infinity()};
    for (size_t i = 0; i < centres.size(); ++i) {
        const double preference = 0.5 * static_cast<double>(i);
        if (preference >= best.cost)
            break;
        QRectF box(QPointF(0, 0), size);
        box.moveCenter(centres[i]);
        const double cost = preference + costOf(box, around);
        if (cost < best.cost)
            best = {box, cost};
    }
    return best;
}

std::vector<QPointF> centresBeside(const Curve &curve, QSizeF size, double gap)
{
    std::vector<QPointF> centres;
    for (const double extra : {0.0, 3.0, 6.0, 10.0, 15.0, 22.0})
        for (const double t : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
            const QPointF d = curve.direction(t);
            // The left side of an arrow that points up, the upper side of one that points sideways, comes first.
            QPointF normal(d.y(), -d.x());
            if (normal.y() > 0.3 || (std::abs(normal.y()) <= 0.3 && normal.x() > 0))
                normal = -normal;
            for (const double side : {1.0, -1.0})
                centres.push_back(curve.at(t) + side * (reach(size, normal) + gap + extra) * normal);
        }
    return centres;
}

std::vector<QPointF> centresAround(const Disc &disc, QSizeF size, double gap)
{
    constexpr std::array<QPointF, 12> directions{QPointF(1, 0), QPointF(-1, 0), QPointF(1, 1), QPointF(-1, 1),
        QPointF(1, -1), QPointF(-1, -1), QPointF(0, 1), QPointF(0, -1), QPointF(0.4, 1.2), QPointF(-0.4, 1.2),
        QPointF(0.4, -1.2), QPointF(-0.4, -1.2)};
    std::vector<QPointF> centres;
    for (const double extra : {0.0, 5.0, 10.0, 16.0})
        for (const QPointF &d : directions) {
            const bool diagonal = d.x() != 0 && d.y() != 0;
            const double r = (disc.radius + gap + extra) * (diagonal ? 0.72 : 1.0);
            centres.push_back(disc.centre + QPointF(d.x() * (r + size.width() / 2), d.y() * (r + size.height() / 2)));
        }
    return centres;
}

std::vector<QPointF> centresBeforeHead(const Curve &curve, const QSizeF &size, double gap)
{
    const QPointF along = curve.direction(1);
    const QPointF aside(along.y(), -along.x());
    const auto extent
        = [&](QPointF d) { return std::abs(d.x()) * size.width() / 2 + std::abs(d.y()) * size.height() / 2; };
    std::vector<QPointF> centres;
    for (const double back : {4.0, 7.0, 2.0, 10.0, 14.0})
        for (const double side : {1.0, -1.0})
            centres.push_back(curve.end - (back * gap + extent(along)) * along + side * (gap + extent(aside)) * aside);
    return centres;
}

} // namespace unfold
