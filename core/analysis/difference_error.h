#pragma once
// Where the two errors of a finite difference meet: read off the differences themselves, not off a formula, since the
// rounding of a long run is more than that of its loss.
#include "core/analysis/finite_difference.h"

namespace unfold {

enum class DifferenceSide {
    Truncation, ///< ε is too large: the error falls with ε, as ε²
    Best, ///< about where both are equal
    Rounding, ///< ε is too small: the error rises as 1/ε
    Kink, ///< a relu switches between −ε and +ε
    Overflow, ///< there is no difference
    Exact, ///< every difference equals the gradient
};

struct DifferenceErrors {
    std::vector<double> errors; ///< |D(ε) − gradient| of every point; not finite where there is no difference
    double best = 0; ///< ε where the error is least, lucky roundings apart; 0: there is none
    std::optional<double> truncation; ///< c in c ε²; unset where that side is not seen
    std::optional<double> rounding; ///< c in c / ε

    DifferenceSide sideOf(const DifferencePoint &point) const;
};

/// points: ε falling.
DifferenceErrors differenceErrors(const std::vector<DifferencePoint> &points, double gradient);

} // namespace unfold
