#pragma once
// The arrows of the folded circuit: delay squares, loops, routed wires, ⊙ dots.
#include "ui/diagram/folded/folded_layout.h"

namespace unfold {

/// Adds squares, edges and gates to a layout whose nodes stand already (the circuit's, then L and y).
void addWires(const FoldedInput &input, FoldedLayout &layout);

} // namespace unfold
