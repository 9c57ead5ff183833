#pragma once
// Numbers as they are written in a sentence.
#include <QString>

namespace unfold {

/// "0.82", "0.0034", "3.2·10⁻⁵", "12.4", "1240", "0", "infinite", "not a number".
/// decimals: 2 or 3, of numbers around 1.
QString plainNumber(double value, int decimals = 2);

} // namespace unfold
