#pragma once
// Small experiments that learn, for the tests of training.
#include "core/experiment/example.h"
#include "core/learning/random.h"
#include "tests/core/training/training_runs.h"

namespace unfold::test {

/// An example of classes for an elman of sizes x 3, o 3, one-hot, drawn from `stream`.
inline Example drawnExample(RandomStream &stream, int steps)
{
    Example example;
    Matrix x = Matrix::Zero(3, steps);
    for (int t = 0; t < steps; ++t) {
        x(static_cast<Eigen::Index>(stream.below(3)), t) = 1;
        example.classes.push_back(static_cast<int>(stream.below(3)));
    }
    example.sequence["x"] = x;
    return example;
}

/// `lengths.size()` examples of these lengths for a network of 5 units.
inline Experiment learner(const std::vector<int> &lengths, const Training &training, const char *circuit = "elman")
{
    Experiment experiment;
    NamedCircuit page;
    page.name = circuit;
    page.sizes = {{"x", 3}, {"h", 5}, {"o", 3}};
    experiment.circuit = page;
    experiment.loss = Loss{};
    RandomStream stream(7, "examples");
    Training own = training;
    for (const int length : lengths)
        own.examples.push_back(drawnExample(stream, length));
    experiment.training = std::make_shared<const Training>(std::move(own));
    Experiment shown = withExample(experiment, experiment.training->examples.front());
    shown.training = experiment.training;
    return shown;
}

inline Experiment withTraining(Experiment experiment, const std::function<void(Training &)> &change)
{
    auto training = std::make_shared<Training>(*experiment.training);
    change(*training);
    experiment.training = std::move(training);
    return experiment;
}

inline TrainingState after(const Experiment &experiment, std::int64_t updates, int threads = 1)
{
    const auto task = makeTask(experiment);
    return Trainer(task, threads).advance(startOf(experiment, *task), updates).state;
}

} // namespace unfold::test
