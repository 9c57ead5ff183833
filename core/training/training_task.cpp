#include "core/training/training_task.h"

#include "core/circuit/input_error.h"
#include "core/experiment/example.h"
#include "core/run/compute.h"

#include <algorithm>

namespace unfold {
namespace {

std::vector<CountedStep> countedIn(const Loss &loss, int steps)
{
    std::vector<CountedStep> counted;
    for (const int step : loss.at.stepsIn(steps)) {
        const int place = static_cast<int>(counted.size());
        const bool classes = loss.kind == LossKind::CrossEntropy;
        counted.push_back({step, classes ? loss.classes[static_cast<std::size_t>(place)] : 0, place});
    }
    return counted;
}

TrainingExample exampleOf(const Experiment &bare, const Example &example)
{
    const bool counts = hasLoss(bare, example);
    Experiment whole = withExample(bare, example);
    if (!counts)
        whole.loss.reset();
    const Circuit circuit = circuitOf(whole);
    TrainingExample made;
    made.steps = stepsOf(whole, circuit);
    made.encoderSteps = hasPhases(whole) ? std::get<NamedCircuit>(whole.circuit).encoderSteps : 0;
    for (const Node &node : circuit.nodes) {
        const auto given = whole.sequence.find(node.name);
        const auto initial = whole.initial.find(node.name);
        made.sequence.push_back(given == whole.sequence.end() ? Matrix() : given->second);
        made.initial.push_back(initial == whole.initial.end() ? Vector() : initial->second);
    }
    if (counts) {
        made.counted = countedIn(*whole.loss, made.steps);
        made.targets = whole.loss->vectors;
    }
    return made;
}

/// Everything of an experiment that its examples share.
Experiment bareOf(const Experiment &experiment)
{
    Experiment bare;
    bare.circuit = experiment.circuit;
    bare.initial = experiment.initial;
    bare.loss = experiment.loss;
    return bare;
}

void addExamples(const Experiment &bare, const Examples &examples, TrainingTask &task, std::vector<TrainingExample> &to)
{
    for (const Example &example : examples) {
        to.push_back(exampleOf(bare, example));
        const TrainingExample &made = to.back();
        if (!task.circuits.contains(made.encoderSteps))
            task.circuits[made.encoderSteps] = circuitOf(withExample(bare, example));
        task.hasInitial.resize(made.initial.size());
        for (std::size_t n = 0; n < made.initial.size(); ++n)
            task.hasInitial[n] = task.hasInitial[n] || made.initial[n].size() > 0;
    }
}

bool sameShapes(const std::vector<Matrix> &a, const std::vector<Matrix> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const Matrix &x, const Matrix &y) { return x.rows() == y.rows() && x.cols() == y.cols(); });
}

/// Sets what the longest sequence needs, and refuses a batch that does not fit.
void checkBatchMemory(const Circuit &circuit, TrainingTask &task)
{
    constexpr double mostBytesOfBatch = 2e9;
    int longest = 1;
    for (const auto *list : {&task.train, &task.validation, &task.test})
        for (const TrainingExample &example : *list)
            longest = std::max(longest, example.steps);
    task.bytesPerSequence = bytesNeeded(circuit, task.parameters, longest);
    const double bytes = task.batch() * task.bytesPerSequence;
    if (bytes > mostBytesOfBatch)
        throw InputError("training.batch",
            "a batch of " + std::to_string(task.batch()) + " sequences needs " + sizeInWords(bytes) + " of memory",
            "at most " + sizeInWords(mostBytesOfBatch) + ": fewer or shorter sequences at once, or smaller sizes");
}

} // namespace

const std::vector<TrainingExample> &TrainingTask::list(ExampleList which) const
{
    switch (which) {
    case ExampleList::Validation: return validation;
    case ExampleList::Test: return test;
    case ExampleList::Train: break;
    }
    return train;
}

int TrainingTask::batch() const
{
    return std::min(training->batch, static_cast<int>(train.size()));
}

int TrainingTask::batches() const
{
    return (static_cast<int>(train.size()) + batch() - 1) / batch();
}

std::shared_ptr<const TrainingTask> makeTask(const Experiment &experiment)
{
    if (!experiment.training)
        throw InputError("training", "the key is missing, so there is nothing to learn from", "how it is trained");
    checkTraining(experiment);
    auto task = std::make_shared<TrainingTask>();
    task->training = experiment.training;
    task->clip = experiment.clip;
    task->loss = experiment.loss->kind;
    const Circuit circuit = circuitOf(experiment);
    task->source = circuit.indexOf(experiment.loss->source);
    task->parameters = parametersOf(circuit);
    const std::vector<std::string> &frozen = experiment.training->frozen;
    for (const ParameterInfo &info : task->parameters)
        task->trained.push_back(std::find(frozen.begin(), frozen.end(), info.name) == frozen.end());
    const Experiment bare = bareOf(experiment);
    addExamples(bare, examplesOf(experiment), *task, task->train);
    addExamples(bare, experiment.training->validation, *task, task->validation);
    addExamples(bare, experiment.training->test, *task, task->test);
    checkBatchMemory(circuit, *task);
    return task;
}

TrainingState startOf(const Experiment &experiment, const TrainingTask &task)
{
    const Experiment shown = withExample(experiment, examplesOf(experiment).front());
    Experiment forward = shown;
    forward.loss.reset(); // its first example may have none
    const auto prepared = prepare(forward);
    TrainingState state;
    if (experiment.training->state)
        state = *experiment.training->state;
    state.parameters = prepared->baseParameters;
    if (experiment.gain != 1)
        for (std::size_t p = 0; p < state.parameters.size(); ++p)
            if (task.parameters[p].recurrent)
                state.parameters[p] *= experiment.gain;
    const Moments none = noMoments(task.training->optimiser.kind, state.parameters);
    if (!sameShapes(none.first, state.moments.first) || !sameShapes(none.second, state.moments.second))
        state.moments = none; // another optimiser, or nothing was trained yet
    return state;
}

Experiment withState(Experiment experiment, const TrainingTask &task, const TrainingState &state)
{
    for (std::size_t p = 0; p < task.parameters.size(); ++p)
        experiment.parameters[task.parameters[p].name] = state.parameters[p];
    experiment.gain = 1;
    auto training = std::make_shared<Training>(*experiment.training);
    auto kept = std::make_shared<TrainingState>(state);
    kept->parameters.clear(); // they are those of the experiment
    if (kept->batch == 0)
        kept->carried.clear(); // an epoch starts afresh
    training->state = std::move(kept);
    experiment.training = std::move(training);
    return experiment;
}

} // namespace unfold
