#pragma once
// A loop that cannot be ordered in time, in words.
#include "core/circuit/loop_error.h"

#include <QString>

namespace unfold {

/// Which loop it is, why it is refused, and how to mend it: "o reads h and h reads o at the same step, so neither can
/// be computed first: give one of these arrows a delay." circuit: the one that was refused.
QString loopText(const LoopError &loop, const Circuit &circuit);

} // namespace unfold
