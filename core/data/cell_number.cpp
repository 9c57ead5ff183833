#include "core/data/cell_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x87"};
constexpr std::array<std::string_view, 5> apostrophes{"'", "\xe2\x80\x99", "\xe2\x80\x98", "\xc2\xb4", "_"};
constexpr std::array<std::string_view, 4> minuses{"\xe2\x88\x92", "\xe2\x80\x93", "\xef\xb9\xa3", "\xef\xbc\x8d"};
constexpr std::array<std::string_view, 21> removed{"%", "\xe2\x80\xb0", "R$", "US$", "$", "\xe2\x82\xac", "\xc2\xa3",
    "\xc2\xa5", "\xe2\x82\xb9", "\xe2\x82\xbd", "\xe2\x82\xa9", "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "SEK",
    "NOK", "DKK"};
constexpr char group = '\''; ///< stands for a blank or an apostrophe inside a number
constexpr std::size_t longestNumber = 100; ///< bytes

template <std::size_t N> std::size_t startsWithOne(std::string_view text, const std::array<std::string_view, N> &all)
{
    for (const std::string_view one : all)
        if (text.starts_with(one))
            return one.size();
    return 0;
}

template <std::size_t N> std::size_t endsWithOne(std::string_view text, const std::array<std::string_view, N> &all)
{
    for (const std::string_view one : all)
        if (text.ends_with(one))
            return one.size();
    return 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A cell without what stands around its digits.
struct Core {
    std::string digits; ///< digits, '.', ',' and `group`, perhaps an exponent: "1,234.5", "2e-3"
    bool negative = false;
    int exponent = 0; ///< of ten: 3 of K
};

void takeSign(std::string_view &text, Core &core)
{
    if (const std::size_t length = startsWithOne(text, minuses); length > 0 || text.starts_with('-')) {
        text.remove_prefix(std::max<std::size_t>(length, 1));
        core.negative = !core.negative;
    } else if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    text = trimmed(text);
}

void takeCurrency(std::string_view &text)
{
    if (const std::size_t length = startsWithOne(text, removed); length > 0)
        text = trimmed(text.substr(length));
    if (const std::size_t length = endsWithOne(text, removed); length > 0)
        text = trimmed(text.substr(0, text.size() - length));
}

void takeMultiple(std::string_view &text, Core &core)
{
    constexpr std::array<std::pair<char, int>, 4> multiples{{{'K', 3}, {'k', 3}, {'M', 6}, {'B', 9}}};
    for (const auto &[letter, exponent] : multiples)
        if (text.size() > 1 && text.back() == letter) {
            core.exponent = exponent;
            text = trimmed(text.substr(0, text.size() - 1));
            return;
        }
}

/// Blanks and apostrophes between digits become `group`. false: something else stands among them.
bool copyDigits(std::string_view text, std::string &digits)
{
    while (!text.empty()) {
        const std::size_t blank = std::max(startsWithOne(text, blanks), startsWithOne(text, apostrophes));
        const char c = text.front();
        const bool exponent = (c == 'e' || c == 'E') && !digits.empty();
        const bool sign = (c == '-' || c == '+') && !digits.empty() && (digits.back() == 'e');
        if (blank == 0 && !isDigit(c) && c != '.' && c != ',' && !exponent && !sign)
            return false;
        digits += blank > 0 ? group : exponent ? 'e' : c;
        text.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return true;
}

std::optional<Core> coreOf(std::string_view cell)
{
    Core core;
    std::string_view text = trimmed(cell);
    if (text.size() > longestNumber)
        return std::nullopt;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        core.negative = true;
        text = trimmed(text.substr(1, text.size() - 2));
    }
    takeSign(text, core);
    const bool signedBefore = text.data() != trimmed(cell).data();
    takeCurrency(text);
    if (!signedBefore)
        takeSign(text, core); // $ -5
    takeMultiple(text, core);
    if (text.size() > 1 && text.back() == '-' && isDigit(text[text.size() - 2])) { // 12.5-
        core.negative = true;
        text.remove_suffix(1);
    }
    if (text.empty() || !copyDigits(text, core.digits) || std::none_of(core.digits.begin(), core.digits.end(), isDigit))
        return std::nullopt;
    return core;
}

/// Whether `digits` before the decimal mark are groups of three behind `mark`: 1,234,567.
bool inGroups(std::string_view digits, char mark)
{
    const std::size_t first = digits.find(mark);
    if (first == std::string_view::npos)
        return std::all_of(digits.begin(), digits.end(), isDigit);
    if (first < 1 || first > 3 || (digits.size() - first) % 4 != 0)
        return false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool isMark = i >= first && (i - first) % 4 == 0;
        if (isMark ? digits[i] != mark : !isDigit(digits[i]))
            return false;
    }
    return true;
}

