#include "ui/timeline/heat_map/heat_map_bands.h"

#include <algorithm>
#include <utility>

namespace unfold {
namespace {

constexpr double least = 2; ///< lines of a band

const CompiledNode &compiled(const Program &program, int node)
{
    return program.nodes[static_cast<size_t>(node)];
}

/// Half a line on each side of the cells, where the numbers of the scale end; a whole one above for names.
double above(const StateTrack &track, double line)
{
    return track.size() > 1 ? line : line / 2;
}

double margins(const std::vector<StateTrack> &tracks, double line)
{
    double sum = 0;
    for (const StateTrack &track : tracks)
        sum += above(track, line) + line / 2;
    return sum;
}

/// The states of one track between top and bottom.
void addTrack(const StateTrack &track, const Program &program, const TimeAxis &axis, double top, double bottom,
    std::vector<HeatMapBand> &bands)
{
    int units = 1;
    for (const int node : track)
        units = std::max(units, compiled(program, node).size);
    const HeatMapLayout whole = layOutHeatMap(axis, top, bottom, units, {1, program.steps});
    bool leads = true;
    for (const int node : track) {
        HeatMapBand band{node, false, track.size() > 1, whole};
        band.layout.units = std::max(1, compiled(program, node).size);
        band.layout.bottom = whole.top + band.layout.rows() * whole.rowHeight();
        band.layout.span = compiled(program, node).span;
        if (band.layout.visibleColumns().count() > 0 && band.layout.span.count() > 0)
            band.leads = std::exchange(leads, false);
        bands.push_back(band);
    }
    if (leads)
        bands[bands.size() - track.size()].leads = true; // none is in sight
}

} // namespace

std::vector<StateTrack> tracksInRoom(const std::vector<StateTrack> &tracks, int plotted, const HeatMapRoom &room)
{
    std::vector<StateTrack> shown = tracks;
    const auto fits = [&] {
        return margins(shown, room.line) + least * room.line * static_cast<double>(shown.size())
            <= room.bottom - room.top;
    };
    while (shown.size() > 1 && !fits()) // from the end that is farther from the plotted node
        shown.erase(&trackOf(shown, plotted) == &shown.back() ? shown.begin() : shown.end() - 1);
    return shown;
}

std::vector<HeatMapBand> layOutBands(
    const std::vector<StateTrack> &tracks, const Program &program, const HeatMapRoom &room)
{
    std::vector<HeatMapBand> bands;
    if (tracks.empty())
        return bands;
    const double height
        = std::max(1.0, (room.bottom - room.top - margins(tracks, room.line)) / static_cast<double>(tracks.size()));
    double top = room.top;
    for (const StateTrack &track : tracks) {
        top += above(track, room.line);
        addTrack(track, program, room.axis, top, top + height, bands);
        top += height + room.line / 2;
    }
    return bands;
}

} // namespace unfold
