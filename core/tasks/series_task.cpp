#include "core/circuit/input_error.h"
#include "core/tasks/data_task.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace unfold {
namespace {

std::vector<double> growthOf(const SeriesSource &series)
{
    std::vector<double> growth;
    for (std::size_t i = 1; i < series.values.size(); ++i) {
        if (!(series.values[i] > 0) || !(series.values[i - 1] > 0))
            throw InputError("data.values[" + std::to_string(series.values[i] > 0 ? i - 1 : i) + "]",
                "the logarithm of a value that is not positive does not exist",
                "values above 0, or \"transform\": \"none\"");
        growth.push_back(std::log(series.values[i] / series.values[i - 1]));
    }
    return growth;
}

/// Mean and deviation (divided by n) of the first `count` values.
Scaling scalingOf(const std::vector<double> &values, std::size_t count)
{
    const auto end = values.begin() + static_cast<std::ptrdiff_t>(count);
    const auto n = static_cast<double>(count);
    const double mean = std::accumulate(values.begin(), end, 0.0) / n;
    const double square = std::accumulate(
        values.begin(), end, 0.0, [&](double sum, double v) { return sum + (v - mean) * (v - mean) / n; });
    return {mean, square > 0 ? std::sqrt(square) : 1};
}

/// Inputs `from` … `to` − 1 and the values `horizon` steps later.
Example part(const Vector &z, Eigen::Index from, Eigen::Index to, Eigen::Index horizon)
{
    Example example;
    example.sequence["x"] = z.segment(from, to - from).transpose();
    example.vectors = z.segment(from + horizon, to - from).transpose();
    return example;
}

/// All inputs up to `end`, of which only those from `first` on are counted.
Example countedFrom(const Vector &z, Eigen::Index first, Eigen::Index end, Eigen::Index horizon)
{
    Example example = part(z, 0, end, horizon);
    example.at = Span{Span::Kind::After, static_cast<int>(first)};
    example.vectors = Matrix(example.vectors.rightCols(end - first));
    return example;
}

/// How many values training may see.
std::size_t knownOf(const Task &task, std::size_t all)
{
    const int heldOut = task.heldOut + task.validation.value_or(0);
    if (static_cast<int>(all) - heldOut < task.horizon + 1)
        throw InputError("training.task.held_out",
            std::to_string(heldOut) + " of " + std::to_string(all)
                + " values are held out, and nothing is left to learn from",
            "fewer");
    return all - static_cast<std::size_t>(heldOut);
}

void scaleInputs(Examples &examples, double scale)
{
    for (Example &example : examples)
        example.sequence.at("x") *= scale;
}

} // namespace

std::vector<double> transformedSeries(const Task &task, const SeriesSource &series)
{
    return task.transform == Transform::None ? series.values : growthOf(series);
}

Scaling scalingOfTask(const Task &task, const SeriesSource &series)
{
    const std::vector<double> values = transformedSeries(task, series);
    const std::size_t known = knownOf(task, values.size());
    return series.standardised ? scalingOf(values, known) : Scaling{};
}

TaskLists seriesTask(const Task &task, const SeriesSource &series, double scale)
{
    const std::vector<double> values = transformedSeries(task, series);
    const auto all = static_cast<Eigen::Index>(values.size());
    const Eigen::Index horizon = task.horizon, validation = task.validation.value_or(0);
    const auto known = static_cast<Eigen::Index>(knownOf(task, values.size()));
    TaskLists lists;
    lists.scaling = scalingOfTask(task, series);
    const Vector z
        = (Eigen::Map<const Vector>(values.data(), all).array() - lists.scaling.mean) / lists.scaling.deviation;
    const Eigen::Index inputs = known - horizon;
    const Eigen::Index window = task.window > 0 ? std::min<Eigen::Index>(task.window, inputs) : inputs;
    const Eigen::Index hop = task.hop > 0 ? task.hop : window;
    for (Eigen::Index from = 0; from < inputs; from += hop)
        lists.train.push_back(part(z, from, std::min(from + window, inputs), horizon));
    if (validation > 0)
        lists.validation.push_back(countedFrom(z, inputs, inputs + validation, horizon));
    if (task.heldOut > 0)
        lists.test.push_back(countedFrom(z, inputs + validation, all - horizon, horizon));
    for (Examples *list : {&lists.train, &lists.validation, &lists.test})
        scaleInputs(*list, scale);
    lists.shape = {1, 0, 1, LossKind::SquaredError, {}};
    return lists;
}

} // namespace unfold
