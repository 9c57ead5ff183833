#include "core/data/table_grid.h"

#include "core/circuit/input_error.h"
#include "core/data/cell_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace unfold {
namespace {

using Indices = std::vector<std::size_t>;
using Cells = TableGrid::Cells;

constexpr std::size_t sampledRows = 200;

bool isNumber(const std::string &cell)
{
    return numberIn(cell).has_value();
}

bool hasDigit(const Cells &cells)
{
    return std::any_of(cells.begin(), cells.end(),
        [](const std::string &cell) { return cell.find_first_of("0123456789") != std::string::npos; });
}

bool isTotal(const std::string &cell)
{
    constexpr std::array<std::string_view, 8> words{
        "total", "sum", "mean", "average", "median", "summe", "gesamt", "mittelwert"};
    std::string lower(trimmed(cell));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.starts_with(word); });
}

} // namespace

TableGrid::TableGrid(const std::vector<Record> &records, char separator, const TableOptions &options)
    : m_records(records)
    , m_options(options)
    , m_why(records.size())
{
    for (std::size_t i = 0; i < records.size(); ++i)
        if (records[i].kind == Record::Kind::Cells)
            m_lines.push_back(i);
    if (m_lines.empty())
        throw InputError("line 1", "the file is empty", "a row of numbers for each step, with a header or without");
    findWidth(separator);
    leaveEnd();
    findNumericColumns();
    findFirstRow();
}

const std::string &TableGrid::cell(std::size_t record, std::size_t column) const
{
    static const std::string none;
    return column < cells(record).size() ? cells(record)[column] : none;
}
bool TableGrid::isFull(std::size_t record) const
{
    const Cells &all = cells(record);
    return all.size() >= m_width
        && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(m_width), all.end(), isEmptyCell);
}
bool TableGrid::isAllowed(std::size_t record) const
{
    return !m_options.firstLine || m_records[record].line >= *m_options.firstLine;
}

/// As many cells as most lines with numbers have, without columns at the end in which nothing is written.
void TableGrid::findWidth(char separator)
{
    std::map<std::size_t, int> counts;
    for (const std::size_t i : m_lines)
        if (isAllowed(i) && std::any_of(cells(i).begin(), cells(i).end(), isNumber))
            ++counts[cells(i).size()];
    m_width = cells(m_lines.front()).size();
    for (int most = 0; const auto &[width, count] : counts)
        if (count >= most) {
            most = count;
            m_width = width;
        }
    const auto unused = [this](std::size_t column) {
        return std::all_of(m_lines.begin(), m_lines.end(), [&](std::size_t i) { return isEmptyCell(cell(i, column)); });
    };
    while (m_width > 1 && unused(m_width - 1))
        --m_width;
    while (separator == '|' && m_firstColumn + 1 < m_width && unused(m_firstColumn))
        ++m_firstColumn;
    m_hasNumbers = !counts.empty();
}

void TableGrid::leaveLast(const char *why)
{
    m_why[m_lines.back()] = why;
    m_lines.pop_back();
}

void TableGrid::leaveEnd()
{
    while (m_hasNumbers && m_lines.size() > 1) {
        const std::size_t last = m_lines.back();
        if (numbersAmong(cells(last)) == 0 && !(isFull(last) && hasDigit(cells(last))))
            leaveLast("text at the end");
        else if (isFull(last) ? isTotal(cell(last, m_firstColumn)) : cells(last).size() < m_width)
            leaveLast(isFull(last) ? "a total" : "incomplete");
        else
            return;
    }
}

/// By the lower half of the lines, where titles and headers are not.
void TableGrid::findNumericColumns()
{
    Indices full;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(full),
        [this](std::size_t i) { return isAllowed(i) && isFull(i); });
    const std::size_t sample = std::min((full.size() + 1) / 2, sampledRows);
    full.erase(full.begin(), full.end() - static_cast<std::ptrdiff_t>(sample));
    for (std::size_t column = m_firstColumn; column < m_width; ++column) {
        std::size_t numbers = 0;
        std::size_t gaps = 0;
        for (const std::size_t i : full) {
            numbers += isNumber(cell(i, column));
            gaps += isGap(cell(i, column));
        }
        if (numbers > 0 && 10 * (numbers + gaps) >= 9 * full.size())
            m_numeric.push_back(column);
    }
}

bool TableGrid::isRow(std::size_t record) const
{
    if (!isFull(record))
        return false;
    bool anyNumber = false;
    for (const std::size_t column : m_numeric) {
        const bool number = isNumber(cell(record, column));
        if (!number && !isGap(cell(record, column)))
            return false;
        anyNumber |= number;
    }
    return anyNumber || hasDigit(cells(record));
}

void TableGrid::findFirstRow()
{
    m_firstRow = m_lines.size();
    for (std::size_t i = 0; i < m_lines.size() && m_firstRow == m_lines.size(); ++i)
        if (isAllowed(m_lines[i]) && (m_numeric.empty() ? i > 0 || m_options.header == false : isRow(m_lines[i])))
            m_firstRow = i;
    if (m_firstRow == m_lines.size())
        throw InputError(lineBehind(*this), "there is no row below the header", "a row of numbers for each step");
}

std::size_t numbersAmong(const Cells &cells)
{
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), isNumber));
}

bool isEmptyCell(const std::string &cell)
{
    return trimmed(cell).empty();
}

std::string lineBehind(const TableGrid &grid)
{
    return "line " + std::to_string(grid.lineOf(grid.lines().back()) + 1);
}

} // namespace unfold
