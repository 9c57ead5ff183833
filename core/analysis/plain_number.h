#pragma once
// Numbers as they stand in a sentence.
#include <string>

namespace unfold {

/// "0.82", "0.0034", "3.2·10⁻⁵", "12.4", "1240", "0", "infinite", "not a number". UTF-8.
/// decimals: 2 or 3, of numbers around 1.
std::string plainNumber(double value, int decimals = 2);

} // namespace unfold
