#pragma once
// How fast the gradient changes through a loop, and whether the matrix or the slope decides it.
#include "core/analysis/explain_facts.h"
#include "core/analysis/explanation.h"

namespace unfold {

/// nullopt where no whole step is within the range of a double.
std::optional<GradientRate> rateOf(const ExplainFacts &facts);

} // namespace unfold
