#pragma once
// The two passes for runs that somebody may no longer want: a pass is given up within a step of a loop or one product
// over the whole sequence after a stop is requested.
#include "core/engine/engine.h"

#include <stop_token>

namespace unfold {

/// As in engine.h. false: stopped; the values or gradients in the trace are then those of no run.
bool forward(std::shared_ptr<const Program> program, const Inputs &inputs, Trace &trace, const std::stop_token &stop);
bool backward(const Loss &loss, StepRange counted, Trace &trace, const std::stop_token &stop);

} // namespace unfold
