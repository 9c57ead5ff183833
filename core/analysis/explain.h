#pragma once
// One or two plain sentences about a reading: what the gradient does from step to step, and why.
//
// Every word follows from a number of the reading; what the numbers do not say is not said. "Steady" is within 1 % a
// step.
#include "core/analysis/reading.h"

namespace unfold {

/// reading: complete but for its sentence. trace: the one it was read off. UTF-8.
std::string explain(const Reading &reading, const Trace &trace);

} // namespace unfold
