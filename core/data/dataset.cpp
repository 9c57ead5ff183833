#include "core/data/dataset.h"

#include "core/circuit/input_error.h"
#include "core/data/symbols.h"
#include "core/learning/random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace unfold {
namespace {

constexpr int anyLength = -1;

// --- text ---

std::vector<std::string> symbolsToPredict(const TextSource &source)
{
    std::vector<std::string> symbols = symbolsOf(source);
    const bool characters = source.unit == TextSource::Unit::Characters;
    if (symbols.size() < 2)
        throw InputError("text",
            symbols.empty() ? (characters ? "the text is empty" : "the text has no word")
                            : (characters ? "the text has one character only" : "the text has one word only"),
            characters ? "at least two characters: the task is to predict the next one"
                       : "at least two words: the task is to predict the next one");
    return symbols;
}

/// The vocabulary is that of the whole text, so that it does not change with the number of steps.
Dataset fromText(const TextSource &source, int steps)
{
    const std::vector<std::string> symbols = symbolsToPredict(source);
    Dataset data;
    std::map<std::string, int> classOf;
    std::vector<int> classes;
    for (const std::string &symbol : symbols) {
        const auto [entry, isNew] = classOf.emplace(symbol, static_cast<int>(classOf.size()));
        if (isNew)
            data.vocabulary.push_back(visible(symbol));
        classes.push_back(entry->second);
    }
    const size_t count = std::min(static_cast<size_t>(steps), symbols.size() - 1);
    data.x = Matrix::Zero(static_cast<Eigen::Index>(classOf.size()), static_cast<Eigen::Index>(count));
    for (size_t t = 0; t < count; ++t) {
        data.x(classes[t], static_cast<Eigen::Index>(t)) = 1;
        data.nextClasses.push_back(classes[t + 1]);
        data.stepLabels.push_back(visible(symbols[t]));
    }
    return data;
}

// --- series ---

void checkSeries(const SeriesSource &source)
{
    if (source.values.size() < 2)
        throw InputError("series", source.values.empty() ? "the series is empty" : "the series has one value only",
            "at least two values: the task is to predict the next one");
    for (size_t i = 0; i < source.values.size(); ++i)
        if (!std::isfinite(source.values[i]))
            throw InputError("series.values[" + std::to_string(i) + "]", "the value is not finite", "a finite number");
    if (!source.labels.empty() && source.labels.size() != source.values.size())
        throw InputError("series.labels", "there are " + std::to_string(source.labels.size()) + " labels",
            std::to_string(source.values.size()) + ", one for each value, or none");
}

/// Deviation of the population (divided by n). A series that never changes keeps its unit.
Scaling scalingOf(const SeriesSource &source)
{
    if (!source.standardised)
        return {};
    const auto [low, high] = std::minmax_element(source.values.begin(), source.values.end());
    if (*low == *high)
        return {*low, 1};
    const auto count = static_cast<double>(source.values.size());
    const double unit = std::max(std::abs(*low), std::abs(*high)); // sums of values / unit cannot overflow
    double mean = 0;
    for (const double value : source.values)
        mean += value / unit / count;
    double square = 0;
    for (const double value : source.values)
        square += (value / unit - mean) * (value / unit - mean) / count;
    const double deviation = std::sqrt(square) * unit;
    return {mean * unit, deviation > 0 ? deviation : 1};
}

Dataset fromSeries(const SeriesSource &source, int steps)
{
    checkSeries(source);
    Dataset data;
    data.scaling = scalingOf(source);
    const size_t count = std::min(static_cast<size_t>(steps), source.values.size() - 1);
    const auto scaled = [&](size_t i) { return (source.values[i] - data.scaling.mean) / data.scaling.deviation; };
    data.x.resize(1, static_cast<Eigen::Index>(count));
    data.nextValues.resize(1, static_cast<Eigen::Index>(count));
    for (size_t t = 0; t < count; ++t) {
        data.x(0, static_cast<Eigen::Index>(t)) = scaled(t);
        data.nextValues(0, static_cast<Eigen::Index>(t)) = scaled(t + 1);
        if (!source.labels.empty())
            data.stepLabels.push_back(source.labels[t]);
    }
    return data;
}

// --- random, zero ---

/// Drawn step by step from streams of their own: a longer sequence begins with the shorter one.
Dataset fromRandom(const RandomSource &source, int steps, int inputSize, int classCount)
{
    Dataset data;
    data.x.resize(inputSize, steps);
    RandomStream inputs(source.seed, "input sequence");
    RandomStream targets(source.seed, "target sequence");
    for (Eigen::Index t = 0; t < data.x.cols(); ++t) {
        for (Eigen::Index i = 0; i < data.x.rows(); ++i)
            data.x(i, t) = inputs.normal();
        data.nextClasses.push_back(static_cast<int>(targets.below(static_cast<std::uint64_t>(classCount))));
    }
    return data;
}

Dataset unscaled(const DataSource &source, int steps, int inputSize, int classCount)
{
    if (const auto *text = std::get_if<TextSource>(&source.kind))
        return fromText(*text, steps);
    if (const auto *series = std::get_if<SeriesSource>(&source.kind))
        return fromSeries(*series, steps);
    if (const auto *random = std::get_if<RandomSource>(&source.kind))
        return fromRandom(*random, steps, inputSize, std::max(1, classCount));
    if (std::holds_alternative<ZeroSource>(source.kind))
        return {.x = Matrix::Zero(inputSize, steps),
            .nextClasses = {},
            .nextValues = {},
            .stepLabels = {},
            .vocabulary = {},
            .scaling = {}};
    throw InputError("data", "the sequence is in the file as numbers and cannot be made anew",
        "a text, a series, random or zero input");
}

} // namespace

Dataset makeDataset(const DataSource &source, int steps, int inputSize, int classCount)
{
    if (steps < 1)
        throw InputError("steps", std::to_string(steps) + " steps", "at least 1");
    if (!std::isfinite(source.scale))
        throw InputError("data.scale", "the scale is not finite", "a finite number");
    Dataset data = unscaled(source, steps, inputSize, classCount);
    data.x *= source.scale;
    return data;
}

int longestSequence(const DataSource &source)
{
    if (const auto *text = std::get_if<TextSource>(&source.kind))
        return static_cast<int>(symbolsToPredict(*text).size()) - 1;
    if (const auto *series = std::get_if<SeriesSource>(&source.kind)) {
        checkSeries(*series);
        return static_cast<int>(series->values.size()) - 1;
    }
    return anyLength;
}

} // namespace unfold
