#pragma once
// What the gradients of two networks come to, in one plain sentence.
#include "core/analysis/compare.h"
#include "ui/timeline/sentence/emphasis.h"

namespace unfold {

/// "From step 100 back to step 1 the gradient is multiplied by 1.2·10⁻⁶ with RNN and by 0.21 with LSTM."
/// first, second: what the two are called ("LSTM", "gain 0.9"), as people wrote it.
QString comparisonText(
    const Comparison &comparison, const QString &first, const QString &second, const Emphasis &emphasis = {});

} // namespace unfold
