#pragma once
// A gated circuit beside its mirror image, which runs from the last step to the first.
//
// Nodes and parameters of the second direction end in g, as in the catalogue's bidirectional network: f_g, W_fg, and g
// in place of h.
#include "core/circuit/circuit.h"

#include <optional>
#include <string>

namespace unfold {

/// W_f → W_fg, d → d_g; empty stays empty.
std::string mirroredParameter(const std::string &name);

/// The node as it is with the sequence read from its end, at the same place.
Node mirrored(Node node);

/// circuit: an input x and one cell, drawn by hand. output: the node that read h; it reads g as well, by V_g.
Circuit bothDirections(Circuit circuit, std::optional<Node> output);

} // namespace unfold
