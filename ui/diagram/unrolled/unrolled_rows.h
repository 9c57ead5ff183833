#pragma once
// Where the circles of one step are: a row for every lane, closer rows for nodes that share one; gates are a little
// beside the line of their step.
#include "ui/diagram/unrolled/unrolled_plan.h"

namespace unfold {

struct Rows {
    std::vector<Disc> discs; ///< the circuit's nodes, then L and y where there is a loss; x relative to the step
    double captionHeight = 0;
    double stepLabelTop = 0;
};

Rows rowsOf(const PlanInput &input, Detail detail);

/// Whether there is a step at which both exist.
bool coexist(const Node &a, const Node &b, int steps);

} // namespace unfold
