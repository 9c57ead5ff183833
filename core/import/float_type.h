#pragma once
// Floating point numbers of a file, of 2, 4 or 8 bytes, turned into doubles without loss.
#include <cstddef>
#include <string_view>
#include <vector>

namespace unfold {

/// IEEE 754 binary16, binary32, binary64, and the upper half of binary32.
enum class FloatType { Half, Single, Double, BrainHalf };

std::size_t bytesOf(FloatType type);

/// bytes: a whole number of entries.
std::vector<double> floatsIn(std::string_view bytes, FloatType type, bool bigEndian = false);

} // namespace unfold
