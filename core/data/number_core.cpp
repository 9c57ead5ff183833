#include "core/data/number_core.h"

#include "core/data/cell_number.h"

#include <algorithm>
#include <array>

namespace unfold {
namespace {

constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x87"};
constexpr std::array<std::string_view, 5> apostrophes{"'", "\xe2\x80\x99", "\xe2\x80\x98", "\xc2\xb4", "_"};
constexpr std::array<std::string_view, 4> minuses{"\xe2\x88\x92", "\xe2\x80\x93", "\xef\xb9\xa3", "\xef\xbc\x8d"};
constexpr std::array<std::string_view, 21> removed{"%", "\xe2\x80\xb0", "R$", "US$", "$", "\xe2\x82\xac", "\xc2\xa3",
    "\xc2\xa5", "\xe2\x82\xb9", "\xe2\x82\xbd", "\xe2\x82\xa9", "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "SEK",
    "NOK", "DKK"};
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

void takeSign(std::string_view &text, NumberCore &core)
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

void takeMultiple(std::string_view &text, NumberCore &core)
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
        if (blank == 0 && !isAsciiDigit(c) && c != '.' && c != ',' && !exponent && !sign)
            return false;
        digits += blank > 0 ? groupMark : exponent ? 'e' : c;
        text.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    return true;
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

std::optional<NumberCore> coreOf(std::string_view cell)
{
    NumberCore core;
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
    if (text.size() > 1 && text.back() == '-' && isAsciiDigit(text[text.size() - 2])) { // 12.5-
        core.negative = true;
        text.remove_suffix(1);
    }
    if (text.empty() || !copyDigits(text, core.digits)
        || std::none_of(core.digits.begin(), core.digits.end(), isAsciiDigit))
        return std::nullopt;
    return core;
}

char decimalIn(std::string_view mantissa)
{
    const std::size_t dot = mantissa.rfind('.');
    const std::size_t comma = mantissa.rfind(',');
    if (dot != std::string_view::npos && comma != std::string_view::npos)
        return dot > comma ? '.' : ',';
    const char mark = dot != std::string_view::npos ? '.' : comma != std::string_view::npos ? ',' : '\0';
    if (mark == '\0' || mantissa.find(mark) != mantissa.rfind(mark)
        || mantissa.find(groupMark) != std::string_view::npos)
        return mark != '\0' && mantissa.find(mark) == mantissa.rfind(mark) ? mark : '\0';
    const std::size_t at = mantissa.find(mark);
    const bool likeThousands = at >= 1 && at <= 3 && mantissa.front() != '0' && mantissa.size() - at == 4;
    return likeThousands ? '\0' : mark;
}

std::string_view mantissaOf(const std::string &digits)
{
    return std::string_view(digits).substr(0, digits.find('e'));
}

char thousandsFor(std::string_view mantissa, char decimal)
{
    for (const char mark : {',', '.', groupMark})
        if (mark != decimal && mantissa.find(mark) != std::string_view::npos)
            return mark;
    return '\0';
}

} // namespace unfold
