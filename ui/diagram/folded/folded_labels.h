#pragma once
// The letters and notes of the folded circuit, placed where they cover nothing.
#include "ui/diagram/folded/folded_layout.h"

namespace unfold {

/// Adds the labels to a layout that has its nodes, edges, squares and gates.
void addLabels(const FoldedInput &input, FoldedLayout &layout);

} // namespace unfold
