#pragma once
// The folded circuit along lines drawn by hand, or with its cells as blocks.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/hand_drawing.h"

namespace unfold {

void layOutFoldedDrawing(const FoldedInput &input, const HandDrawing &handDrawing, FoldedLayout &layout);

} // namespace unfold
