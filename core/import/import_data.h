#pragma once
// A table or a text → an experiment that reads it: an Elman network that has not learnt anything yet.
#include "core/data/column_series.h"
#include "core/experiment/experiment.h"

#include <string_view>

namespace unfold {

struct ImportedTable {
    Experiment experiment; ///< has been checked as a whole
    CsvTable table;
    ColumnSeries series;
    std::vector<std::string> warnings; ///< of all
};

struct ImportedText {
    Experiment experiment; ///< has been checked as a whole
    std::string encoding;
    int symbols = 0;
    int different = 0;
    std::vector<std::string> warnings;
};

/// title: of the file. steps: at most so many; nullopt: as many as the data gives and can be shown. All throw
/// InputError.
ImportedTable importTable(std::string_view bytes, const std::string &title, const TableOptions &table,
    const SeriesOptions &series, std::optional<int> steps);
ImportedText importText(
    std::string_view bytes, const std::string &title, const std::string &encoding, std::optional<int> steps);

/// What was understood, as JSON for scripts and in a sentence for people.
std::string reportOf(const ImportedTable &imported);
std::string reportOf(const ImportedText &imported);
std::string sentenceOf(const ImportedTable &imported);
std::string sentenceOf(const ImportedText &imported);

} // namespace unfold
