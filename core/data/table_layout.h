#pragma once
// Where in a file the table is: its header, its rows, and what is around them.
//
//   comments, titles, sep=;     left out
//   t,v                         the header: the line above the numbers that has as many cells, and words above numbers
//   (s),(V)                     left out: below the first line of a header
//   0,1.5  …                    the rows, blank lines and comments among them left out
//   Total …                     left out: short or textual lines at the end
#include "core/data/records.h"
#include "core/data/table_options.h"
#include "core/data/table_warning.h"

namespace unfold {

struct TableLayout {
    std::vector<std::string> header; ///< names of the columns; "column 2" where there is none
    bool named = false; ///< the file has a header
    std::vector<std::size_t> rows; ///< records, from the first to the last
    std::size_t first = 0; ///< cells of a record in front of the table: an empty one before a bar
    int skippedLines = 0;
    TableWarnings warnings; ///< what was guessed and what was left out
};

/// Throws InputError for records without a row.
TableLayout layoutOf(const std::vector<Record> &records, char separator, const TableOptions &options);

} // namespace unfold
