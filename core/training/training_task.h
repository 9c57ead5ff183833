#pragma once
// What a trainer works on: an experiment with "training", made ready once.
//
// Constant while it is trained; the state that changes is a value of its own, see training_state.h.
#include "core/circuit/parameters.h"
#include "core/experiment/experiment.h"

#include <array>

namespace unfold {

/// A step at which the loss of an example is taken.
struct CountedStep {
    int step = 1;
    int right = 0; ///< cross-entropy: the class
    int target = 0; ///< squared error: column of TrainingExample::targets
};

/// An example in the order of the circuit's nodes.
struct TrainingExample {
    int steps = 1;
    int encoderSteps = 0; ///< 0: the circuit has no phases
    std::vector<Matrix> sequence; ///< by node: size × steps of its span; empty: zeros, or no input
    std::vector<Vector> initial; ///< by node; empty: zeros
    std::vector<CountedStep> counted;
    Matrix targets; ///< squared error: size of the source × counted steps
};

struct TrainingTask {
    std::shared_ptr<const Training> training;
    std::optional<double> clip; ///< θ of the experiment
    LossKind loss = LossKind::CrossEntropy;
    int source = 0; ///< node that the loss reads
    std::vector<ParameterInfo> parameters;
    std::vector<bool> trained; ///< by parameter: not frozen
    std::vector<bool> hasInitial; ///< by node: some example starts it from numbers
    std::map<int, Circuit> circuits; ///< by encoderSteps of the examples
    std::vector<TrainingExample> train;
    std::vector<TrainingExample> validation;
    std::vector<TrainingExample> test;
    double bytesPerSequence = 0; ///< that a pass over the longest one needs

    const std::vector<TrainingExample> &list(ExampleList which) const;
    int batch() const; ///< examples per update, at most all of them
    int batches() const; ///< of an epoch
};

/// Checks the whole experiment. Throws InputError with the place in the file.
std::shared_ptr<const TrainingTask> makeTask(const Experiment &experiment);

/// Where the training of the experiment stands: at its first update, with the initial weights, every recurrent matrix
/// times `gain`; or where `training.state` left it, with the parameters that the experiment has now.
TrainingState startOf(const Experiment &experiment, const TrainingTask &task);

/// The experiment as trained so far: its parameters are those of `state`, its gain is 1, and training goes on there.
Experiment withState(Experiment experiment, const TrainingTask &task, const TrainingState &state);

} // namespace unfold
