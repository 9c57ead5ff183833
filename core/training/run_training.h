#pragma once
// A whole training: the updates that are asked for, and what is told about them afterwards.
#include "core/tasks/baseline.h"
#include "core/training/advance.h"

namespace unfold {

struct TrainingReport {
    std::vector<double> loss; ///< entry u belongs to update u of this run
    std::vector<double> gradientNorm;
    std::vector<double> appliedNorm;
    std::vector<Measurement> measured;
    Ended ended = Ended::Updates;
    std::optional<Divergence> divergence;
    std::vector<Baseline> baselines; ///< what simpler methods do on the test list; filled by who wants to know
    std::vector<ParameterInfo> infos;
    std::vector<Matrix> parameters; ///< after the last update, in the order of `infos`
};

struct TrainingRun {
    TrainingReport report;
    TrainingState state;
};

/// How many updates are left: `asked`, or as many as `training.updates` are more than those made. Throws InputError
/// where nothing says how many.
std::int64_t updatesLeft(const Training &training, const TrainingState &state, std::optional<std::int64_t> asked);

/// Trains and measures the lists after the last update as well. updated: as in TrainingObserver.
TrainingRun runTraining(Trainer &trainer, const TrainingTask &task, TrainingState state, std::int64_t updates,
    const std::function<bool(const UpdateSummary &)> &updated = {});

} // namespace unfold
