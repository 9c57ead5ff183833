#include "core/file/read_training.h"

#include "core/circuit/input_error.h"
#include "core/experiment/example.h"
#include "core/file/json_document.h"
#include "core/file/read_circuit.h"
#include "core/file/read_optimiser.h"
#include "core/file/task_file.h"
#include "core/file/training_state_file.h"
#include "core/tasks/apply_task.h"

#include <algorithm>

namespace unfold {
namespace {

using Warnings = std::vector<std::string>;

void readTargets(const JsonValue &json, const Loss &loss, int size, Example &example)
{
    if (loss.kind == LossKind::CrossEntropy)
        example.classes = json.classes();
    else
        example.vectors = json.rows(size).transpose();
}

void readNumbers(const JsonValue &json, const Circuit &circuit, Example &example)
{
    if (json.has("sequence"))
        for (const auto &[name, rows] : json.at("sequence").members())
            example.sequence[name] = rows.rows(nodeNamed(circuit, name, rows.path()).size).transpose();
    if (json.has("initial"))
        for (const auto &[name, value] : json.at("initial").members())
            example.initial[name] = value.vector(nodeNamed(circuit, name, value.path()).size);
}

Example readExample(const JsonValue &json, const Experiment &experiment, const Circuit &circuit, Warnings &warnings)
{
    json.warnUnknown({"sequence", "targets", "steps", "initial", "encoder_steps", "at"}, warnings);
    const Loss &loss = *experiment.loss;
    Example example;
    readNumbers(json, circuit, example);
    if (json.has("steps"))
        example.steps = json.at("steps").size();
    if (json.has("at"))
        example.at = readLossSteps(json.at("at"));
    if (example.at == Span{})
        example.at = nodeNamed(circuit, loss.source, "loss.source").span; // every step at which it exists
    if (json.has("encoder_steps"))
        example.encoderSteps = json.at("encoder_steps").size();
    else if (hasPhases(experiment))
        example.encoderSteps = example.sequence.contains("x") ? static_cast<int>(example.sequence.at("x").cols())
                                                              : std::get<NamedCircuit>(experiment.circuit).encoderSteps;
    if (json.has("targets") || hasLoss(experiment, example))
        readTargets(json.at("targets"), loss, nodeNamed(circuit, loss.source, "loss.source").size, example);
    return example;
}

Examples readExamples(const JsonValue &json, const std::string &key, const Experiment &experiment, Warnings &warnings)
{
    Examples examples;
    if (!json.has(key))
        return examples;
    const Circuit circuit = circuitOf(experiment);
    for (const JsonValue &one : json.at(key).items())
        examples.push_back(readExample(one, experiment, circuit, warnings));
    if (key == "examples" && examples.empty())
        json.at(key).refuse("there are no examples", "at least one, or no such key: then the sequence is the example");
    return examples;
}

ExampleOrder readOrder(const JsonValue &json)
{
    const std::string name = json.string();
    if (name != "given" && name != "shuffled")
        json.refuse("there is no order called \"" + name + "\"", "given or shuffled");
    return name == "given" ? ExampleOrder::Given : ExampleOrder::Shuffled;
}

Reduction readReduction(const JsonValue &json)
{
    const std::string name = json.string();
    if (name != "sum" && name != "mean")
        json.refuse("there is no reduction called \"" + name + "\"", "sum or mean");
    return name == "sum" ? Reduction::Sum : Reduction::Mean;
}

/// "validation_loss" and its like.
void readQuantity(const JsonValue &json, StopRule &rule)
{
    for (const ExampleList list : {ExampleList::Train, ExampleList::Validation, ExampleList::Test})
        for (const bool accuracy : {false, true}) {
            rule.list = list;
            rule.accuracy = accuracy;
            if (nameOf(rule) == json.string())
                return;
        }
    json.refuse("there is no quantity called \"" + json.string() + "\"",
        "train_loss, validation_loss, test_loss, train_accuracy, validation_accuracy or test_accuracy");
}

StopRule readStop(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"quantity", "reaches", "patience"}, warnings);
    StopRule rule;
    readQuantity(json.at("quantity"), rule);
    if (json.has("reaches"))
        rule.reaches = json.at("reaches").number();
    if (json.has("patience"))
        rule.patience = json.at("patience").integer(1);
    if (!rule.reaches && !rule.patience)
        json.refuse("nothing says when to stop", "\"reaches\" or \"patience\" beside the quantity");
    return rule;
}

