#include "ui/diagram/shared/route.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace unfold {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr std::array<double, 15> bends{0, -15, 15, -30, 30, -45, 45, -60, 60, -80, 80, -100, 100, -125, 125};

// Weights: touching a node is far worse than any bend, a crossing is worth a moderate detour.
constexpr double hitCost = 4000;
constexpr double nearCost = 40; ///< per px inside the clearance
constexpr double costOutside = 80; ///< per px outside the bounds
constexpr double crossingCost = 30;
constexpr double alongCost = 9; ///< per sample that runs along another arrow
constexpr double alongDistance = 4;

struct Candidate {
    double leave; ///< rad
    double arrive;
    double handle; ///< px
    double cost; ///< of its own shape
};

double wrapped(double angle)
{
    return std::remainder(angle, 2 * std::numbers::pi);
}

/// A straight line costs 0, an arc less than an S, a long handle a little.
double shapeCost(double leave, double arrive, int handle)
{
    const double l = leave / degree;
    const double a = arrive / degree;
    const bool bent = std::abs(l) + std::abs(a) > 1e-6;
    return 0.35 * (std::abs(l) + std::abs(a)) + 0.3 * std::abs(l + a) + (bent ? 2.0 * handle : 0.0);
}

std::vector<double> anglesAt(const RouteEnd &end, double chord)
{
    if (end.angle)
        return {*end.angle};
    std::vector<double> angles;
    for (const double bend : bends)
        angles.push_back(chord + bend * degree);
    return angles;
}

std::vector<Candidate> candidates(const RouteEnd &from, const RouteEnd &to, double longHandle)
{
    const QPointF between = to.disc.centre - from.disc.centre;
    const double chord = std::atan2(between.y(), between.x());
    const double gap = std::max(6.0, std::hypot(between.x(), between.y()) - from.disc.radius - to.disc.radius);
    const std::array<double, 3> handles{0.38 * gap, 0.7 * gap, std::min(longHandle, 1.2 * gap)};
    std::vector<Candidate> all;
    for (const double leave : anglesAt(from, chord))
        for (const double arrive : anglesAt(to, chord)) {
            const double l = wrapped(leave - chord);
            const double a = wrapped(arrive - chord);
            const bool straight = std::abs(l) + std::abs(a) < 1e-6;
            for (int h = 0; h < (straight ? 1 : 3); ++h)
                all.push_back({leave, arrive, handles[static_cast<size_t>(h)], shapeCost(l, a, h)});
        }
    std::stable_sort(all.begin(), all.end(), [](const auto &x, const auto &y) { return x.cost < y.cost; });
    return all;
}

double outside(QPointF p, const QRectF &bounds)
{
    if (bounds.isNull())
        return 0;
    return std::max(
        {0.0, bounds.left() - p.x(), p.x() - bounds.right(), bounds.top() - p.y(), p.y() - bounds.bottom()});
}

double obstacleCost(const Polyline &line, const Disc &disc, double clearance)
{
    const double reach = disc.radius + clearance;
    if (!line.comesWithin(reach, disc.centre))
        return 0;
    const double depth = reach - line.distanceTo(disc.centre);
    return depth * nearCost + (depth > clearance ? hitCost : 0);
}

/// A curve must not come back into its own ends.
double selfCost(const Polyline &line, const Disc &from, const Disc &to)
{
    double cost = 0;
    for (size_t i = 3; i + 3 < line.points.size(); ++i)
        for (const Disc &disc : {from, to}) {
            const QPointF apart = line.points[i] - disc.centre;
            if (QPointF::dotProduct(apart, apart) < disc.radius * disc.radius)
                cost += hitCost / 4;
        }
    return cost;
}

double costOfWire(const Polyline &line, const Polyline &wire)
{
    if (!line.box.adjusted(-alongDistance, -alongDistance, alongDistance, alongDistance)
             .intersects(wire.box.adjusted(-1, -1, 1, 1)))
        return 0;
    double cost = crossingCost * crossings(line, wire);
    for (size_t i = 2; i + 1 < line.points.size(); i += 2)
        if (wire.comesWithin(alongDistance, line.points[i]))
            cost += alongCost;
    return cost;
}

} // namespace

Curve straightBetween(const Disc &from, const Disc &to)
{
    const QPointF d = to.centre - from.centre;
    const double angle = std::atan2(d.y(), d.x());
    const double gap = std::hypot(d.x(), d.y()) - from.radius - to.radius;
    return Curve::between(from, angle, to, angle, gap / 3);
}

double conflict(const Polyline &line, const Disc &from, const Disc &to, const Surroundings &around, double enough)
{
    double cost = selfCost(line, from, to);
    for (const QPointF &p : line.points)
        cost += costOutside * outside(p, around.bounds);
    for (size_t i = 0; i < around.obstacles.size() && cost < enough; ++i)
        cost += obstacleCost(line, around.obstacles[i], around.clearance);
    for (size_t i = 0; i < around.wires.size() && cost < enough; ++i)
        cost += costOfWire(line, around.wires[i]);
    return cost;
}

Curve route(const RouteEnd &from, const RouteEnd &to, const Surroundings &around)
{
    if (!from.angle && !to.angle) {
        const Curve straight = straightBetween(from.disc, to.disc);
        if (conflict(Polyline(straight), from.disc, to.disc, around) == 0)
            return straight;
    }
    double best = std::numeric_limits<double>::infinity();
    Curve chosen;
    for (const Candidate &candidate : candidates(from, to, around.longHandle)) {
        if (candidate.cost >= best)
            break; // ordered by their own cost: nothing better can follow
        const Curve curve = Curve::between(from.disc, candidate.leave, to.disc, candidate.arrive, candidate.handle);
        const Polyline line(curve);
        const double cost = candidate.cost + conflict(line, from.disc, to.disc, around, best - candidate.cost);
        if (cost < best) {
            best = cost;
            chosen = curve;
        }
    }
    return chosen;
}

} // namespace unfold
