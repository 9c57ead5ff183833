#pragma once
// The whole folded diagram on any device.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/shared/diagram_painter.h"

namespace unfold {

/// hover: what is touched, at any step. selected: the node that the keys stand on; Kind::None without focus.
void paintFolded(QPainter &painter, const Theme &theme, DiagramLabels &labels, const Circuit &circuit,
    const FoldedLayout &layout, const ElementRef &hover, const ElementRef &selected);

} // namespace unfold
