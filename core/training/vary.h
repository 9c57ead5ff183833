#pragma once
// An experiment with one quantity changed, for a table over its values.
#include "core/experiment/experiment.h"

namespace unfold {

/// key: "gain", "clip" (0: no clipping), "rate", "window" (of the task), or the name of a bias, every entry of which
/// starts with `value`. Throws InputError (place: the key) where it names nothing of this experiment.
Experiment varied(Experiment experiment, const std::string &key, double value);

/// Another start and another order of the examples; the examples themselves stay.
Experiment withSeed(Experiment experiment, std::uint64_t seed);

} // namespace unfold
