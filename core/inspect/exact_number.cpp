#include "core/inspect/exact_number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace unfold {

std::string exactNumber(double value)
{
    if (std::isnan(value))
        return "nan"; // whatever its sign
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    std::string number(text.data(), end);
    if (number.find_first_of(".enf") == std::string::npos)
        number += ".0";
    return number;
}

} // namespace unfold
