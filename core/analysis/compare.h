#pragma once
// What the gradients of two networks come to beside each other, in one plain sentence.
#include "core/analysis/gradient_report.h"

namespace unfold {

struct Compared {
    std::string name; ///< "LSTM", "gain 0.9"
    const GradientReport &report; ///< of trace
    const Trace &trace;
};

/// "Back to step 1, the gradient of step 100 comes to 1.2·10⁻⁶ times its size with RNN, to 0.21 times with LSTM." Where
/// it is not the gradient of one loss that enters at the same step of both, their sizes at the far end; empty where one
/// of them has none.
std::string compare(const Compared &first, const Compared &second);

} // namespace unfold
