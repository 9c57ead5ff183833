#pragma once
// The transition of compute.h for runs that somebody may no longer want.
#include "core/run/compute.h"

#include <stop_token>

namespace unfold {

/// Fills `trace`. false: a stop was requested, see stoppable.h; the trace may be filled again and else holds nothing.
bool compute(const Prepared &prepared, double gain, GradientOf of, Trace &trace, const std::stop_token &stop);

} // namespace unfold
