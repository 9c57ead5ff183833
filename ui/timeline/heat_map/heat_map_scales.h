#pragma once
// The colour scales of the states: ±limit by node, one for all states of a track. Pure.
#include "core/analysis/shown_states.h"
#include "core/engine/trace.h"

#include <map>
#include <vector>

namespace unfold {

using Scales = std::map<int, double>;

/// What the values (or gradients) need: ±1 where activations bound all values of a track.
Scales scalesOf(const Trace &trace, const std::vector<StateTrack> &tracks, bool gradient);

struct ScaledStates {
    const Circuit &circuit;
    const std::vector<StateTrack> &tracks;
    const Scales &scales;
    int plotted = -1;
};

/// The scales of `mine` beside another heat map, of whose states those without a scale do not count: states of the same
/// name are on the wider scale of the two. Where no name is in both, the plotted nodes belong together.
Scales sharedScales(const ScaledStates &mine, const ScaledStates &other);

} // namespace unfold
