#include "core/data/cell_number.h"
#include "core/data/number_core.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

/// Largest over smallest distance from 0: how far apart the numbers of a column are.
double spreadOf(const std::vector<std::string_view> &cells, const NumberFormat &format)
{
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const std::string_view cell : cells)
        if (const auto value = numberIn(cell, format); value && *value != 0) {
            least = std::min(least, std::abs(*value));
            most = std::max(most, std::abs(*value));
        }
    return most / least;
}

char otherOf(char mark)
{
    return mark == '.' ? ',' : '.';
}

/// The mark that is not known is the other one.
NumberFormat completed(NumberFormat format)
{
    if (format.decimal == '\0')
        format.decimal = otherOf(format.thousands);
    if (format.thousands == '\0')
        format.thousands = otherOf(format.decimal);
    return format;
}

/// What the marks of a column tell.
struct SeenMarks {
    NumberFormat format; ///< what can only be so
    bool contradict = false; ///< both marks can only be decimal ones
    char ambiguous = '\0'; ///< before three digits
};

/// Digits, a sign and marks alone, as most cells are: no copy is needed to look at them.
bool isPlain(std::string_view cell)
{
    return cell.find_first_not_of("0123456789.,-") == std::string_view::npos && cell.rfind('-') == cell.find('-')
        && (cell.find('-') == 0 || cell.find('-') == std::string_view::npos);
}

void see(std::string_view mantissa, SeenMarks &seen)
{
    const char mark = thousandsFor(mantissa, '\0');
    if (const char decimal = decimalIn(mantissa); decimal != '\0') {
        seen.contradict |= seen.format.decimal != '\0' && seen.format.decimal != decimal;
        seen.format.decimal = decimal;
    } else if (mark == '.' || mark == ',') {
        (mantissa.find(mark) == mantissa.rfind(mark) ? seen.ambiguous : seen.format.thousands) = mark;
    }
}

SeenMarks marksIn(const std::vector<std::string_view> &cells)
{
    SeenMarks seen;
    for (const std::string_view cell : cells) {
        if (cell.find_first_of(".,") == std::string_view::npos || isGap(cell))
            continue;
        if (isPlain(cell))
            see(cell.substr(cell.front() == '-' ? 1 : 0), seen);
        else if (const std::optional<NumberCore> core = coreOf(cell))
            see(mantissaOf(core->digits), seen);
    }
    if (seen.format.decimal != '\0') // 1.5 beside 1,250: the comma can only be a mark of thousands
        seen.format.thousands = '\0';
    return seen;
}

} // namespace

GuessedFormat formatOf(const std::vector<std::string_view> &cells, const NumberFormat &given, char likely)
{
    if (given.decimal != '\0' || given.thousands != '\0')
        return {completed(given), '\0'};
    const SeenMarks seen = marksIn(cells);
    if (seen.contradict)
        return {}; // 2,5 beside 1.5: each as it can only be read
    if (seen.format != NumberFormat{})
        return {completed(seen.format), '\0'};
    if (seen.ambiguous == '\0')
        return {};
    const NumberFormat asDecimal = completed({seen.ambiguous, '\0'});
    const NumberFormat asThousands = completed({'\0', seen.ambiguous});
    const double decimals = spreadOf(cells, asDecimal);
    const double thousands = spreadOf(cells, asThousands);
    const bool same = std::abs(decimals / thousands - 1) < 1e-9;
    const bool areThousands = same ? seen.ambiguous == likely : thousands < decimals;
    return {areThousands ? asThousands : asDecimal, seen.ambiguous};
}

} // namespace unfold
