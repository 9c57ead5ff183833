#pragma once
// How far the gradient reaches over the slider's range of gains. It does not depend on the present gain: an axis that
// is made from it keeps still while the slider moves, and equal pictures mean equal numbers.
#include "core/run/compute.h"

#include <limits>
#include <stop_token>

namespace unfold {

/// The smallest and the largest of some magnitudes; 0, infinity and NaN are left out.
struct MagnitudeSpan {
    double least = std::numeric_limits<double>::infinity();
    double most = 0;

    bool isEmpty() const { return most == 0; }
    void add(double magnitude);
    bool operator==(const MagnitudeSpan &) const = default;
};

struct GainReach {
    /// ‖∂L/∂node(t)‖ at all steps and gains, of the last step's loss and of the sum of all; with the other states shown.
    MagnitudeSpan norm;
    double entry = 0; ///< ‖∂L/∂node(t)‖ of the last step's loss where the gradient enters, at gain 1; 0: none
    MagnitudeSpan factor; ///< what one step back multiplies by: Wᵀ and the slope, each by itself

    bool operator==(const GainReach &) const = default;
};

/// Rising, from 0.1 to 1.7: below 0.1 every network vanishes, and would only make room. Fewer where one run is dear.
/// costOfOne: Program::cost().
std::vector<double> reachGains(double costOfOne);

/// node: whose gradient is taken. Empty without a loss; nullopt: stopped.
std::optional<GainReach> gainReach(const Prepared &prepared, int node, const std::stop_token &stop = {});

} // namespace unfold
