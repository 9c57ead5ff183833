#include "core/data/falling_dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace unfold {
namespace {

/// What a cell is made of: its numbers in order, and a month that is a word.
struct Parts {
    std::vector<long> numbers;
    std::vector<std::size_t> digits; ///< of each number
    int month = 0; ///< 1 … 12; 0: none
};

int monthIn(const std::string &word)
{
    constexpr std::array<std::string_view, 12> months{
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.starts_with(months[i]))
            return static_cast<int>(i) + 1;
    return 0;
}

Parts partsOf(const std::string &cell)
{
    constexpr std::size_t longest = 12; ///< digits
    Parts parts;
    for (std::size_t i = 0; i < cell.size();) {
        const auto is = [&](auto test) { return i < cell.size() && test(static_cast<unsigned char>(cell[i])) != 0; };
        std::string run;
        if (is([](int c) { return std::isdigit(c); })) {
            for (; is([](int c) { return std::isdigit(c); }); ++i)
                run += cell[i];
            parts.numbers.push_back(std::stol(run.substr(0, longest)));
            parts.digits.push_back(run.size());
        } else if (is([](int c) { return std::isalpha(c); })) {
            for (; is([](int c) { return std::isalpha(c); }); ++i)
                run += static_cast<char>(std::tolower(static_cast<unsigned char>(cell[i])));
            parts.month = std::max(parts.month, monthIn(run));
        } else {
            ++i;
        }
    }
    return parts;
}

using Order = std::vector<long>; ///< year, month, day, and what follows

/// How day and month are ordered in 01/02/2024.
enum class Style { DayFirst, MonthFirst };

Order withTail(Order date, const Parts &parts, std::size_t from)
{
    date.insert(date.end(), parts.numbers.begin() + static_cast<std::ptrdiff_t>(from), parts.numbers.end());
    return date;
}

std::optional<Order> dateIn(const Parts &parts, Style style)
{
    const auto &n = parts.numbers;
    if (n.empty())
        return std::nullopt;
    if (parts.month > 0 && n.size() == 1)
        return Order{n[0], parts.month};
    if (parts.month > 0)
        return withTail(
            parts.digits[0] == 4 ? Order{n[0], parts.month, n[1]} : Order{n[1], parts.month, n[0]}, parts, 2);
    if (n.size() == 1) {
        const bool year = parts.digits[0] == 4 && n[0] >= 1000 && n[0] <= 2200;
        const bool day = parts.digits[0] == 8 && n[0] >= 10000101 && n[0] <= 22001231;
        return year || day ? std::optional(Order{n[0]}) : std::nullopt;
    }
    if (parts.digits[0] == 4)
        return n;
    if (n.size() < 3)
        return parts.digits[1] == 4 ? std::optional(Order{n[1], n[0]}) : std::nullopt;
    const long day = style == Style::DayFirst ? n[0] : n[1];
    const long month = style == Style::DayFirst ? n[1] : n[0];
    return month > 12 || day > 31 ? std::nullopt : std::optional(withTail({n[2], month, day}, parts, 3));
}

bool fallIn(const std::vector<Parts> &cells, Style style)
{
    std::optional<Order> before;
    bool fell = false;
    for (const Parts &parts : cells) {
        const std::optional<Order> date = dateIn(parts, style);
        if (!date || (before && *date > *before))
            return false;
        fell |= before && *date < *before;
        before = date;
    }
    return fell;
}

} // namespace

bool datesFall(const std::vector<std::string> &cells)
{
    std::vector<Parts> parts;
    std::transform(cells.begin(), cells.end(), std::back_inserter(parts), partsOf);
    return fallIn(parts, Style::DayFirst) || fallIn(parts, Style::MonthFirst);
}

} // namespace unfold
