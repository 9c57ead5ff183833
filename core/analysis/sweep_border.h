#pragma once
// What is drawn into a sweep of the gain: which gains it has, where the gradient begins to vanish or to explode, and
// what theory says about it.
#include "core/analysis/sweep.h"

namespace unfold {

/// Multiples of 0.02, 0.05, 0.1, 0.25 or 0.5, rising, from `low` or a little below to `high` or a little above. At most
/// 101; fewer where one run is dear. costOfOne: Program::cost().
std::vector<double> roundGains(double low, double high, double costOfOne);

/// Where the gradient enters the loop of the node and flows on from, over all computed rows; see anchorOf. nullopt: no
/// row has a gradient.
std::optional<int> endOf(const Prepared &prepared, int node, const Sweep &sweep);

/// A place in the map, both fractional.
struct SweepPoint {
    double step = 0;
    double gain = 0;
};
struct SweepSegment {
    SweepPoint from;
    SweepPoint to;
};

/// The border between vanishing and exploding: where the norm at a step equals that at step `end`. Pieces of lines
/// between the middles of neighbouring steps, in no order; between rows by powers of the gain, which is exact for one
/// linear unit. Only what is computed counts.
std::vector<SweepSegment> vanishBorder(const Sweep &sweep, int end);

/// Gains that theory names; absent where the node's loop is not one matrix and one slope.
struct SweepGuides {
    std::optional<double>
        sigma; ///< 1 / (γ σ_max of the matrix at gain 1): below it the gradient is guaranteed to vanish
    std::optional<double> radius; ///< 1 / ρ of the matrix at gain 1
};
SweepGuides sweepGuides(const Prepared &prepared, int node);

} // namespace unfold
