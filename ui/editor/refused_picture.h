#pragma once
// The loop that a circuit is refused for, drawn in red over it.
#include "core/circuit/loop_error.h"
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/diagram_painter.h"

namespace unfold {

/// Whether an arrow of the drawing is one of the loop's.
bool isOnLoop(const EdgeShape &edge, const std::vector<LoopArrow> &loop);

/// layout: of this circuit, opened. Nothing for an empty loop.
void paintRefusedLoop(QPainter &painter, const Theme &theme, DiagramLabels &labels, const Circuit &circuit,
    const FoldedLayout &layout, const std::vector<LoopArrow> &loop);

} // namespace unfold
