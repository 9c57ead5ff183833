#pragma once
// The range of a logarithmic axis in whole decades, 10^low … 10^high, and how it keeps still while the data change.
#include <vector>

namespace unfold {

struct DecadeRange {
    int low = -2;
    int high = 1;

    int span() const { return high - low; }
    bool contains(const DecadeRange &other) const { return low <= other.low && other.high <= high; }
    bool operator==(const DecadeRange &) const = default;
};

/// Whole decades around the finite nonzero values of `measured`, at least two; `guides` may widen it on either side by
/// at most three decades or the span of the measured values, so that a bound that runs off never flattens the
/// measurement. Zeros, infinities and NaN are ignored; with nothing left the range is the default one.
DecadeRange decadesAround(const std::vector<double> &measured, const std::vector<double> &guides);

/// What to show next: `shown` widened at once to hold `needed`, and left alone until it is much too wide.
DecadeRange steady(const DecadeRange &shown, const DecadeRange &needed);

/// Decades between two ticks (1, 2, 5, 10 …) that lie at least `spacing` pixels apart on an axis of `pixels`.
int decadesPerTick(const DecadeRange &range, double pixels, double spacing);

} // namespace unfold
