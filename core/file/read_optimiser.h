#pragma once
// The key "optimiser" of a training.
#include "core/file/json_value.h"
#include "core/learning/optimiser.h"

namespace unfold {

/// Throws InputError with the place: an unknown kind, a rate of 0 or below, a moment's factor out of its range.
Optimiser readOptimiser(const JsonValue &json, std::vector<std::string> &warnings);

} // namespace unfold
