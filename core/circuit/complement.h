#pragma once
// Two terms of a node that are one: source − gate ⊙ source = (1 − gate) ⊙ source, as in the mixing of a GRU.
#include "core/circuit/circuit.h"

namespace unfold {

/// The other one of the two terms, given either; −1: the term has none. Each term belongs to one pair at most.
int complementOf(const Node &node, int term);

/// Whether the term is the one that is multiplied by its gate, which is then written 1 − gate.
bool hasComplementGate(const Node &node, int term);

} // namespace unfold
