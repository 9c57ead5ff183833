#include "ui/editor/place_map.h"

#include "ui/diagram/shared/places.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace unfold {
namespace {

constexpr double usualColumn = 3.4; ///< radii from one column to the next, where there is only one
constexpr double usualLane = 3.4;

/// Between two known points, or beyond the outer ones at `slope`. known: at least one, sorted by the first.
double interpolated(const std::vector<std::pair<double, double>> &known, double at, double slope)
{
    if (at <= known.front().first)
        return known.front().second + (at - known.front().first) * slope;
    if (at >= known.back().first)
        return known.back().second + (at - known.back().first) * slope;
    const auto above = std::upper_bound(known.begin(), known.end(), std::pair(at, HUGE_VAL));
    const auto below = std::prev(above);
    const double fraction = (at - below->first) / (above->first - below->first);
    return below->second + fraction * (above->second - below->second);
}

} // namespace

std::vector<Place> drawnPlacesOf(const Circuit &circuit)
{
    if (!drawnByHand(circuit))
        return placesOf(circuit);
    std::vector<Place> places;
    for (const Node &node : circuit.nodes)
        places.push_back(*node.place);
    return places;
}

PlaceMap::PlaceMap(const Circuit &circuit, const FoldedLayout &layout)
{
    const std::vector<Place> places = drawnPlacesOf(circuit);
    m_perColumn = usualColumn * layout.radius;
    m_perLane = -usualLane * layout.radius;
    Place left;
    double right = -HUGE_VAL;
    bool first = true;
    for (const NodeShape &node : layout.nodes) {
        if (node.kind != NodeShape::Kind::Node)
            continue;
        const Place &place = places[static_cast<size_t>(node.element.node)];
        m_yOfLane[place.lane] = node.disc.centre.y();
        if (first || place.column < left.column) {
            left = place;
            m_column = place.column;
            m_x = node.disc.centre.x();
        }
        first = false;
    }
    for (const NodeShape &node : layout.nodes) {
        if (node.kind != NodeShape::Kind::Node)
            continue;
        const double column = places[static_cast<size_t>(node.element.node)].column;
        if (column > m_column && column > right) {
            right = column;
            m_perColumn = (node.disc.centre.x() - m_x) / (column - m_column);
        }
    }
    if (m_yOfLane.size() > 1) {
        const auto low = *m_yOfLane.begin();
        const auto high = *m_yOfLane.rbegin();
        m_perLane = (high.second - low.second) / (high.first - low.first);
    }
    if (m_yOfLane.empty())
        m_yOfLane[0] = 0;
}

Place PlaceMap::at(QPointF point) const
{
    std::vector<std::pair<double, double>> laneAt;
    for (auto known = m_yOfLane.rbegin(); known != m_yOfLane.rend(); ++known) // y runs down, lanes run up
        laneAt.emplace_back(known->second, known->first);
    return {interpolated(laneAt, point.y(), 1 / m_perLane), m_column + (point.x() - m_x) / m_perColumn};
}

QPointF PlaceMap::at(const Place &place) const
{
    const std::vector<std::pair<double, double>> known(m_yOfLane.begin(), m_yOfLane.end());
    return {m_x + (place.column - m_column) * m_perColumn, interpolated(known, place.lane, m_perLane)};
}

} // namespace unfold
