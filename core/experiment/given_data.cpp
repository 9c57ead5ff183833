#include "core/experiment/given_data.h"

#include "core/circuit/input_error.h"

#include <numeric>

namespace unfold {

std::vector<int> entriesFor(const Given &from, const Given &to, const std::string &place)
{
    const StepRange old = from.span.in(from.steps);
    const StepRange wanted = to.span.in(to.steps);
    std::vector<int> entries(static_cast<std::size_t>(wanted.count()));
    const bool kept = from.span == to.span && old.count() == wanted.count();
    std::iota(entries.begin(), entries.end(), kept ? 0 : wanted.first - old.first);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i] < 0 || entries[i] >= old.count())
            throw InputError(place,
                "the numbers are in the file, and there is none for step "
                    + std::to_string(wanted.first + static_cast<int>(i)),
                "steps for which there is one, or a text, a series, random or zero input");
    return entries;
}

} // namespace unfold
