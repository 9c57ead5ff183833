#include "core/learning/training_state.h"

#include <algorithm>
#include <cstring>

namespace unfold {
namespace {

bool sameBits(const std::vector<Matrix> &a, const std::vector<Matrix> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Matrix &x, const Matrix &y) {
        return x.rows() == y.rows() && x.cols() == y.cols()
            && (x.size() == 0
                || std::memcmp(x.data(), y.data(), static_cast<std::size_t>(x.size()) * sizeof(double)) == 0);
    });
}

std::size_t bytesOfAll(const std::vector<Matrix> &all)
{
    std::size_t bytes = 0;
    for (const Matrix &m : all)
        bytes += static_cast<std::size_t>(m.size()) * sizeof(double);
    return bytes;
}

} // namespace

bool operator==(const TrainingState &a, const TrainingState &b)
{
    const bool sameBest = (!a.best && !b.best)
        || (a.best && b.best && a.best->value == b.best->value && a.best->state == b.best->state);
    return sameBits(a.parameters, b.parameters) && sameBits(a.moments.first, b.moments.first)
        && sameBits(a.moments.second, b.moments.second) && sameBits(a.carried, b.carried) && a.update == b.update
        && a.epoch == b.epoch && a.batch == b.batch && a.notBetter == b.notBetter && sameBest;
}

std::size_t bytesOf(const TrainingState &state)
{
    return sizeof(TrainingState) + bytesOfAll(state.parameters) + bytesOfAll(state.moments.first)
        + bytesOfAll(state.moments.second) + bytesOfAll(state.carried) + (state.best ? bytesOf(state.best->state) : 0);
}

} // namespace unfold
