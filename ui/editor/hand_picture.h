#pragma once
// What the mouse or the keys are doing on the canvas, and its picture: a node on its way, or an arrow that is looking
// for its target.
#include "ui/diagram/folded/folded_layout.h"

class QPainter;

namespace unfold {

struct Theme;

struct Hand {
    enum class Does { Nothing, Pressed, Moving, Connecting };
    Does does = Does::Nothing;
    bool fromRim = false; ///< where it was pressed
    int held = -1; ///< the node that was pressed, or that the new arrow comes from
    int aim = -1; ///< the node that the new arrow would go to
    QPointF pressed; ///< where the button went down
    QPointF point; ///< where the mouse is
};

/// Where the held node would stand, dropped at hand.point; on a canvas of `size`.
Place droppedAt(const Circuit &circuit, const FoldedLayout &layout, const Hand &hand, QSize size);

/// size: of the canvas.
void paintHand(QPainter &painter, const Theme &theme, const Circuit &circuit, const FoldedLayout &layout,
    const Hand &hand, QSize size);

} // namespace unfold
