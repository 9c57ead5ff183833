#pragma once
// One or two plain sentences about a report: what the gradient does from step to step, and why.
//
// Every word follows from a number of the report; what the numbers do not say is not said. "Steady" is within 1 % a
// step.
#include "core/analysis/gradient_report.h"

namespace unfold {

/// report: complete but for its sentence. trace: the one it was read off. UTF-8.
std::string explain(const GradientReport &report, const Trace &trace);

} // namespace unfold
