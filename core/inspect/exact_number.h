#pragma once
// Numbers that a program reads back as the same double.
#include <string>

namespace unfold {

/// The shortest decimal text of the same double, at most 17 digits: "0.1", "-3.0", "1e-300", "inf", "nan". Always with
/// a point, an exponent or a name, as Python writes a float.
std::string exactNumber(double value);

} // namespace unfold
