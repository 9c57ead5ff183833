#pragma once
// Reads a table of numbers from text as people save it: any of the usual separators, encodings and ways to write a
// number, with whatever is above and below the table left out. What is guessed is said.
#include "core/circuit/input_error.h"
#include "core/data/cell_number.h"
#include "core/data/table_options.h"
#include "core/data/table_warning.h"

namespace unfold {

struct CsvTable {
    std::vector<std::string> header; ///< one name per column; "column 1" … where the file has no header
    std::vector<std::vector<std::string>> rows; ///< each as long as the header
    std::vector<int> lines; ///< of each row: where it begins in the file
    std::vector<GuessedFormat> formats; ///< of each column
    char separator = ','; ///< '\0': there is a single column
    std::string encoding;
    bool named = false; ///< the file has a header
    int skippedLines = 0;
    TableWarnings warnings;
};

/// bytes: of the file. Throws InputError (place "line 3") for an empty file, a row of more cells, an unclosed quote, a
/// header without rows. What is no table for a person is refused before it costs time or memory: more than 50 MB, 1000
/// columns or 3,000,000 cells, a cell of more than 1000 bytes.
CsvTable parseCsv(std::string_view bytes, const TableOptions &options = {});

/// The numbers of one column. Throws InputError (place "line 7, column passengers") at the first cell that is not a
/// finite number.
std::vector<double> numbersOf(const CsvTable &table, int column);

/// The cells of one column as they are written.
std::vector<std::string> labelsOf(const CsvTable &table, int column);

/// Columns that hold numbers only.
std::vector<int> numericColumns(const CsvTable &table);

/// The refusal of a cell, with its line and column.
InputError brokenCell(const CsvTable &table, std::size_t row, std::size_t column);

} // namespace unfold
