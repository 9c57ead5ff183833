#include "core/training/stop_rule.h"

#include <cmath>

namespace unfold {
namespace {

/// Accuracies rise, losses fall; NaN is never better.
bool isBetter(const StopRule &rule, double value, double than)
{
    return rule.accuracy ? value > than : value < than;
}

std::shared_ptr<const BestMoment> momentOf(double value, const TrainingState &state)
{
    auto best = std::make_shared<BestMoment>(BestMoment{value, state});
    best->state.best = nullptr;
    best->state.notBetter = 0;
    return best;
}

} // namespace

std::optional<Ended> afterMeasurement(const Training &training, const Measurement &measurement, TrainingState &state)
{
    if (!training.stop)
        return std::nullopt;
    const StopRule &rule = *training.stop;
    const std::optional<double> value = quantityOf(rule, measurement);
    if (!value)
        return std::nullopt;
    if (rule.reaches && (*value == *rule.reaches || isBetter(rule, *value, *rule.reaches)))
        return Ended::Reached;
    if (!rule.patience)
        return std::nullopt;
    if (!state.best || std::isnan(state.best->value) || isBetter(rule, *value, state.best->value)) {
        state.best = momentOf(*value, state);
        state.notBetter = 0;
        return std::nullopt;
    }
    return ++state.notBetter < *rule.patience ? std::nullopt : std::optional(Ended::Patience);
}

} // namespace unfold
