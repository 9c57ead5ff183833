#pragma once
// Arrays as matrices and vectors of the sizes that are asked for.
#include "core/import/array.h"
#include "core/linalg/matrix.h"

namespace unfold {

/// The array with the shape rows × columns. Throws InputError (place: `name`) where its shape is another, it was not
/// read, or a number is not finite.
Matrix matrixOf(const std::string &name, const Array &array, const std::vector<std::int64_t> &shape);

/// The same for a list of `size` numbers.
Vector vectorOf(const std::string &name, const Array &array, std::int64_t size);

} // namespace unfold
