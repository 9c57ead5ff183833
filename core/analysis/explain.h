#pragma once
// What a report says of the gradient, as values.
#include "core/analysis/explanation.h"
#include "core/analysis/gradient_report.h"

namespace unfold {

/// report: of trace.
Explanation explain(const GradientReport &report, const Trace &trace);

} // namespace unfold
