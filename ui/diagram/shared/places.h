#pragma once
// Where every node of a circuit stands: lane (row, 0 at the bottom) and column. Both diagrams follow it.
#include "core/circuit/circuit.h"

#include <vector>

namespace unfold {

/// One place per node, no two alike. Places that the circuit gives are kept; the others are found: inputs in the lowest
/// lane, then every node above what it reads at the same step, outputs on top; a doubled place moves to the right.
std::vector<Place> placesOf(const Circuit &circuit);

} // namespace unfold
