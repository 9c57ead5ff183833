#pragma once
// What a sweep of the gain looks like and says; pure functions.
#include "core/analysis/sweep.h"
#include "ui/plot/decade_range.h"

#include <QString>

namespace unfold {

/// (row, step − 1), row 0: the largest gain. A row that is not computed yet shows the nearest that is; NaN: there is
/// nothing. Empty: no row is computed.
Matrix sweepNorms(const Sweep &sweep);

/// Of the colours. Small gains lose hundreds of decades: the colours are kept for those around the norm at step `end`.
DecadeRange sweepDecades(const Matrix &norms, const std::optional<int> &end);

/// "gain 0.5, step 10: ‖∂L/∂h(10)‖ = 0.12, 0.25 times that at step 12"; row as in sweepNorms.
QString sweepSentence(const Sweep &sweep, std::optional<int> end, const Circuit &circuit, int node, int row, int step);

} // namespace unfold
