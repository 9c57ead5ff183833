#pragma once
// What a cell with a number is made of, before it is known which of its marks is the decimal one.
#include <optional>
#include <string>
#include <string_view>

namespace unfold {

constexpr char groupMark = '\''; ///< is in the place of a blank or an apostrophe inside a number

/// A cell without what is around its digits.
struct NumberCore {
    std::string digits; ///< digits, '.', ',' and `groupMark`, perhaps an exponent: "1,234.5", "2e-3"
    bool negative = false;
    int exponent = 0; ///< of ten: 3 of K
};

/// nullopt: there is something among the digits that no number has.
std::optional<NumberCore> coreOf(std::string_view cell);

/// The digits without an exponent.
std::string_view mantissaOf(const std::string &digits);

/// The mark that can only be a decimal one, seen in this number alone; '\0': there is none, or it is not clear.
char decimalIn(std::string_view mantissa);

/// The first mark that is not `decimal`; '\0': there is none.
char thousandsFor(std::string_view mantissa, char decimal);

inline bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace unfold
