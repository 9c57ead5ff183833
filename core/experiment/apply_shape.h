#pragma once
// Input/output shapes as spans: which steps have an input, an output and a loss.
//
//   one-to-one              T = 1
//   one-to-many             x at the first step, o at every step
//   many-to-one             x at every step, o at the last
//   many-to-many            x and o at every step
//   many-to-many (unequal)  x over the first half (the longer one), o over the rest
#include "core/experiment/experiment_summary.h"

namespace unfold {

/// Gives a node of the circuit another span.
void setSpan(Experiment &experiment, const std::string &node, const Span &span);

/// Sets the spans of all inputs and outputs over `steps` steps, and takes the loss, where there is one, wherever there
/// is an output. The encoder–decoder has the unequal shape alone: its encoder reads the first half. Throws InputError
/// where that has fewer than 2 steps.
void applyShape(Experiment &experiment, Shape shape, int steps);

} // namespace unfold
