#pragma once
// What can be taken in hand on the canvas: the thing under a point, or the next one to what is selected. Pure.
#include "ui/editor/circuit_editor.h"

namespace unfold {

/// The shape of a node; it is drawn.
const NodeShape &shapeOf(const FoldedLayout &layout, int node);

/// The node under `point`, or just beyond its rim; −1: none.
int nodeUnder(const FoldedLayout &layout, QPointF point);

/// Whether `point` is so far out on the node that an arrow begins there, and the node is not moved.
bool onRim(const FoldedLayout &layout, QPointF point, int node);

/// What a click selects there; nothing between the shapes.
EditSelection thingAt(const Circuit &circuit, const FoldedLayout &layout, QPointF point);

/// The thing `by` further on: a node, its terms, the next node, around. Without a selection the first or the last.
EditSelection nextThing(const Circuit &circuit, EditSelection selection, int by);

} // namespace unfold
