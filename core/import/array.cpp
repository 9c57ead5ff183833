#include "core/import/array.h"

#include <limits>

namespace unfold {

bool ArrayBudget::take(std::size_t count)
{
    if (count > ofArray || count > ofFile)
        return false;
    ofFile -= count;
    return true;
}

std::size_t entriesOf(const std::vector<std::int64_t> &shape)
{
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
    std::size_t entries = 1;
    for (const std::int64_t size : shape)
        if (size == 0)
            return 0;
    for (const std::int64_t size : shape) {
        if (static_cast<std::size_t>(size) > most / entries)
            return most;
        entries *= static_cast<std::size_t>(size);
    }
    return entries;
}

std::string inWords(const std::vector<std::int64_t> &shape)
{
    std::string words;
    for (const std::int64_t size : shape)
        words += (words.empty() ? "" : " × ") + std::to_string(size);
    return words.empty() ? "a single number" : words;
}

std::string tooLarge(std::size_t entries)
{
    return entries == std::numeric_limits<std::size_t>::max()
        ? "is too large to be read"
        : "is too large to be read: it has " + std::to_string(entries) + " numbers";
}

} // namespace unfold
