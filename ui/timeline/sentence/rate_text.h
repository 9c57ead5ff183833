#pragma once
// What each step back does to the gradient, and which factor decides.
#include "core/analysis/explanation.h"
#include "ui/timeline/sentence/emphasis.h"

namespace unfold {

/// The sentence on the factor, and that on which part of it decides where there are two. e.rate is there.
QString rateText(const Explanation &e, const Emphasis &emphasis);

/// The same of what comes through the loop, where more arrives than that: no verdict.
QString throughLoopText(const Explanation &e, const Emphasis &emphasis);

} // namespace unfold
