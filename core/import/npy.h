#pragma once
// One NumPy array (.npy, versions 1 to 3), read from a stream of bytes.
#include "core/import/array.h"

#include <functional>

namespace unfold {

/// Fills up to `size` bytes and returns how many; fewer only at the end.
using ByteStream = std::function<std::size_t(char *into, std::size_t size)>;

/// An array that holds no floating point numbers, or more than the budget has left, is not read past its head and says
/// so. Throws InputError (place: the name of the array) for what is no array, or ends too early or too late.
Array readNpy(const ByteStream &stream, const std::string &place, ArrayBudget &budget);

} // namespace unfold
