#pragma once
// Parameters that are given as numbers, as those of a trained network are, and what a change does to them.
#include "core/experiment/experiment.h"

namespace unfold {

/// Whether the recurrence is given whole, every recurrent matrix and the biases beside them: somebody's network, and
/// not one that a recipe makes.
bool isTrained(const Experiment &experiment);

/// Names of what is given before and has to be drawn anew afterwards, as its shape is another.
std::vector<std::string> drawnAnew(const Experiment &before, const Experiment &after);

/// "U, V, c".
std::string listed(const std::vector<std::string> &names);

} // namespace unfold
