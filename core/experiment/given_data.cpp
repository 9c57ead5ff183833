#include "core/experiment/given_data.h"

#include "core/circuit/input_error.h"

#include <numeric>

namespace unfold {

std::vector<int> entriesFor(const Given &from, const Given &to, const std::string &place)
{
    const std::vector<int> wanted = to.span.stepsIn(to.steps);
    std::vector<int> entries(wanted.size());
    std::iota(entries.begin(), entries.end(), 0);
    if (from.span == to.span && from.span.countIn(from.steps) == static_cast<int>(wanted.size()))
        return entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::optional<int> entry = from.span.placeOf(wanted[i], from.steps);
        if (!entry)
            throw InputError(place,
                "the numbers are in the file, and there is none for step " + std::to_string(wanted[i]),
                "steps for which there is one, or a text, a series, random or zero input");
        entries[i] = *entry;
    }
    return entries;
}

} // namespace unfold
