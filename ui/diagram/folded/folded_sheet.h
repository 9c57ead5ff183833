#pragma once
// The folded circuit along lines drawn by hand, or with its cells as blocks.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/sheet.h"

namespace unfold {

void layOutFoldedSheet(const FoldedInput &input, const Sheet &sheet, FoldedLayout &layout);

} // namespace unfold
