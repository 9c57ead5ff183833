#include "core/circuit/input_error.h"
#include "core/experiment/example.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

/// The place of a fault in an experiment, as it stands in an example: "loss.targets[2]" is its "targets[2]".
std::string placeInExample(const std::string &place)
{
    for (const std::string &key : {std::string("loss."), std::string("circuit.")})
        if (place.rfind(key + "targets", 0) == 0 || place.rfind(key + "at", 0) == 0
            || place.rfind(key + "encoder_steps", 0) == 0)
            return place.substr(key.size());
    return place;
}

void checkNotCounted(const Example &example)
{
    if (!example.classes.empty() || example.vectors.size() > 0)
        throw InputError(
            "targets", "there are targets, but the list \"at\" has no step", "no targets, or as many steps");
}

void checkExample(const Experiment &bare, const Example &example)
{
    if (example.encoderSteps && !hasPhases(bare))
        throw InputError("encoder_steps", "the circuit has no encoder", "no such key, or an encoder–decoder");
    Experiment whole = withExample(bare, example);
    if (!hasLoss(bare, example)) {
        checkNotCounted(example);
        whole.loss.reset();
    }
    check(whole);
}

void checkExamples(const Experiment &bare, const Examples &examples, const std::string &list)
{
    for (std::size_t i = 0; i < examples.size(); ++i)
        try {
            checkExample(bare, examples[i]);
        } catch (const InputError &error) {
            throw InputError("training." + list + "[" + std::to_string(i) + "]." + placeInExample(error.place),
                error.wrong, error.expected);
        }
}

void checkFrozen(const Training &training, const std::vector<ParameterInfo> &parameters)
{
    for (std::size_t i = 0; i < training.frozen.size(); ++i)
        parameterNamed(parameters, training.frozen[i], "training.frozen[" + std::to_string(i) + "]");
    const auto isFrozen = [&](const ParameterInfo &info) {
        return std::find(training.frozen.begin(), training.frozen.end(), info.name) != training.frozen.end();
    };
    if (std::all_of(parameters.begin(), parameters.end(), isFrozen))
        throw InputError("training.frozen", "every parameter is frozen", "at least one that learns");
}

void checkCarry(const Training &training, std::size_t examples)
{
    if (!training.carry)
        return;
    if (training.order != ExampleOrder::Given)
        throw InputError("training.carry", "the state is carried on, but the examples are shuffled",
            "\"order\": \"given\" beside it, or no carried state");
    const std::size_t streams = std::min(static_cast<std::size_t>(training.batch), examples);
    if (examples % streams != 0)
        throw InputError("training.carry",
            std::to_string(examples) + " examples cannot be read as " + std::to_string(streams)
                + " streams side by side",
            "a number of examples that is a multiple of the batch");
}

void checkStop(const Experiment &experiment, const Training &training)
{
    if (!training.stop)
        return;
    const StopRule &rule = *training.stop;
    const std::string place = "training.stop.quantity";
    if (rule.list != ExampleList::Train
        && (rule.list == ExampleList::Test ? training.test : training.validation).empty())
        throw InputError(place, "there is no " + nameOf(rule) + " without examples to measure it on",
            "examples under \"training." + std::string(rule.list == ExampleList::Test ? "test" : "validation")
                + "\", or train_loss");
    if (rule.accuracy && experiment.loss->kind != LossKind::CrossEntropy)
        throw InputError(place, "there is no accuracy with squared error", "a quantity that ends in _loss");
}

} // namespace

void checkTraining(const Experiment &experiment)
{
    const Training &training = *experiment.training;
    if (!experiment.loss)
        throw InputError("loss", "the key is missing, and without a loss nothing can be learned", "a loss");
    const Circuit circuit = circuitOf(experiment);
    const std::vector<ParameterInfo> parameters = parametersOf(circuit);
    Experiment bare;
    bare.circuit = experiment.circuit;
    bare.initial = experiment.initial;
    bare.loss = experiment.loss;
    checkExamples(bare, training.examples, "examples");
    checkExamples(bare, training.validation, "validation");
    checkExamples(bare, training.test, "test");
    checkFrozen(training, parameters);
    const Examples examples = examplesOf(experiment);
    checkCarry(training, examples.size());
    checkStop(experiment, training);
    if (std::none_of(
            examples.begin(), examples.end(), [&](const Example &example) { return hasLoss(experiment, example); }))
        throw InputError("training.examples", "no example has a step at which the loss is taken",
            "at least one step in one of them");
}

} // namespace unfold
