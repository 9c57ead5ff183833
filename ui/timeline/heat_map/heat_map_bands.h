#pragma once
// Where the cells of several states lie: a band per track, one below the other; the states of one track share a band,
// each at its own steps. Pure geometry, pixels.
#include "core/analysis/shown_states.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <vector>

namespace unfold {

/// The cells of one state.
struct HeatMapBand {
    int node = -1;
    bool leads = true; ///< the first of its track in sight: scale and unit names are beside it
    bool named = false; ///< of several in its track: its name is above its first cell
    HeatMapLayout layout;
};

struct HeatMapRoom {
    TimeAxis axis;
    double top = 0;
    double bottom = 1;
    double line = 14; ///< height of a line of the text beside the cells
};

/// As many tracks as have room for two lines each, the plotted node's among them.
std::vector<StateTrack> tracksInRoom(const std::vector<StateTrack> &tracks, int plotted, const HeatMapRoom &room);

/// The bands of tracks that have room. Rows of one track are equally high, so that unit names are those of all.
std::vector<HeatMapBand> layOutBands(
    const std::vector<StateTrack> &tracks, const Program &program, const HeatMapRoom &room);

} // namespace unfold
