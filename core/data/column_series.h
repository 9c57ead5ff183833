#pragma once
// A series out of a table: which column, which rows, and what becomes of gaps.
#include "core/data/csv.h"

namespace unfold {

/// What a column is made of.
struct ColumnContent {
    int numbers = 0;
    int gaps = 0;
};
std::vector<ColumnContent> contentOf(const CsvTable &table);

struct ColumnSeries {
    int column = 0; ///< of the table, from 0
    std::vector<double> values;
    std::vector<std::string> labels; ///< of the first other column; empty where there is none
    TableWarnings warnings;
};

/// Whether the numbers of a column are not all the same.
bool varies(const CsvTable &table, std::size_t column);

/// The column that is a series most likely: the last whose cells are numbers, or gaps among them, and that varies. −1:
/// there is none.
int likelyColumn(const CsvTable &table, const std::vector<ColumnContent> &content);

/// column: from 0; options.column is not read. Throws InputError (place "line 7, column v") for rows that there are
/// not, a cell that is not a number, and a gap where options.gaps is Stop.
ColumnSeries seriesOf(const CsvTable &table, int column, const SeriesOptions &options);

/// The same for the column that the options choose. Throws InputError where there is none.
ColumnSeries seriesOf(const CsvTable &table, const SeriesOptions &options);

} // namespace unfold
