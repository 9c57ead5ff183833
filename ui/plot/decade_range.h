#pragma once
// The range of a logarithmic axis in whole decades, 10^low … 10^high: around data, or fixed.
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

/// The range of an axis that keeps still: whole decades from `least` to `most`, cut to what reads well: twelve on
/// either side of `entry`, where the gradient enters. An entry of 0: `most`. Nothing positive: the default one.
DecadeRange fixedDecades(double least, double most, double entry);

/// Holds both.
DecadeRange united(const DecadeRange &a, const DecadeRange &b);

/// Decades between two ticks (1, 2, 5, 10 …) that lie at least `spacing` pixels apart on an axis of `pixels`.
int decadesPerTick(const DecadeRange &range, double pixels, double spacing);

} // namespace unfold
