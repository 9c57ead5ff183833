#pragma once
// Reads a table of numbers from comma-, semicolon- or tab-separated text (RFC 4180 quoting).
//
// The first row is a header where none of its cells is a number. A decimal comma is understood where semicolons
// separate the cells. Blank lines at the end count for nothing; a byte order mark is skipped.
#include <string>
#include <vector>

namespace unfold {

struct CsvTable {
    std::vector<std::string> header; ///< one name per column; "column 1" … where the file has no header
    std::vector<std::vector<std::string>> rows; ///< each as long as the header
    std::vector<int> lines; ///< of each row: where it begins in the file
    char separator = ','; ///< found by which of tab ; , cuts the rows alike
};

/// Throws InputError (place "line 3") for an empty file, a row of another length, an unclosed quote, a header without
/// rows. What is no table for a person is refused before it costs time or memory: more than 50 MB, 1000 columns or
/// 1,000,000 cells, a cell of more than 1000 bytes.
CsvTable parseCsv(const std::string &text);

/// The numbers of one column. Throws InputError (place "line 7, column passengers") at the first cell that is no finite
/// number.
std::vector<double> numbersOf(const CsvTable &table, int column);

/// The cells of one column as they stand.
std::vector<std::string> labelsOf(const CsvTable &table, int column);

/// Columns that hold numbers only.
std::vector<int> numericColumns(const CsvTable &table);

} // namespace unfold
