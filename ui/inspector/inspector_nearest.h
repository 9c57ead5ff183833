#pragma once
// What can be shown in place of what does not exist at a step, or is not computed yet. Pure.
#include "ui/inspector/inspector_notes.h"

namespace unfold {

/// The step nearest to `step` at which a node exists; nullopt: it does not in so short a sequence.
std::optional<int> nearestStepOf(const PageSource &s, int node, int step);

/// The arrow itself at its step, or at the nearest step of its target at which it contributes.
std::optional<Edge> nearestArrow(const PageSource &s, const ElementRef &edge);

/// The step nearest to `step` at which a loss is taken; nullopt: none is.
std::optional<int> nearestLoss(const PageSource &s, int step);

/// The plotted node where it exists at the cursor's step, otherwise a state that does.
int nodeToShow(const PageSource &s);

/// The parameters and the values that an expression reads and that the pass has reached, each once.
std::vector<Quantity> knownOperands(const PageSource &s, const Expression &expression);

} // namespace unfold
