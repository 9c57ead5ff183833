#pragma once
// Where the gradient leaves the range of ordinary numbers, and why.
#include "core/analysis/explain_facts.h"
#include "core/analysis/explanation.h"

namespace unfold {

/// nullopt while every norm on the way from the entry is an ordinary number.
std::optional<GradientRangeEnd> rangeEndOf(const ExplainFacts &facts);

} // namespace unfold
