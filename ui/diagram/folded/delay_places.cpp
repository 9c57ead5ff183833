#include "ui/diagram/folded/delay_places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace unfold {
namespace {

constexpr double down = std::numbers::pi / 2;
constexpr double blocked = 120; ///< the most that a straight wire costs

QPointF loopCentre(const Disc &node, double side, double reach)
{
    return node.centre + QPointF(side * reach * node.radius, 0);
}

} // namespace

double halfSquare(const FoldedInput &input, const FoldedLayout &layout)
{
    return std::max(4.0 * input.fonts.unit, 0.3 * layout.radius);
}

QPointF meanCentre(const std::vector<Disc> &discs)
{
    QPointF mean;
    for (const Disc &disc : discs)
        mean += disc.centre / double(discs.size());
    return mean;
}

std::vector<Disc> obstacles(const FoldedInput &input, const FoldedLayout &layout, const Disc &from, const Disc &to)
{
    std::vector<Disc> discs;
    const auto isEnd = [&](QPointF p) { return distance(p, from.centre) < 0.5 || distance(p, to.centre) < 0.5; };
    for (const NodeShape &node : layout.nodes)
        if (!isEnd(node.disc.centre))
            discs.push_back(node.disc);
    for (const DelaySquare &square : layout.squares)
        if (!isEnd(square.box.center()))
            discs.push_back({square.box.center(), 1.3 * halfSquare(input, layout)});
    for (const GateDot &gate : layout.gates)
        if (!isEnd(gate.disc.centre))
            discs.push_back(gate.disc);
    return discs;
}

Surroundings surroundings(const FoldedInput &input, const FoldedLayout &layout, const Disc &from, const Disc &to)
{
    Surroundings around;
    around.obstacles = obstacles(input, layout, from, to);
    around.bounds = QRectF(QPointF(0, 0), input.size).adjusted(4, 4, -4, -4);
    around.clearance = 5 * input.fonts.unit;
    around.longHandle = 4 * layout.radius;
    return around;
}

DelayPlaces::DelayPlaces(const FoldedInput &input, const FoldedLayout &layout, const std::vector<Curve> &wires)
    : m_input(input)
    , m_layout(layout)
    , m_half(halfSquare(input, layout))
    , m_around(surroundings(input, layout, {}, {}))
{
    for (const Curve &wire : wires)
        m_around.wires.emplace_back(wire);
}

double DelayPlaces::loopCost(const Disc &node, double side, double reach)
{
    const Disc square{loopCentre(node, side, reach), m_half};
    m_around.obstacles = obstacles(m_input, m_layout, node, square);
    double cost = (side < 0 ? 3 : 0) + 2 * (4.0 - reach);
    const QRectF room = m_around.bounds.adjusted(2 * m_half, 0, -2 * m_half, 0);
    cost += room.contains(square.centre) ? 0 : 1000;
    for (const Disc &other : m_around.obstacles) {
        const double gap = distance(other.centre, square.centre) - other.radius;
        cost += (gap < 2.5 * m_half ? 500 : 0) + std::max(0.0, 2.6 * m_layout.radius - gap);
    }
    const double out = side > 0 ? -0.7 : -std::numbers::pi + 0.7;
    const double handle = 0.5 * reach * node.radius;
    cost += conflict(Polyline(Curve::between(node, out, square, down, handle)), node, square, m_around);
    cost += conflict(
        Polyline(Curve::between(square, down, node, std::numbers::pi - out, handle)), square, node, m_around);
    return cost;
}

LoopPlace DelayPlaces::besideNode(const Disc &node)
{
    double best = std::numeric_limits<double>::infinity();
    LoopPlace chosen;
    for (const double side : {1.0, -1.0})
        for (const double reach : {4.0, 3.4, 2.9, 2.4})
            if (const double cost = loopCost(node, side, reach); cost < best) {
                best = cost;
                chosen = {loopCentre(node, side, reach), side};
            }
    return chosen;
}

/// A square wants to stand clear of the nodes, so that arrows have room to swing through it.
double DelayPlaces::roomCost(double room) const
{
    const double wanted = 1.9 * m_layout.radius;
    return (room < 2.2 * m_half ? 800 : 0) + std::max(0.0, wanted - room) * 1.2;
}

/// What a straight wire between the two would cost.
double DelayPlaces::straightCost(const Disc &from, const Disc &to)
{
    const QPointF d = to.centre - from.centre;
    const double angle = std::atan2(d.y(), d.x());
    const Curve curve = Curve::between(from, angle, to, angle, distance(from.centre, to.centre) / 3);
    m_around.obstacles = obstacles(m_input, m_layout, from, to);
    return std::min(blocked, conflict(Polyline(curve), from, to, m_around, blocked));
}

/// At least `best` where the place is no better than that: the dear parts are then left out.
double DelayPlaces::hubCost(QPointF centre, const Disc &source, const std::vector<Disc> &targets, double best)
{
    const Disc square{centre, m_half};
    double cost = 0.25 * distance(source.centre, centre);
    for (const Disc &target : targets)
        cost += 0.25 * distance(target.centre, centre) / std::sqrt(double(targets.size()));
    if (cost >= best)
        return cost;
    for (const NodeShape &node : m_layout.nodes)
        cost += roomCost(distance(node.disc.centre, centre) - node.disc.radius);
    for (const DelaySquare &other : m_layout.squares)
        cost += distance(other.box.center(), centre) < 12 * m_half ? 100 : 0;
    if (cost >= best)
        return cost;
    for (const Polyline &wire : m_around.wires)
        cost += wire.comesWithin(2.2 * m_half, centre) ? 60 : 0;
    for (const Disc &target : targets) // a way back beside the way there, not squeezed against it
        cost += 2.0 * std::max(0.0, 2.6 * m_layout.radius - distanceToSegment(centre, source.centre, target.centre));
    if (cost < best)
        cost += straightCost(source, square);
    for (size_t i = 0; i < targets.size() && cost < best; ++i)
        cost += straightCost(square, targets[i]);
    return cost;
}

QPointF DelayPlaces::between(const Disc &source, const std::vector<Disc> &targets)
{
    std::vector<QPointF> centres{(source.centre + meanCentre(targets)) / 2};
    const double step = 0.75 * m_layout.radius;
    for (double x = 2 * m_half + 4; x < m_input.size.width() - 2 * m_half; x += step)
        for (double y = 2 * m_half + 4; y < m_input.size.height() - 2 * m_half; y += step)
            centres.emplace_back(x, y);
    double best = std::numeric_limits<double>::infinity();
    QPointF chosen = centres.front();
    for (const QPointF &centre : centres)
        if (const double cost = hubCost(centre, source, targets, best); cost < best) {
            best = cost;
            chosen = centre;
        }
    return chosen;
}

} // namespace unfold
