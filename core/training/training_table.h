#pragma once
// Many trainings of one experiment: every value of a quantity with every seed, each from its own start.
//
// The runs are shared out among threads and do not depend on each other: the same request gives the same table.
#include "core/training/advance.h"

namespace unfold {

struct TableRequest {
    std::string key = "gain"; ///< as in varied()
    std::vector<double> values; ///< empty: the experiment as it is
    int seeds = 1; ///< 1 … seeds
    std::optional<std::int64_t> updates; ///< of each; unset: `training.updates`
};

/// One training.
struct TableRun {
    double value = 0;
    std::uint64_t seed = 1;
    Ended ended = Ended::Updates;
    std::int64_t updates = 0;
    double largestGradientNorm = 0;
    std::optional<Measurement> measured; ///< the last one
};

/// In the order of values, then of seeds; those that were not begun when `goOn` answered false are missing.
/// goOn: called between the updates of all threads at once, with the number of runs that are done.
/// Throws InputError where the request does not fit the experiment, before the first run.
std::vector<TableRun> trainTable(
    const Experiment &experiment, const TableRequest &request, int threads, const std::function<bool(int done)> &goOn);

} // namespace unfold
