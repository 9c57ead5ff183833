#pragma once
// That the constants and recipes of single parameters name parameters that are there, and that their numbers make
// sense.
#include "core/learning/initialisation.h"

namespace unfold {

/// Throws InputError with the place in the file: "initialisation.constants.b_f".
void checkInitialisation(const Initialisation &initialisation, const std::vector<ParameterInfo> &parameters);

} // namespace unfold
