#pragma once
// An explanation of the gradient in a few plain sentences. Each follows from a number; what the numbers do not tell is
// not said.
#include "core/analysis/explanation.h"
#include "ui/timeline/sentence/emphasis.h"

namespace unfold {

/// "The gradient is multiplied by 0.77 at every step back: by 0.80 from W and 0.97 from the slope of tanh. Both factors
/// are below 1."
QString explanationText(const Explanation &explanation, const Emphasis &emphasis = {});

} // namespace unfold
