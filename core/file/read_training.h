#pragma once
// The key "training" of an experiment file.
#include "core/experiment/experiment.h"
#include "core/file/json_value.h"

namespace unfold {

/// `experiment` has its circuit and its loss. Throws InputError with the place: wrong kinds of values, unknown names,
/// numbers out of their range; what the examples must satisfy is for checkTraining.
Training readTraining(const JsonValue &json, const Experiment &experiment, std::vector<std::string> &warnings);

/// For an experiment with neither sequence nor targets of its own: it shows the first example with a loss. What the
/// other examples took from the experiment they keep.
void showFirstExample(Experiment &experiment);

} // namespace unfold
