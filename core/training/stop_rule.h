#pragma once
// Whether a measurement ends a training before its last update.
#include "core/training/advance.h"

namespace unfold {

/// Compares a measurement with the rule of the training. Where the rule counts patience, `state` remembers the best
/// moment, which is the one to take where patience is at its end. nullopt: it goes on.
std::optional<Ended> afterMeasurement(const Training &training, const Measurement &measurement, TrainingState &state);

} // namespace unfold
