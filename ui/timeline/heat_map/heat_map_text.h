#pragma once
// What the heat map says of the states that it shows: its title, what there is to know about their values, and the
// numbers of a cell.
#include "core/analysis/shown_states.h"
#include "ui/document/document.h"
#include "ui/timeline/heat_map/heat_map_bands.h"

#include <QString>

namespace unfold {

/// "Hidden states h and g"; "Cell state s, hidden state h"; "Gradient at the hidden state, ∂L/∂h".
QString heatMapTitle(const Program &program, const std::vector<int> &nodes, bool gradient);

/// One row per unit, and where the slope of these states' activations is small.
QString heatMapTip(const Program &program, const std::vector<int> &nodes);

/// How to see the states that have no room; empty where all of them have.
QString noRoomTip(const Circuit &circuit, const std::vector<int> &nodes);

/// "∂L/∂h(t) and ∂L/∂g(t)"
QString gradientNames(const Circuit &circuit, const std::vector<int> &nodes);

/// Unit and step of a cell with its value, and in the backward pass its gradient.
QString cellTip(const Result &result, const Cursor &cursor, const HeatMapBand &band, const HeatMapLayout::Place &place);

} // namespace unfold
