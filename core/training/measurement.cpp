#include "core/training/measurement.h"

#include <algorithm>
#include <numeric>

namespace unfold {
namespace {

/// How many examples are measured at once: as the training carries its state, else as many as fit well.
std::size_t measuredAtOnce(const TrainingTask &task)
{
    constexpr double bytesAtOnce = 2e8;
    constexpr double mostAtOnce = 64;
    const int batch = task.batch();
    return static_cast<std::size_t>(task.training->carry
            ? batch
            : std::clamp(bytesAtOnce / task.bytesPerSequence, 1.0, std::max<double>(mostAtOnce, batch)));
}

std::optional<ListMeasurement> measureList(BatchPass &pass, ExampleList which, const std::vector<Matrix> &parameters)
{
    const TrainingTask &task = pass.task();
    const auto count = task.list(which).size();
    if (count == 0)
        return std::nullopt;
    const bool carry = task.training->carry;
    const std::size_t atOnce = measuredAtOnce(task);
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    std::vector<Matrix> carried;
    LossSums sums;
    for (std::size_t first = 0; first < count; first += atOnce) {
        const std::span<const int> batch(all.data() + first, std::min(atOnce, count - first));
        pass.run(which, batch, parameters, carry ? &carried : nullptr, first == 0, BatchPass::Direction::Forward);
        sums.loss += pass.sums().loss;
        sums.counted += pass.sums().counted;
        sums.right += pass.sums().right;
    }
    const bool mean = task.training->reduction == Reduction::Mean;
    ListMeasurement measured;
    measured.loss = sums.loss / std::max(1.0, mean ? static_cast<double>(sums.counted) : static_cast<double>(count));
    if (task.loss == LossKind::CrossEntropy && sums.counted > 0)
        measured.accuracy = static_cast<double>(sums.right) / sums.counted;
    return measured;
}

} // namespace

Measurement measureLists(BatchPass &pass, const std::vector<Matrix> &parameters)
{
    Measurement measurement;
    measurement.train = measureList(pass, ExampleList::Train, parameters);
    measurement.validation = measureList(pass, ExampleList::Validation, parameters);
    measurement.test = measureList(pass, ExampleList::Test, parameters);
    return measurement;
}

std::optional<double> quantityOf(const StopRule &rule, const Measurement &measurement)
{
    const std::optional<ListMeasurement> &list = rule.list == ExampleList::Train ? measurement.train
        : rule.list == ExampleList::Test                                         ? measurement.test
                                                                                 : measurement.validation;
    if (!list)
        return std::nullopt;
    return rule.accuracy ? list->accuracy : std::optional(list->loss);
}

} // namespace unfold
