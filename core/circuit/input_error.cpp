#include "core/circuit/input_error.h"

#include <array>
#include <cstdio>

namespace unfold {
namespace {

constexpr std::size_t longest = 600; ///< bytes of each part

/// At most `longest` bytes, not cut inside a character of UTF-8.
std::string cut(const std::string &text)
{
    if (text.size() <= longest)
        return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

std::string sayable(const std::string &text)
{
    std::string said;
    for (const char c : cut(text)) {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x20 && code != 0x7f) {
            said += c;
            continue;
        }
        std::array<char, 8> escaped{};
        std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(code));
        said += escaped.data();
    }
    return said;
}

std::string sentence(const std::string &place, const std::string &wrong, const std::string &expected)
{
    return (place.empty() ? "" : place + ": ") + wrong + (expected.empty() ? "" : "; expected " + expected);
}

} // namespace

InputError::InputError(const std::string &place_, const std::string &wrong_, const std::string &expected_)
    : std::runtime_error(sentence(sayable(place_), sayable(wrong_), sayable(expected_)))
    , place(sayable(place_))
    , wrong(sayable(wrong_))
    , expected(sayable(expected_))
{
}

} // namespace unfold
