#pragma once
// A task put into the training of its experiment.
#include "core/experiment/experiment.h"

namespace unfold {

/// Fills the lists of `training` with what its task makes of the data of `experiment`. Returns a sentence for each
/// thing that is doubtful about them. Throws InputError where the sizes or the loss of the network are not those of the
/// task, and says what they have to be.
std::vector<std::string> fillLists(const Experiment &experiment, Training &training);

} // namespace unfold
