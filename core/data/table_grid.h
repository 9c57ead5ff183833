#pragma once
// The lines of a file as a grid: how many columns, which of them are numbers, where the rows begin and end.
#include "core/data/records.h"
#include "core/data/table_options.h"

namespace unfold {

class TableGrid
{
public:
    using Cells = std::vector<std::string>;

    /// records outlive it. Throws InputError where there is no row.
    TableGrid(const std::vector<Record> &records, char separator, const TableOptions &options);

    const Cells &cells(std::size_t record) const { return m_records[record].cells; }
    const std::string &cell(std::size_t record, std::size_t column) const; ///< empty where the line is shorter
    int lineOf(std::size_t record) const { return m_records[record].line; }
    std::size_t width() const { return m_width; }
    std::size_t firstColumn() const { return m_firstColumn; } ///< 1 behind an empty one in front of a bar
    const std::vector<std::size_t> &numericColumns() const { return m_numeric; }
    /// Records with cells, without those that are left out at the end.
    const std::vector<std::size_t> &lines() const { return m_lines; }
    std::size_t firstRow() const { return m_firstRow; } ///< in lines()
    /// Why a record is left out at the end; empty: it is not.
    const std::string &whyLeft(std::size_t record) const { return m_why[record]; }

    /// As many cells as the table has columns, and nothing behind them.
    bool isFull(std::size_t record) const;
    /// Numbers or gaps in the columns of numbers.
    bool isRow(std::size_t record) const;

private:
    bool isAllowed(std::size_t record) const;
    void findWidth(char separator);
    void leaveLast(const char *why);
    void leaveEnd();
    void findNumericColumns();
    void findFirstRow();

    const std::vector<Record> &m_records;
    const TableOptions &m_options;
    std::vector<std::size_t> m_lines;
    std::vector<std::string> m_why;
    std::size_t m_width = 1;
    std::size_t m_firstColumn = 0;
    bool m_hasNumbers = false;
    std::vector<std::size_t> m_numeric;
    std::size_t m_firstRow = 0;
};

std::size_t numbersAmong(const TableGrid::Cells &cells);
bool isEmptyCell(const std::string &cell);

/// "line 7", where something is expected behind the last line.
std::string lineBehind(const TableGrid &grid);

} // namespace unfold
