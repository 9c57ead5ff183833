#pragma once
// What the gradients of two networks come to beside each other, as values.
#include "core/analysis/gradient_report.h"

namespace unfold {

/// One of the two: the norm where it enters and at the far end.
struct ComparedGradient {
    std::string node; ///< its name
    int from = 0;
    int to = 0;
    double atFrom = 0;
    double atTo = 0;

    /// What the gradient is multiplied by on the whole way.
    double factor() const { return atTo / atFrom; }
};

struct Comparison {
    /// The gradient of one loss, which enters at the same step of both and goes equally far: factors can be compared.
    /// Where not, only the norms at the far end can.
    bool alike = false;
    ComparedGradient first;
    ComparedGradient second;
};

/// Each report is that of the trace after it. nullopt where one of them has no gradient.
std::optional<Comparison> compare(
    const GradientReport &first, const Trace &firstTrace, const GradientReport &second, const Trace &secondTrace);

} // namespace unfold
