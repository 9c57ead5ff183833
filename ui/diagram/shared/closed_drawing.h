#pragma once
// A circuit whose cells are blocks: what happens inside is left out, what crosses the border is named.
#include "ui/diagram/shared/hand_drawing.h"

namespace unfold {

/// The circuit can be closed.
HandDrawing closedDrawing(const Circuit &circuit);

} // namespace unfold
