#include "core/training/run_training.h"

#include "core/circuit/input_error.h"

#include <algorithm>

namespace unfold {

std::int64_t updatesLeft(const Training &training, const TrainingState &state, std::optional<std::int64_t> asked)
{
    if (asked)
        return *asked;
    if (!training.updates)
        throw InputError("training.updates", "the key is missing, and so is --updates", "how many updates to make");
    return std::max<std::int64_t>(0, *training.updates - state.update);
}

TrainingRun runTraining(Trainer &trainer, const TrainingTask &task, TrainingState state, std::int64_t updates,
    const std::function<bool(const UpdateSummary &)> &updated)
{
    TrainingReport report;
    TrainingObserver observer;
    observer.updated = [&](const UpdateSummary &summary) {
        report.loss.push_back(summary.loss);
        report.gradientNorm.push_back(summary.gradientNorm);
        report.appliedNorm.push_back(summary.appliedNorm);
        return !updated || updated(summary);
    };
    observer.measured
        = [&](const Measurement &measurement, const TrainingState &) { report.measured.push_back(measurement); };
    Advanced advanced = trainer.advance(std::move(state), updates, observer);
    report.ended = advanced.ended;
    report.divergence = advanced.divergence;
    const bool isMeasured = !report.measured.empty() && report.measured.back().update == advanced.state.update;
    const bool wasLast = advanced.ended == Ended::Updates || advanced.ended == Ended::Diverged;
    if (wasLast && !isMeasured && !report.loss.empty())
        report.measured.push_back(trainer.measure(advanced.state));
    report.infos = task.parameters;
    report.parameters = advanced.state.parameters;
    return {std::move(report), std::move(advanced.state)};
}

} // namespace unfold
