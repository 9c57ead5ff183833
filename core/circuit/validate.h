#pragma once
// Whether a circuit is well formed.
#include "core/circuit/circuit.h"

namespace unfold {

/// Throws InputError at the first fault: empty or doubled names, sizes below 1, unknown sources or gates, sizes that
/// do not fit, signs other than ±1, delays beyond ±100000, an input with terms, a bias or an activation, parameters of
/// two shapes, loops that cannot be ordered in time, spans that are empty.
void validate(const Circuit &circuit);

} // namespace unfold
