#include "core/tasks/vocabulary.h"

#include <algorithm>

namespace unfold {

int Vocabulary::classOf(const std::string &symbol)
{
    const auto [entry, isNew] = m_classes.emplace(symbol, size());
    if (isNew)
        m_symbols.push_back(symbol);
    return entry->second;
}

std::vector<int> Vocabulary::classesOf(const std::vector<std::string> &symbols)
{
    std::vector<int> classes;
    std::transform(symbols.begin(), symbols.end(), std::back_inserter(classes),
        [this](const std::string &symbol) { return classOf(symbol); });
    return classes;
}

} // namespace unfold
