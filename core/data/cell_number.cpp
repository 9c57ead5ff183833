#include "core/data/cell_number.h"

#include "core/data/number_core.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace unfold {
namespace {

/// Whether `digits` before the decimal mark are groups of three behind `mark`: 1,234,567.
bool inGroups(std::string_view digits, char mark)
{
    const std::size_t first = digits.find(mark);
    if (first == std::string_view::npos)
        return std::all_of(digits.begin(), digits.end(), isAsciiDigit);
    if (first < 1 || first > 3 || (digits.size() - first) % 4 != 0)
        return false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool isMark = i >= first && (i - first) % 4 == 0;
        if (isMark ? digits[i] != mark : !isAsciiDigit(digits[i]))
            return false;
    }
    return true;
}

char decimalFor(std::string_view mantissa, const NumberFormat &format)
{
    if (format.decimal != '\0' && mantissa.find(format.decimal) != std::string_view::npos)
        return format.decimal;
    const char seen = decimalIn(mantissa);
    if (seen == format.thousands)
        return '\0';
    if (seen != '\0')
        return seen;
    const char only = thousandsFor(mantissa, format.decimal); // a single mark before three digits
    const bool single = only != '\0' && only != groupMark && mantissa.find(only) == mantissa.rfind(only);
    return single && only != format.thousands && format.thousands == '\0' && format.decimal == '\0' ? only : '\0';
}

/// "1.234,5e3" → "1234.5e3" by the format; empty: it does not fit.
std::string plainNumber(const NumberCore &core, const NumberFormat &format)
{
    std::string_view mantissa = mantissaOf(core.digits);
    const std::string exponent = core.digits.substr(mantissa.size());
    const char decimal = decimalFor(mantissa, format);
    std::string_view fraction;
    if (decimal != '\0') {
        if (mantissa.find(decimal) != mantissa.rfind(decimal))
            return {};
        fraction = mantissa.substr(mantissa.find(decimal) + 1);
        mantissa = mantissa.substr(0, mantissa.find(decimal));
    }
    const char mark = thousandsFor(mantissa, decimal);
    if (!std::all_of(fraction.begin(), fraction.end(), isAsciiDigit) || (mark != '\0' && !inGroups(mantissa, mark))
        || (mark == '\0' && !std::all_of(mantissa.begin(), mantissa.end(), isAsciiDigit)))
        return {};
    std::string plain(core.negative ? "-" : "");
    std::copy_if(mantissa.begin(), mantissa.end(), std::back_inserter(plain), isAsciiDigit);
    plain += '.' + std::string(fraction) + exponent;
    if (core.exponent != 0)
        plain += exponent.empty() ? "e" + std::to_string(core.exponent) : "x"; // 1e5K is not a number
    return plain;
}

/// Digits with a decimal point at most, where a point can be nothing but that.
std::optional<double> plainlyWritten(std::string_view cell, const NumberFormat &format)
{
    double value = 0;
    if (format.decimal == ',' || format.thousands == '.' || cell.size() > 20
        || cell.find_first_not_of("0123456789.-") != std::string_view::npos)
        return std::nullopt;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return fault == std::errc() && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<double> numberIn(std::string_view cell, const NumberFormat &format)
{
    if (const auto plain = plainlyWritten(cell, format)) // most cells are: 10 times as fast
        return plain;
    const std::optional<NumberCore> core = coreOf(cell);
    if (!core)
        return std::nullopt;
    std::string plain = plainNumber(*core, format);
    if (plain.empty())
        return std::nullopt;
    double value = 0;
    const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (fault != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool isGap(std::string_view cell)
{
    constexpr std::array<std::string_view, 16> words{"", "na", "n/a", "#n/a", "nan", "null", "(null)", "none", "nil",
        "?", "missing", "<na>", "n.a.", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\xa6"};
    const std::string_view text = trimmed(cell);
    if (text.size() > 10)
        return false;
    for (const char mark : {'-', '*', '.'})
        if (!text.empty() && std::all_of(text.begin(), text.end(), [&](char c) { return c == mark; }))
            return true;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

} // namespace unfold
