#include "core/training/vary.h"

#include "core/circuit/input_error.h"
#include "core/circuit/parameters.h"
#include "core/tasks/apply_task.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

Experiment withWindow(Experiment experiment, double value)
{
    if (!experiment.training->task)
        throw InputError("window", "the examples are written out and have no window", "a file with \"training.task\"");
    auto training = std::make_shared<Training>(*experiment.training);
    training->task->window = static_cast<int>(value);
    if (training->task->window < 1 || training->task->window != value)
        throw InputError("window", "it is not a number of steps", "whole numbers from 1");
    fillLists(experiment, *training);
    experiment.training = std::move(training);
    return experiment;
}

Experiment withRate(Experiment experiment, double value)
{
    if (!(value > 0))
        throw InputError("rate", "it is not above 0", "rates above 0");
    auto training = std::make_shared<Training>(*experiment.training);
    training->optimiser.rate = value;
    experiment.training = std::move(training);
    return experiment;
}

Experiment withBias(Experiment experiment, const std::string &name, double value)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuitOf(experiment));
    const auto info = std::find_if(
        infos.begin(), infos.end(), [&](const ParameterInfo &one) { return one.bias && one.name == name; });
    if (info == infos.end())
        throw InputError(
            name, "there is no such bias in this circuit", "gain, clip, rate, window or the name of a bias");
    experiment.parameters[name] = Matrix::Constant(info->rows, 1, value);
    return experiment;
}

} // namespace

Experiment varied(Experiment experiment, const std::string &key, double value)
{
    if (key == "window")
        return withWindow(std::move(experiment), value);
    if (key == "rate")
        return withRate(std::move(experiment), value);
    if (key != "gain" && key != "clip")
        return withBias(std::move(experiment), key, value);
    if (key == "gain")
        experiment.gain = value;
    else
        experiment.clip = value > 0 ? std::optional(value) : std::nullopt;
    return experiment;
}

Experiment withSeed(Experiment experiment, std::uint64_t seed)
{
    experiment.initialisation.seed = seed;
    auto training = std::make_shared<Training>(*experiment.training);
    training->seed = seed;
    experiment.training = std::move(training);
    return experiment;
}

} // namespace unfold
