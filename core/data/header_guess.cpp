#include "core/data/header_guess.h"

#include "core/data/cell_number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace unfold {
namespace {

constexpr std::size_t enough = 3; ///< values by whose range it is known what continues them

bool isWhole(const std::string &cell)
{
    return !cell.empty() && cell.size() <= 8
        && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool hasMark(const std::string &cell)
{
    return cell.find_first_of(".,") != std::string::npos;
}

/// The numbers of a first line and what is below each.
struct Labels {
    std::vector<double> values;
    std::vector<std::vector<double>> below;
    bool marked = true; ///< every number below has a decimal mark
};

/// Whether `value` is as far from the rest as any of the rest from each other.
bool continues(double value, const std::vector<double> &rest)
{
    const auto [low, high] = std::minmax_element(rest.begin(), rest.end());
    const double range = rest.size() < enough ? std::max(std::abs(*low), std::abs(*high)) : *high - *low;
    return value >= *low - range && value <= *high + range;
}

bool countsUp(const std::vector<double> &values)
{
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] != values[i - 1] + 1)
            return false;
    return true;
}

bool isYear(double value)
{
    return value >= 1000 && value <= 2200;
}

/// pandas without names: nothing above the index, 0, 1, 2 … above the columns.
bool isIndexed(const std::vector<std::string> &first)
{
    if (first.size() < 2 || !first.front().empty())
        return false;
    for (std::size_t i = 1; i < first.size(); ++i)
        if (first[i] != std::to_string(i - 1))
            return false;
    return true;
}

/// nullopt: a cell above numbers is not a whole number, or none is there.
std::optional<Labels> labelsIn(const std::vector<std::string> &first,
    const std::vector<const std::vector<std::string> *> &below, const std::vector<std::size_t> &numeric)
{
    Labels labels;
    for (const std::size_t column : numeric) {
        if (isGap(first[column]))
            continue;
        if (!isWhole(first[column]))
            return std::nullopt;
        labels.values.push_back(*numberIn(first[column]));
        labels.below.emplace_back();
        for (const auto *row : below)
            if (const auto number = numberIn((*row)[column])) {
                labels.below.back().push_back(*number);
                labels.marked &= hasMark((*row)[column]);
            }
        if (labels.below.back().empty())
            return std::nullopt;
    }
    return labels.values.empty() ? std::nullopt : std::optional(labels);
}

/// 0, 1, 2 above numbers with a decimal mark, or three years and more.
bool areColumnNumbers(const Labels &labels)
{
    const std::size_t count = labels.values.size();
    return countsUp(labels.values)
        && ((count >= 2 && labels.marked) || (count >= enough && isYear(labels.values.front())));
}

} // namespace

bool isHeaderOfNumbers(const std::vector<std::string> &first,
    const std::vector<const std::vector<std::string> *> &below, const std::vector<std::size_t> &numeric)
{
    if (below.empty())
        return false;
    if (isIndexed(first))
        return true;
    const std::optional<Labels> labels = labelsIn(first, below, numeric);
    if (!labels)
        return false;
    if (first.size() == 1)
        return labels->values[0] == 0 && !continues(0, labels->below[0]);
    if (areColumnNumbers(*labels))
        return true;
    for (std::size_t i = 0; i < labels->values.size(); ++i)
        if (continues(labels->values[i], labels->below[i]))
            return false;
    return true;
}

} // namespace unfold