/// The mark that can only be a decimal one, seen in this number alone; '\0': there is none, or it is not clear.
char decimalIn(std::string_view mantissa)
{
    const std::size_t dot = mantissa.rfind('.');
    const std::size_t comma = mantissa.rfind(',');
    if (dot != std::string_view::npos && comma != std::string_view::npos)
        return dot > comma ? '.' : ',';
    const char mark = dot != std::string_view::npos ? '.' : comma != std::string_view::npos ? ',' : '\0';
    if (mark == '\0' || mantissa.find(mark) != mantissa.rfind(mark) || mantissa.find(group) != std::string_view::npos)
        return mark != '\0' && mantissa.find(mark) == mantissa.rfind(mark) ? mark : '\0';
    const std::size_t at = mantissa.find(mark);
    const bool likeThousands = at >= 1 && at <= 3 && mantissa.front() != '0' && mantissa.size() - at == 4;
    return likeThousands ? '\0' : mark;
}

std::string_view mantissaOf(const std::string &digits)
{
    return std::string_view(digits).substr(0, digits.find('e'));
}

/// The mark that repeats or that stands before three digits where the other is the decimal one.
char thousandsFor(std::string_view mantissa, char decimal)
{
    for (const char mark : {',', '.', group})
        if (mark != decimal && mantissa.find(mark) != std::string_view::npos)
            return mark;
    return '\0';
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
    const bool single = only != '\0' && only != group && mantissa.find(only) == mantissa.rfind(only);
    return single && only != format.thousands && format.thousands == '\0' && format.decimal == '\0' ? only : '\0';
}

/// "1.234,5e3" → "1234.5e3" by the format; empty: it does not fit.
std::string plainNumber(const Core &core, const NumberFormat &format)
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
    if (!std::all_of(fraction.begin(), fraction.end(), isDigit) || (mark != '\0' && !inGroups(mantissa, mark))
        || (mark == '\0' && !std::all_of(mantissa.begin(), mantissa.end(), isDigit)))
        return {};
    std::string plain(core.negative ? "-" : "");
    std::copy_if(mantissa.begin(), mantissa.end(), std::back_inserter(plain), isDigit);
    plain += '.' + std::string(fraction) + exponent;
    if (core.exponent != 0)
        plain += exponent.empty() ? "e" + std::to_string(core.exponent) : "x"; // 1e5K is not a number
    return plain;
}

/// Largest over smallest distance from 0: how far apart the numbers of a column are.
double spreadOf(const std::vector<Core> &cores, const NumberFormat &format)
{
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const Core &core : cores)
        if (const auto value = numberIn(core.digits, format); value && *value != 0) {
            least = std::min(least, std::abs(*value));
            most = std::max(most, std::abs(*value));
        }
    return most / least;
}

char otherOf(char mark)
{
    return mark == '.' ? ',' : '.';
}

} // namespace

std::string_view trimmed(std::string_view cell)
{
    for (std::size_t length = startsWithOne(cell, blanks); length > 0; length = startsWithOne(cell, blanks))
        cell.remove_prefix(length);
    for (std::size_t length = endsWithOne(cell, blanks); length > 0; length = endsWithOne(cell, blanks))
        cell.remove_suffix(length);
    return cell;
}

std::optional<double> numberIn(std::string_view cell, const NumberFormat &format)
{
    const std::optional<Core> core = coreOf(cell);
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

GuessedFormat formatOf(const std::vector<std::string_view> &cells, const NumberFormat &given, char likely)
{
    NumberFormat format = given;
    if (format.decimal != '\0' && format.thousands == '\0')
        format.thousands = otherOf(format.decimal);
    if (format.thousands != '\0' && format.decimal == '\0')
        format.decimal = otherOf(format.thousands);
    if (format.decimal != '\0')
        return {format, '\0'};
    std::vector<Core> all;
    char ambiguous = '\0';
    bool both = false;
    for (const std::string_view cell : cells) {
        const std::optional<Core> core = coreOf(cell);
        if (!core)
            continue;
        all.push_back(*core);
        const std::string_view mantissa = mantissaOf(core->digits);
        const char decimal = decimalIn(mantissa);
        const char mark = thousandsFor(mantissa, '\0');
        if (decimal != '\0') {
            both |= format.decimal != '\0' && format.decimal != decimal;
            format.decimal = decimal;
        } else if (mark == '.' || mark == ',') {
            if (mantissa.find(mark) != mantissa.rfind(mark))
                format.thousands = mark;
            else
                ambiguous = mark;
        }
    }
    if (both)
        return {}; // 2,5 beside 1.5: each as it can only be read
    if (format.decimal != '\0' || format.thousands != '\0') {
        if (format.decimal == '\0')
            format.decimal = otherOf(format.thousands);
        format.thousands = otherOf(format.decimal);
        return {format, '\0'};
    }
    if (ambiguous == '\0')
        return {};
    const NumberFormat asDecimal{ambiguous, otherOf(ambiguous)};
    const NumberFormat asThousands{otherOf(ambiguous), ambiguous};
    const double decimals = spreadOf(all, asDecimal);
    const double thousands = spreadOf(all, asThousands);
    const bool same = std::abs(decimals / thousands - 1) < 1e-9;
    return {(same ? ambiguous == likely : thousands < decimals) ? asThousands : asDecimal, ambiguous};
}

} // namespace unfold
