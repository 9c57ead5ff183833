#include "ui/timeline/heat_map/heat_map_scales.h"

#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <algorithm>

namespace unfold {
namespace {

bool isBounded(Activation activation)
{
    return activation == Activation::Tanh || activation == Activation::Sigmoid || activation == Activation::Softmax;
}

double needed(const Trace &trace, int node, bool gradient)
{
    const NodeTrace &values = trace.nodes[static_cast<size_t>(node)];
    if (!gradient && isBounded(trace.circuit().nodes[static_cast<size_t>(node)].activation))
        return 1;
    return roundLimit(largestFinite(values, gradient ? values.gradient : values.value));
}

const std::string &nameIn(const ScaledStates &states, int node)
{
    return states.circuit.nodes[static_cast<size_t>(node)].name;
}

/// The node of `other` that belongs to one of `mine`; −1: none.
int counterpartOf(const ScaledStates &mine, int node, const ScaledStates &other)
{
    bool related = false;
    for (const StateTrack &track : mine.tracks)
        for (const int own : track)
            for (const StateTrack &otherTrack : other.tracks)
                for (const int theirs : otherTrack)
                    if (nameIn(mine, own) == nameIn(other, theirs)) {
                        if (own == node)
                            return theirs;
                        related = true;
                    }
    return !related && node == mine.plotted ? other.plotted : -1;
}

} // namespace

Scales scalesOf(const Trace &trace, const std::vector<StateTrack> &tracks, bool gradient)
{
    Scales scales;
    for (const StateTrack &track : tracks) {
        double limit = 0;
        for (const int node : track)
            limit = std::max(limit, needed(trace, node, gradient));
        for (const int node : track)
            scales[node] = limit;
    }
    return scales;
}

Scales sharedScales(const ScaledStates &mine, const ScaledStates &other)
{
    Scales scales = mine.scales;
    for (const StateTrack &track : mine.tracks) {
        double limit = 0;
        for (const int node : track)
            if (const auto theirs = other.scales.find(counterpartOf(mine, node, other)); theirs != other.scales.end())
                limit = std::max(limit, theirs->second);
        for (const int node : track)
            scales[node] = std::max(scales[node], limit);
    }
    return scales;
}

} // namespace unfold
