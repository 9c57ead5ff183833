#include "core/data/csv.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace unfold {
namespace {

constexpr size_t largestText = 50'000'000; ///< bytes
constexpr size_t mostColumns = 1000;
constexpr size_t mostCells = 1'000'000;
constexpr size_t longestCell = 1000; ///< bytes
constexpr size_t sampledRecords = 1000; ///< by which the separator is found

struct Record {
    std::vector<std::string> cells;
    int line = 1; ///< where it begins
    bool blank = false; ///< nothing on the line
};

std::string lineAt(int line)
{
    return "line " + std::to_string(line);
}

std::string cellsOf(size_t count)
{
    return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

/// For a message: the beginning of what may be long, not cut inside a character of UTF-8.
std::string shortly(const std::string &cell)
{
    constexpr size_t longest = 40;
    if (cell.size() <= longest)
        return cell;
    size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xc0U) == 0x80U)
        --end;
    return cell.substr(0, end) + "…";
}

/// A line that a separator cuts into more cells than a table may have.
struct TooWide : InputError {
    explicit TooWide(int line)
        : InputError(lineAt(line), "the line has more than " + cellsOf(mostColumns), "a table of fewer columns")
    {
    }
};

/// Walks over the text once, cell by cell (RFC 4180; line ends LF, CRLF or CR).
class CsvReader
{
public:
    CsvReader(std::string_view text, char separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    /// At most so many of them, from the first on. Throws InputError for a table beyond reason as soon as it is seen.
    std::vector<Record> records(size_t most)
    {
        std::vector<Record> all;
        for (size_t cells = 0; m_at < m_text.size() && all.size() < most; cells += all.back().cells.size()) {
            if (cells > mostCells)
                throw InputError(lineAt(m_line), "the table has more than " + cellsOf(mostCells) + " up to here",
                    "a table of fewer rows or columns");
            all.push_back(record());
        }
        while (!all.empty() && all.back().blank)
            all.pop_back();
        return all;
    }

private:
    Record record()
    {
        Record r{.cells = {}, .line = m_line, .blank = atLineEnd()};
        r.cells.push_back(cell());
        while (m_at < m_text.size() && m_text[m_at] == m_separator) {
            ++m_at;
            if (r.cells.size() == mostColumns)
                throw TooWide(r.line);
            r.cells.push_back(cell());
        }
        takeLineEnd();
        return r;
    }

    std::string cell()
    {
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return quotedCell();
        const size_t begin = m_at;
        while (!atLineEnd() && m_text[m_at] != m_separator)
            ++m_at;
        if (m_at - begin > longestCell)
            refuseLongCell(m_line);
        return std::string(m_text.substr(begin, m_at - begin));
    }

    std::string quotedCell()
    {
        const int opened = m_line;
        std::string value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != '"')
                    return afterQuote(value);
            }
            m_line += m_text[m_at] == '\n';
            value += m_text[m_at];
            if (value.size() > longestCell)
                refuseLongCell(opened);
        }
        throw InputError(
            lineAt(opened), "a quotation mark is opened and never closed", "a second \" at the end of the cell");
    }

    [[noreturn]] static void refuseLongCell(int line)
    {
        throw InputError(lineAt(line),
            "a cell is longer than " + std::to_string(longestCell)
                + " bytes; perhaps a quotation mark is never closed, or something else than tab, ; or , separates "
                  "the cells",
            "short cells: a number, a date, a name");
    }

    std::string afterQuote(const std::string &value)
    {
        if (!atLineEnd() && m_text[m_at] != m_separator)
            throw InputError(lineAt(m_line), "there is text after the closing quotation mark of a cell",
                std::string("the separator '") + (m_separator == '\t' ? "tab" : std::string(1, m_separator))
                    + "' or the end of the line; a \" inside a quoted cell is written twice");
        return value;
    }

    bool atLineEnd() const { return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    void takeLineEnd()
    {
        if (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    char m_separator;
    size_t m_at = 0;
    int m_line = 1;
};

std::string_view trimmed(std::string_view s)
{
    const size_t begin = s.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return s.substr(begin, s.find_last_not_of(" \t") - begin + 1);
}

/// Decimal comma only where the comma does not separate the cells.
std::optional<double> numberIn(const std::string &cell, char separator)
{
    std::string digits(trimmed(cell));
    if (separator == ';' && std::count(digits.begin(), digits.end(), ',') == 1 && digits.find('.') == std::string::npos)
        digits[digits.find(',')] = '.';
    if (digits.starts_with('+') && !digits.starts_with("+-"))
        digits.erase(0, 1);
    double value = 0;
    const char *end = digits.data() + digits.size();
    const auto [stopped, fault] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || fault != std::errc() || stopped != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// How many of the first records a separator cuts into as many cells as the first; 0 where it does not occur there.
size_t agreement(std::string_view text, char separator)
{
    try {
        const std::vector<Record> records = CsvReader(text, separator).records(sampledRecords);
        if (records.empty() || records[0].cells.size() < 2)
            return 0;
        return static_cast<size_t>(std::count_if(records.begin(), records.end(),
            [&](const Record &r) { return r.cells.size() == records[0].cells.size(); }));
    } catch (const TooWide &) {
        return 1; // better than one that does not occur; reading with it then says that there are too many
    } catch (const InputError &) {
        return 0; // quoting that makes sense with another separator only, or with none
    }
}

/// Tab before semicolon before comma where they agree alike: "1,5;2,5" has commas in its numbers.
char separatorOf(std::string_view text)
{
    char best = ',';
    size_t most = 0;
    for (const char candidate : {'\t', ';', ','}) {
        const size_t agreed = agreement(text, candidate);
        if (agreed > most) {
            most = agreed;
            best = candidate;
        }
    }
    return best;
}

std::string_view withoutMark(std::string_view text)
{
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        throw InputError("line 1", "the file is in UTF-16", "a file saved as UTF-8");
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    return text;
}

bool isHeader(const Record &first, char separator)
{
    return std::none_of(first.cells.begin(), first.cells.end(),
        [&](const std::string &cell) { return numberIn(cell, separator).has_value(); });
}

std::vector<std::string> headerOf(const Record &first, bool named)
{
    std::vector<std::string> header;
    for (size_t i = 0; i < first.cells.size(); ++i) {
        const std::string_view name = named ? trimmed(first.cells[i]) : std::string_view();
        header.push_back(name.empty() ? "column " + std::to_string(i + 1) : std::string(name));
    }
    return header;
}

void addRow(CsvTable &table, Record &&record)
{
    const size_t expected = table.header.size();
    if (record.cells.size() != expected)
        throw InputError(lineAt(record.line),
            record.blank ? "the line is blank" : "the line has " + cellsOf(record.cells.size()),
            cellsOf(expected) + ", as in the first line");
    table.rows.push_back(std::move(record.cells));
    table.lines.push_back(record.line);
}

/// "column passengers"; a column without a name is called "column 2" already.
std::string placeOf(const std::string &column)
{
    return column.starts_with("column ") ? shortly(column) : "column " + shortly(column);
}

} // namespace

CsvTable parseCsv(const std::string &file)
{
    const std::string_view text = withoutMark(file);
    if (text.size() > largestText)
        throw InputError({}, "the file is larger than 50 MB", "a table of at most some thousand rows");
    CsvTable table;
    table.separator = separatorOf(text);
    std::vector<Record> records = CsvReader(text, table.separator).records(text.size());
    if (records.empty())
        throw InputError("line 1", "the file is empty", "a row of numbers for each step, with a header or without");
    const bool named = isHeader(records[0], table.separator);
    if (named && records.size() == 1)
        throw InputError("line 2", "there is no row below the header", "a row of numbers for each step");
    table.header = headerOf(records[0], named);
    for (size_t i = named ? 1 : 0; i < records.size(); ++i)
        addRow(table, std::move(records[i]));
    return table;
}

std::vector<double> numbersOf(const CsvTable &table, int column)
{
    const size_t index = static_cast<size_t>(column);
    std::vector<double> numbers;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const std::string &cell = table.rows[row].at(index);
        const auto number = numberIn(cell, table.separator);
        if (!number)
            throw InputError(lineAt(table.lines[row]) + ", " + placeOf(table.header.at(index)),
                trimmed(cell).empty() ? "the cell is empty" : "\"" + shortly(cell) + "\" is no finite number",
                table.separator == ';' ? "a number such as 1.5 or 1,5" : "a number such as 1.5");
        numbers.push_back(*number);
    }
    return numbers;
}

std::vector<std::string> labelsOf(const CsvTable &table, int column)
{
    std::vector<std::string> labels;
    for (const auto &row : table.rows)
        labels.push_back(row.at(static_cast<size_t>(column)));
    return labels;
}

std::vector<int> numericColumns(const CsvTable &table)
{
    std::vector<int> columns;
    for (size_t i = 0; i < table.header.size(); ++i)
        if (std::all_of(table.rows.begin(), table.rows.end(),
                [&](const auto &row) { return numberIn(row[i], table.separator).has_value(); }))
            columns.push_back(static_cast<int>(i));
    return columns;
}

} // namespace unfold
