#pragma once
// The gradient norm over (gain × step): what the plot would show at every setting of the slider.
//
// One row per gain, each an independent forward and backward pass, in an order that soon covers the whole range and
// then refines it. Rows are handed out as they are finished, so that a map can be drawn before all of it is there.
#include "core/run/compute.h"

#include <functional>
#include <stop_token>

namespace unfold {

struct SweepRequest {
    std::vector<double> gains; ///< one per row, finite, in any order; rising where it is to be refined evenly
    int node = 0; ///< the node whose gradient is taken
    GradientOf of = GradientOf::LastStep;
};

/// One finished row.
struct SweepRow {
    int row = 0; ///< index of the gain
    StepSeries
        norm; ///< T entries: ‖∂L/∂node(t)‖; nullopt where the node does not exist, and all of them without a loss
    int done = 0; ///< rows finished up to now, this one among them
    int total = 0;
};

struct SweepOptions {
    int threads = 0; ///< at most; 0: one per core. Fewer run where their memory would exceed 2 GB
    std::stop_token stop; ///< looked at before every row and at every step of its loops
    /// Called for every finished row, by one thread at a time but not always the same; must not throw.
    std::function<void(const SweepRow &)> rowDone = {};
};

struct Sweep {
    std::vector<double> gains;
    std::vector<std::optional<StepSeries>> rows; ///< one per gain, as in SweepRow::norm; nullopt: not computed

    bool isComplete() const;
    /// The computed row that stands for `row` until it is computed itself: the nearest, of two the lower; −1: none.
    int standIn(int row) const;
};

/// The numbers are those of `compute` and `gradientNorms`, whatever the number of threads. Returns what is finished
/// when a stop is requested, without the rows that were under way. Throws InputError for a gain that is not finite and
/// for a node that is none.
Sweep sweep(const Prepared &prepared, const SweepRequest &request, const SweepOptions &options = {});

/// Rows 0 … count − 1: both ends, the middle, then again and again the middle of what lies between.
std::vector<int> coarseToFine(int count);

/// `count` gains from `from` to `to`, both included, evenly spaced; one: `from`.
std::vector<double> evenGains(double from, double to, int count);

} // namespace unfold
