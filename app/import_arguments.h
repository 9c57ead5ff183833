#pragma once
// The words behind `unfold import`.
#include "core/data/table_options.h"
#include "core/import/import_network.h"

namespace unfold {

struct ImportRequest {
    std::string file; ///< "-": standard input
    std::string out; ///< "-": standard output; empty: none was named
    bool report = false; ///< as JSON on standard output
    ImportOptions network;
    TableOptions table;
    SeriesOptions series;
    std::optional<int> steps;
    bool isTable = false; ///< an option was given that only tables have
};

/// nullopt: help was asked for, and is in `help`. Throws InputError for what is no way to ask for an import.
std::optional<ImportRequest> parseImport(const std::vector<std::string> &arguments, std::string &help);

} // namespace unfold
