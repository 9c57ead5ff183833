#include "core/file/write_training.h"

#include "core/file/json_numbers.h"
#include "core/file/task_file.h"
#include "core/file/training_state_file.h"
#include "core/file/write_span.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

void writeTargets(JsonWriter &json, const Example &example)
{
    if (example.vectors.size() > 0)
        return writeMatrix(json, example.vectors.transpose());
    json.beginArray(Layout::Line);
    for (const int right : example.classes)
        json.whole(right);
    json.end();
}

void writeExample(JsonWriter &json, const Example &example)
{
    json.beginObject(Layout::Line);
    if (!example.sequence.empty()) {
        json.key("sequence").beginObject(Layout::Line);
        for (const auto &[name, rows] : example.sequence)
            writeMatrix(json.key(name), rows.transpose());
        json.end();
    }
    if (!example.initial.empty()) {
        json.key("initial").beginObject(Layout::Line);
        for (const auto &[name, value] : example.initial)
            writeVector(json.key(name), value);
        json.end();
    }
    if (example.steps)
        json.key("steps").whole(*example.steps);
    if (example.encoderSteps)
        json.key("encoder_steps").whole(*example.encoderSteps);
    if (example.at)
        writeSpan(json.key("at"), *example.at);
    writeTargets(json.key("targets"), example);
    json.end();
}

void writeExamples(JsonWriter &json, std::string_view key, const Examples &examples)
{
    if (examples.empty())
        return;
    json.key(key).beginArray(Layout::Block);
    for (const Example &example : examples)
        writeExample(json, example);
    json.end();
}

/// The numbers that its kind uses.
void writeOptimiser(JsonWriter &json, const Optimiser &optimiser)
{
    json.beginObject(Layout::Line);
    json.key("kind").string(nameOf(optimiser.kind));
    json.key("rate").number(optimiser.rate);
    const Optimiser usual;
    const auto unlessUsual = [&](std::string_view key, double value, double known) {
        if (value != known)
            json.key(key).number(value);
    };
    unlessUsual("momentum", optimiser.momentum, usual.momentum);
    unlessUsual("decay", optimiser.decay, usual.decay);
    unlessUsual("beta1", optimiser.beta1, usual.beta1);
    unlessUsual("beta2", optimiser.beta2, usual.beta2);
    if (optimiser.epsilon)
        json.key("epsilon").number(*optimiser.epsilon);
    json.end();
}

void writeStop(JsonWriter &json, const StopRule &rule)
{
    json.beginObject(Layout::Line);
    json.key("quantity").string(nameOf(rule));
    if (rule.reaches)
        json.key("reaches").number(*rule.reaches);
    if (rule.patience)
        json.key("patience").whole(*rule.patience);
    json.end();
}

void writeNames(JsonWriter &json, const std::vector<std::string> &names)
{
    json.beginArray(Layout::Line);
    for (const std::string &name : names)
        json.string(name);
    json.end();
}

void writeSettings(JsonWriter &json, const Training &training)
{
    writeOptimiser(json.key("optimiser"), training.optimiser);
    json.key("batch").whole(training.batch);
    json.key("order").string(training.order == ExampleOrder::Given ? "given" : "shuffled");
    json.key("seed").whole(training.seed);
    if (training.updates)
        json.key("updates").whole(*training.updates);
    json.key("reduction").string(training.reduction == Reduction::Sum ? "sum" : "mean");
    json.key("carry").boolean(training.carry);
    if (!training.frozen.empty())
        writeNames(json.key("frozen"), training.frozen);
    if (training.clipValue)
        json.key("clip_value").number(*training.clipValue);
    if (training.measureEvery)
        json.key("measure_every").whole(*training.measureEvery);
    if (training.stop)
        writeStop(json.key("stop"), *training.stop);
}

} // namespace

void writeTraining(const Training &training, const Circuit &circuit, JsonWriter &json)
{
    json.beginObject(Layout::Block);
    writeSettings(json, training);
    if (training.task) {
        writeTask(*training.task, json.key("task"));
    } else {
        writeExamples(json, "examples", training.examples);
        writeExamples(json, "validation", training.validation);
        writeExamples(json, "test", training.test);
    }
    if (training.state)
        writeTrainingState(*training.state, circuit, json.key("state"));
    json.end();
}

} // namespace unfold
