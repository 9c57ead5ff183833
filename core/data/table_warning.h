#pragma once
// What is doubtful about a table, and the option of `unfold import` that decides it.
#include <string>
#include <vector>

namespace unfold {

struct TableWarning {
    std::string what; ///< a phrase for people
    std::string option; ///< "--reverse reads the oldest first"; empty: nothing is to be decided

    /// For a command line.
    std::string inWords() const { return what + (option.empty() ? "" : "; ") + option; }
};
using TableWarnings = std::vector<TableWarning>;

} // namespace unfold
