#include "ui/diagram/shared/places.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace unfold {
namespace {

/// The longest way to a node along arrows without delay; inputs 0, everything else at least 1.
std::vector<int> depths(const Circuit &circuit)
{
    const size_t n = circuit.nodes.size();
    std::vector<int> depth(n, 0);
    for (size_t i = 0; i < n; ++i)
        depth[i] = circuit.nodes[i].role == Role::Input ? 0 : 1;
    const auto raise = [&](size_t node, const std::string &from, int delay) {
        const int source = circuit.indexOf(from);
        if (source >= 0 && delay == 0 && circuit.nodes[node].role != Role::Input)
            depth[node] = std::max(depth[node], depth[static_cast<size_t>(source)] + 1);
    };
    for (size_t round = 0; round < n; ++round) // a valid circuit settles within n rounds
        for (size_t i = 0; i < n; ++i)
            for (const Term &term : circuit.nodes[i].terms) {
                raise(i, term.source, term.delay);
                if (!term.gate.empty())
                    raise(i, term.gate, term.gateDelay);
            }
    return depth;
}

/// Outputs share a lane above everything that is no output.
void liftOutputs(const Circuit &circuit, std::vector<int> &depth)
{
    int top = 0;
    for (size_t i = 0; i < depth.size(); ++i)
        if (circuit.nodes[i].role != Role::Output)
            top = std::max(top, depth[i]);
    for (size_t i = 0; i < depth.size(); ++i)
        if (circuit.nodes[i].role == Role::Output)
            depth[i] = std::max(depth[i], top + 1);
}

bool close(const Place &a, const Place &b)
{
    return std::abs(a.lane - b.lane) < 0.5 && std::abs(a.column - b.column) < 0.5;
}

} // namespace

std::vector<Place> placesOf(const Circuit &circuit)
{
    std::vector<int> depth = depths(circuit);
    liftOutputs(circuit, depth);
    std::map<int, int> inLane;
    for (size_t i = 0; i < depth.size(); ++i)
        if (!circuit.nodes[i].place)
            ++inLane[depth[i]];
    std::map<int, int> used;
    std::vector<Place> places;
    for (size_t i = 0; i < depth.size(); ++i) {
        const int lane = depth[i];
        Place place = circuit.nodes[i].place.value_or(Place{double(lane), 0.0});
        if (!circuit.nodes[i].place)
            place.column = used[lane]++ - (inLane[lane] - 1) / 2.0;
        while (std::any_of(places.begin(), places.end(), [&](const Place &p) { return close(p, place); }))
            place.column += 1;
        places.push_back(place);
    }
    return places;
}

} // namespace unfold
