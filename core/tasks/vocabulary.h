#pragma once
// Symbols numbered by their first appearance.
#include <map>
#include <string>
#include <vector>

namespace unfold {

class Vocabulary
{
public:
    /// The class of a symbol, a new one where it was not seen.
    int classOf(const std::string &symbol);
    std::vector<int> classesOf(const std::vector<std::string> &symbols);
    int size() const { return static_cast<int>(m_symbols.size()); }
    const std::vector<std::string> &symbols() const { return m_symbols; }

private:
    std::map<std::string, int> m_classes;
    std::vector<std::string> m_symbols;
};

} // namespace unfold
