#pragma once
// One step of the unrolled graph along given lines: opened cells side by side, or a row of blocks.
#include "ui/diagram/unrolled/unrolled_plan.h"

namespace unfold {

/// What is drawn along given lines at the input's pitch: a hand-drawn circuit, or cells as blocks, chosen or for want
/// of room. nullopt where the circuit finds its own ways.
std::optional<HandDrawing> handDrawingAt(const PlanInput &input);

/// Fills nodes and edges of a plan; false where the circuit finds its own ways, and the plan is as it was.
bool planByHand(const PlanInput &input, UnrolledPlan &plan);

} // namespace unfold
