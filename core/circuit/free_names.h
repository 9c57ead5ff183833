#pragma once
// Names for what the editor adds, as a textbook would choose them: letters by the role, then with an index.
#include "core/circuit/circuit.h"

namespace unfold {

/// "x", "u", "v" … for inputs, "h", "g", "k" … for states, "o", "p" … for outputs, "m", "n" … for inner nodes.
std::string freeNodeName(const Circuit &circuit, Role role);

/// U where it reads an input, W where the node reads itself, V where it leads to an output; with the node's name as an
/// index where that is taken, then with the source's as well.
std::string freeParameterName(const Circuit &circuit, int node, const std::string &source);

} // namespace unfold
