#include "core/training/free_running.h"

#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "core/data/symbols.h"
#include "core/engine/loss.h"
#include "core/learning/random.h"
#include "core/tasks/data_task.h"
#include "core/training/stepper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <deque>

namespace unfold {
namespace {

/// The symbols of a text in the order of their classes, as they are written.
std::vector<std::string> alphabetOf(const TextSource &text)
{
    std::vector<std::string> alphabet;
    for (const std::string &symbol : symbolsOf(text))
        if (std::find(alphabet.begin(), alphabet.end(), symbol) == alphabet.end())
            alphabet.push_back(symbol);
    return alphabet;
}

std::vector<Eigen::Index> promptOf(
    const TextSource &text, const std::optional<std::string> &prompt, const std::vector<std::string> &alphabet)
{
    std::vector<Eigen::Index> classes;
    for (const std::string &symbol : symbolsOf({prompt.value_or(text.text), text.unit})) {
        const auto found = std::find(alphabet.begin(), alphabet.end(), symbol);
        if (found == alphabet.end()) {
            std::string known;
            for (const std::string &one : alphabet)
                known += (known.empty() ? "" : " ") + visible(one);
            throw InputError("--prompt", "the network does not know \"" + visible(symbol) + "\"", "some of " + known);
        }
        classes.push_back(found - alphabet.begin());
    }
    if (classes.empty())
        throw InputError("--prompt", "there is nothing in it", "at least one symbol to begin with");
    return classes;
}

/// The class that is said next.
Eigen::Index drawn(const Vector &o, double temperature, RandomStream &stream)
{
    Eigen::Index next = 0;
    const double largest = o.maxCoeff(&next);
    if (temperature == 0)
        return next;
    const Vector p = softmax((o.array() - largest).matrix() / temperature);
    double rest = stream.uniform();
    for (next = 0; next + 1 < p.size() && rest >= p[next]; ++next)
        rest -= p[next];
    return next;
}

void checkSizes(const Stepper &stepper, int size)
{
    if (stepper.inputSize() != size || stepper.outputSize() != size)
        throw InputError("circuit.sizes",
            "the network reads " + std::to_string(stepper.inputSize()) + " and says "
                + std::to_string(stepper.outputSize()) + " numbers a step",
            std::to_string(size) + " both, as the data has");
}

int stepsToSay(const Experiment &experiment, const Sampling &sampling)
{
    return sampling.steps ? *sampling.steps : stepsOf(experiment, circuitOf(experiment));
}

std::string textAfter(const Experiment &experiment, const TextSource &text, const Sampling &sampling)
{
    const std::vector<std::string> alphabet = alphabetOf(text);
    const std::vector<Eigen::Index> prompt = promptOf(text, sampling.prompt, alphabet);
    Stepper stepper(experiment);
    const auto size = static_cast<Eigen::Index>(alphabet.size());
    checkSizes(stepper, static_cast<int>(size));
    const auto said
        = [&](Eigen::Index symbol) { return stepper.step(experiment.data.scale * Vector::Unit(size, symbol)); };
    Vector o;
    for (const Eigen::Index symbol : prompt)
        o = said(symbol);
    RandomStream stream(sampling.seed, "sample");
    const bool words = text.unit == TextSource::Unit::Words;
    std::string result;
    const int steps = stepsToSay(experiment, sampling);
    for (int i = 0; i < steps; ++i) {
        const Eigen::Index next = drawn(o, sampling.temperature, stream);
        result += (words && i > 0 ? " " : "") + alphabet[static_cast<std::size_t>(next)];
        if (i + 1 < steps)
            o = said(next);
    }
    return result + "\n";
}

std::string inDigits(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.17g", value);
    return text.data();
}

/// How a series is read and its forecast written: as the task that was learned did, else as the data does.
struct SeriesReading {
    std::vector<double> values;
    Scaling scaling;
    int horizon = 1;
    bool growth = false; ///< the values are ln of one over the one before
};

SeriesReading readingOf(const Experiment &experiment, const SeriesSource &series)
{
    const auto &training = experiment.training;
    if (!training || !training->task || training->task->kind != TaskKind::Series)
        return {series.values, makeDataset(experiment.data, 1, 1, 1).scaling};
    const Task &task = *training->task;
    return {transformedSeries(task, series), scalingOfTask(task, series), task.horizon,
        task.transform == Transform::LogGrowth};
}

/// The output at a step is the value `horizon` steps later: the first values come from the last outputs over the
/// series.
std::string forecastAfter(const Experiment &experiment, const SeriesSource &series, const Sampling &sampling)
{
    if (sampling.prompt)
        throw InputError("--prompt", "the data is a series", "no prompt: the forecast begins after the series");
    const SeriesReading reading = readingOf(experiment, series);
    const Scaling &scaling = reading.scaling;
    Stepper stepper(experiment);
    checkSizes(stepper, 1);
    std::deque<double> next; // standardised
    const auto read = [&](double z) {
        next.push_back(stepper.step(Vector::Constant(1, experiment.data.scale * z))[0]);
        if (static_cast<int>(next.size()) > reading.horizon)
            next.pop_front();
    };
    for (const double value : reading.values)
        read((value - scaling.mean) / scaling.deviation);
    std::string result;
    double level = series.values.back();
    const int steps = stepsToSay(experiment, sampling);
    for (int i = 0; i < steps; ++i) {
        const double z = next.front(), value = z * scaling.deviation + scaling.mean;
        level = reading.growth ? level * std::exp(value) : value;
        result += inDigits(level) + "\n";
        read(z);
    }
    return result;
}

} // namespace

std::string runFreely(const Experiment &experiment, const Sampling &sampling)
{
    if (const auto *text = std::get_if<TextSource>(&experiment.data.kind))
        return textAfter(experiment, *text, sampling);
    if (const auto *series = std::get_if<SeriesSource>(&experiment.data.kind))
        return forecastAfter(experiment, *series, sampling);
    throw InputError("data", "there is no text that could go on and no series to forecast", "a text or a series");
}

} // namespace unfold
