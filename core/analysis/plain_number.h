#pragma once
// Numbers as they stand in a sentence.
#include <string>

namespace unfold {

/// "0.82", "0.994" (three decimals within 2 % of 1), "0.0034", "3.2·10⁻⁵", "1240", "0", "infinite", "not a number". UTF-8.
std::string plainNumber(double value);

} // namespace unfold
