#include "ui/diagram/unrolled/unrolled_rows.h"

#include "ui/diagram/shared/places.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace unfold {
namespace {

constexpr double sharedLane = 0.62; ///< distance of two rows of one lane, in rows
constexpr double targetRow = 0.8; ///< distance from L to y

const Node &nodeAt(const Circuit &circuit, int i)
{
    return circuit.nodes[static_cast<size_t>(i)];
}

/// Sets of nodes that exist at the same steps, directly or through others: an encoder and a decoder are two.
std::vector<int> epochs(const Circuit &circuit, int steps)
{
    const int count = static_cast<int>(circuit.nodes.size());
    std::vector<int> epoch(static_cast<size_t>(count));
    std::iota(epoch.begin(), epoch.end(), 0);
    for (int a = 0; a < count; ++a)
        for (int b = 0; b < a; ++b)
            if (coexist(nodeAt(circuit, a), nodeAt(circuit, b), steps))
                std::replace(epoch.begin(), epoch.end(), epoch[static_cast<size_t>(a)], epoch[static_cast<size_t>(b)]);
    return epoch;
}

/// Sideways position of every node, −½ … ½. What other views show over time is on the line of its step; inner nodes,
/// the gates, are beside it after their columns among those that exist with them.
std::vector<double> sideways(const Circuit &circuit, int steps, const std::vector<Place> &places)
{
    const std::vector<int> epoch = epochs(circuit, steps);
    std::vector<double> result(places.size(), 0);
    for (size_t i = 0; i < places.size(); ++i) {
        if (circuit.nodes[i].role != Role::Inner)
            continue;
        double low = places[i].column, high = places[i].column;
        for (size_t j = 0; j < places.size(); ++j)
            if (epoch[j] == epoch[i]) {
                low = std::min(low, places[j].column);
                high = std::max(high, places[j].column);
            }
        if (high > low)
            result[i] = (places[i].column - (low + high) / 2) / (high - low);
    }
    return result;
}

/// Height of every node in rows, the lowest 0. Nodes of one lane that never meet share a row; the outer ones of the
/// others stand lower.
std::vector<double> heights(
    const Circuit &circuit, int steps, const std::vector<Place> &places, const std::vector<double> &side)
{
    std::vector<size_t> order(places.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        if (std::abs(places[a].lane - places[b].lane) > 0.25)
            return places[a].lane < places[b].lane;
        return std::abs(side[a]) > std::abs(side[b]) + 1e-9;
    });
    std::vector<double> height(places.size(), 0);
    double top = 0;
    for (size_t k = 0; k < order.size(); ++k) {
        const size_t i = order[k];
        const bool newLane = k == 0 || std::abs(places[i].lane - places[order[k - 1]].lane) > 0.25;
        if (newLane) {
            height[i] = k == 0 ? 0 : top + 1;
            top = height[i];
            continue;
        }
        double above = -1;
        double lowest = height[order[k - 1]];
        for (size_t j = k; j-- > 0 && std::abs(places[order[j]].lane - places[i].lane) <= 0.25;) {
            lowest = std::min(lowest, height[order[j]]);
            if (coexist(circuit.nodes[i], circuit.nodes[order[j]], steps))
                above = std::max(above, height[order[j]]);
        }
        height[i] = above < 0 ? lowest : above + sharedLane;
        top = std::max(top, height[i]);
    }
    return height;
}

/// As large as rows, steps and neighbours allow.
double radiusOf(const PlanInput &input, Detail detail, const std::vector<Disc> &discs)
{
    const double unit = input.fonts.unit;
    if (detail == Detail::Bands)
        return 2 * unit;
    double nearest = 1e9;
    for (size_t a = 0; a < discs.size(); ++a)
        for (size_t b = 0; b < a; ++b)
            for (const double shift : {-input.pitch, 0.0, input.pitch}) {
                const double d = distance(discs[a].centre + QPointF(shift, 0), discs[b].centre);
                if (d > 0.5)
                    nearest = std::min(nearest, d);
            }
    if (detail == Detail::Dots)
        return std::max(1.5, std::min({3.2 * unit, 0.25 * input.pitch, 0.3 * nearest}));
    return std::max(2.0, std::min({16 * unit, 0.31 * input.pitch, 0.38 * nearest}));
}

} // namespace

bool coexist(const Node &a, const Node &b, int steps)
{
    const StepRange p = a.span.in(steps);
    const StepRange q = b.span.in(steps);
    return std::max(p.first, q.first) <= std::min(p.last, q.last);
}

Rows rowsOf(const PlanInput &input, Detail detail)
{
    const std::vector<Place> places = placesOf(input.circuit);
    const std::vector<double> side = sideways(input.circuit, input.steps, places);
    std::vector<double> height = heights(input.circuit, input.steps, places, side);
    std::vector<double> sides = side;
    if (input.loss && input.loss->source >= 0) {
        const double top = *std::max_element(height.begin(), height.end());
        height.insert(height.end(), {top + 1, top + 1 + targetRow});
        sides.insert(sides.end(), 2, side[static_cast<size_t>(input.loss->source)]);
    }
    const double unit = input.fonts.unit;
    const double line = input.fonts.note("h").height();
    Rows rows;
    rows.captionHeight = line + 6 * unit;
    rows.stepLabelTop = input.height - (input.stepLabels ? line + 2 * unit : 0);
    const double all = *std::max_element(height.begin(), height.end());
    const double nameRoom = detail == Detail::Full ? 3 * unit : line + 2 * unit;
    const double edge = std::min(16 * unit, 0.31 * input.pitch) + nameRoom;
    const double top = rows.captionHeight + edge;
    const double bottom = std::max(top, rows.stepLabelTop - edge);
    const double rowPitch = all > 0 ? std::min((bottom - top) / all, 84 * unit) : 0;
    const double lowest = (top + bottom) / 2 + rowPitch * all / 2;
    const double spread = std::min(0.5 * input.pitch, 52 * unit);
    for (size_t i = 0; i < height.size(); ++i)
        rows.discs.push_back({{sides[i] * spread, lowest - height[i] * rowPitch}, 0});
    const double radius = radiusOf(input, detail, rows.discs);
    for (Disc &disc : rows.discs)
        disc.radius = radius;
    return rows;
}

} // namespace unfold