double readClipValue(const JsonValue &json)
{
    const double value = json.number();
    if (!(value > 0))
        json.refuse(json.description(), "what every entry of the gradient is cut to, a number above 0");
    return value;
}

void readSettings(const JsonValue &json, Training &training, Warnings &warnings)
{
    training.optimiser = readOptimiser(json.at("optimiser"), warnings);
    if (json.has("batch"))
        training.batch = json.at("batch").integer(1);
    if (json.has("order"))
        training.order = readOrder(json.at("order"));
    if (json.has("seed"))
        training.seed = json.at("seed").seed();
    if (json.has("updates"))
        training.updates = json.at("updates").integer(0);
    if (json.has("reduction"))
        training.reduction = readReduction(json.at("reduction"));
    if (json.has("carry"))
        training.carry = json.at("carry").boolean();
    if (json.has("frozen"))
        training.frozen = json.at("frozen").strings();
    if (json.has("clip_value"))
        training.clipValue = readClipValue(json.at("clip_value"));
    if (json.has("measure_every"))
        training.measureEvery = json.at("measure_every").integer(1);
    if (json.has("stop"))
        training.stop = readStop(json.at("stop"), warnings);
}

/// Written out, or made by a task.
void readLists(const JsonValue &json, const Experiment &experiment, Training &training, Warnings &warnings)
{
    if (json.has("task")) {
        for (const char *list : {"examples", "validation", "test"})
            if (json.has(list))
                json.at(list).refuse("the task makes this list", "either \"task\" or lists of examples");
        training.task = readTask(json.at("task"), warnings);
        for (const std::string &warning : fillLists(experiment, training))
            warnings.push_back(json.at("task").path() + ": " + warning);
        return;
    }
    training.examples = readExamples(json, "examples", experiment, warnings);
    training.test = readExamples(json, "test", experiment, warnings);
    training.validation = readExamples(json, "validation", experiment, warnings);
}

/// What an example takes from the experiment, written into it.
void keepDefaults(const Experiment &experiment, const Circuit &circuit, const Example &shown, Example &example)
{
    if (shown.at && !example.at)
        example.at = experiment.loss->at;
    for (const auto &[node, value] : shown.initial) {
        const auto own = experiment.initial.find(node);
        const int size = nodeNamed(circuit, node, "initial." + node).size;
        example.initial.insert({node, own == experiment.initial.end() ? Vector(Vector::Zero(size)) : own->second});
    }
}

} // namespace

Training readTraining(const JsonValue &json, const Experiment &experiment, Warnings &warnings)
{
    json.warnUnknown({"examples", "test", "validation", "task", "seed", "stop", "measure_every", "optimiser", "batch",
                         "order", "updates", "reduction", "carry", "frozen", "clip_value", "state"},
        warnings);
    if (!experiment.loss)
        throw InputError("loss", "the key is missing, and without a loss nothing can be learned", "a loss");
    Training training;
    readSettings(json, training, warnings);
    readLists(json, experiment, training, warnings);
    if (json.has("state"))
        training.state = std::make_shared<const TrainingState>(
            readTrainingState(json.at("state"), circuitOf(experiment), training.optimiser.kind, warnings));
    return training;
}

void showFirstExample(Experiment &experiment)
{
    const Training &training = *experiment.training;
    const auto first = std::find_if(training.examples.begin(), training.examples.end(),
        [&](const Example &example) { return hasLoss(experiment, example); });
    if (first == training.examples.end())
        return;
    const Example shown = *first;
    auto kept = std::make_shared<Training>(training);
    const Circuit circuit = circuitOf(experiment);
    for (Examples *list : {&kept->examples, &kept->validation, &kept->test})
        for (Example &example : *list)
            keepDefaults(experiment, circuit, shown, example);
    experiment.training = std::move(kept);
    experiment = withExample(std::move(experiment), shown);
}

} // namespace unfold
