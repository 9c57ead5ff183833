#include "app/number_argument.h"

#include "core/circuit/input_error.h"

#include <charconv>
#include <cmath>

namespace unfold {
namespace {

/// Whether the whole of `value` was read.
template <typename Number> bool isRead(const std::string &value, Number &number)
{
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size();
}

[[noreturn]] void refuseNumber(const std::string &option, const std::string &value, const std::string &expected)
{
    throw InputError(option, "\"" + value + "\" is none", expected);
}

} // namespace

std::int64_t wholeNumberIn(const std::string &option, const std::string &value, std::int64_t least)
{
    std::int64_t number = 0;
    if (!isRead(value, number) || number < least)
        refuseNumber(option, value, "a whole number from " + std::to_string(least));
    return number;
}

std::uint64_t seedIn(const std::string &option, const std::string &value)
{
    std::uint64_t number = 0;
    if (!isRead(value, number))
        refuseNumber(option, value, "a whole number from 0 to 18446744073709551615");
    return number;
}

double numberFromZeroIn(const std::string &option, const std::string &value)
{
    double number = 0;
    if (!isRead(value, number) || !std::isfinite(number) || number < 0)
        refuseNumber(option, value, "a number from 0");
    return number;
}

} // namespace unfold
