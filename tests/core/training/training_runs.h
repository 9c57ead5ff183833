#pragma once
// What the tests of training share: an experiment from its text, trained, and reports compared.
#include "core/file/experiment_file.h"
#include "core/file/training_report_file.h"
#include "core/training/run_training.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace unfold::test {

/// Trained as its file says, `updates` updates or as many as are left.
inline TrainingRun trained(
    const Experiment &experiment, std::optional<std::int64_t> updates = std::nullopt, int threads = 1)
{
    const auto task = makeTask(experiment);
    const TrainingState start = startOf(experiment, *task);
    Trainer trainer(task, threads);
    return runTraining(trainer, *task, start, updatesLeft(*experiment.training, start, updates));
}

inline Experiment read(const nlohmann::json &experiment)
{
    return readExperiment(experiment.dump()).experiment;
}

/// The experiment as it is written after that training, and read again.
inline Experiment savedAndRead(const Experiment &experiment, const TrainingState &state)
{
    return readExperiment(writeExperiment(withState(experiment, *makeTask(experiment), state))).experiment;
}

inline void flatten(const nlohmann::json &value, std::vector<double> &into)
{
    if (value.is_number())
        into.push_back(value.get<double>());
    else if (value.is_array())
        for (const auto &entry : value)
            flatten(entry, into);
    else
        into.push_back(std::nan(""));
}

/// What is wrong with a list of numbers, to `tolerance` of its largest entry; empty: nothing.
inline std::string differenceOf(const nlohmann::json &expected, const nlohmann::json &actual, double tolerance)
{
    std::vector<double> want;
    std::vector<double> have;
    flatten(expected, want);
    flatten(actual, have);
    if (want.size() != have.size())
        return std::to_string(have.size()) + " numbers, expected " + std::to_string(want.size());
    double largest = 0;
    for (const double number : want)
        largest = std::max(largest, std::abs(number));
    for (std::size_t i = 0; i < want.size(); ++i)
        if (!(std::abs(want[i] - have[i]) <= tolerance * largest))
            return "entry " + std::to_string(i) + " is " + std::to_string(have[i]) + ", expected "
                + std::to_string(want[i]);
    return {};
}

/// Every difference from a report of the reference.
inline std::string differencesFrom(const nlohmann::json &expected, const nlohmann::json &actual, double tolerance)
{
    std::string all;
    for (const char *key : {"loss", "gradientNorm", "appliedNorm"})
        if (const std::string wrong = differenceOf(expected.at(key), actual.at(key), tolerance); !wrong.empty())
            all += std::string(key) + ": " + wrong + "\n";
    for (const auto &[name, value] : expected.at("parameters").items())
        if (const std::string wrong = differenceOf(value, actual.at("parameters").at(name), tolerance); !wrong.empty())
            all += name + ": " + wrong + "\n";
    if (expected.at("updates") != actual.at("updates"))
        all += "updates: " + actual.at("updates").dump() + "\n";
    return all;
}

} // namespace unfold::test
