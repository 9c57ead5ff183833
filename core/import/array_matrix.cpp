#include "core/import/array_matrix.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

std::string indexInWords(std::size_t entry, const std::vector<std::int64_t> &shape)
{
    const auto width = static_cast<std::size_t>(shape.back());
    const std::string last = "[" + std::to_string(entry % width) + "]";
    return shape.size() == 1 ? last : "[" + std::to_string(entry / width) + "]" + last;
}

void checkArray(const std::string &name, const Array &array, const std::vector<std::int64_t> &shape)
{
    if (array.shape != shape)
        throw InputError(name, "the shape is " + inWords(array.shape), inWords(shape));
    if (!array.isRead())
        throw InputError(name, "it " + array.unread, "float16, float32 or float64 numbers of a small network");
    const auto wrong
        = std::find_if(array.values.begin(), array.values.end(), [](double v) { return !std::isfinite(v); });
    if (wrong != array.values.end())
        throw InputError(name + indexInWords(static_cast<std::size_t>(wrong - array.values.begin()), shape),
            "the number is not finite", "a finite number");
}

} // namespace

Matrix matrixOf(const std::string &name, const Array &array, const std::vector<std::int64_t> &shape)
{
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    checkArray(name, array, shape);
    return Eigen::Map<const RowMajor>(array.values.data(), shape[0], shape[1]);
}

Vector vectorOf(const std::string &name, const Array &array, std::int64_t size)
{
    checkArray(name, array, {size});
    return Eigen::Map<const Vector>(array.values.data(), size);
}

} // namespace unfold
