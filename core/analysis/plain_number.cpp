#include "core/analysis/plain_number.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace unfold {
namespace {
std::string printed(const char *format, double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string superscript(int exponent)
{
    static const std::array<const char *, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += digits[static_cast<std::size_t>(digit - '0')];
    return text;
}

/// 3.2·10⁻⁵
std::string asPowerOfTen(double value)
{
    const std::string text = printed("%.1e", value); // "3.2e-05"
    const std::size_t e = text.find('e');
    std::string mantissa = text.substr(0, e);
    if (mantissa.ends_with(".0"))
        mantissa.resize(mantissa.size() - 2);
    const std::string power = "10" + superscript(std::stoi(text.substr(e + 1)));
    return mantissa == "1" ? power : mantissa + "·" + power;
}
} // namespace

std::string plainNumber(double value, int decimals)
{
    if (std::isnan(value))
        return "not a number";
    if (value < 0)
        return "−" + plainNumber(-value, decimals);
    if (std::isinf(value))
        return "infinite";
    if (value == 0)
        return "0";
    if (value < 0.001 || value >= 99999.5)
        return asPowerOfTen(value);
    if (value < 0.0995)
        return printed("%.2g", value);
    if (value >= 9.995)
        return printed(value < 99.95 ? "%.1f" : "%.0f", value);
    return printed(decimals == 3 ? "%.3f" : "%.2f", value);
}

} // namespace unfold
