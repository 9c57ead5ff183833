#include "core/data/csv.h"

#include "core/data/decode_text.h"
#include "core/data/table_layout.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr size_t largestText = 50'000'000; ///< bytes
constexpr char noSeparator = '\0';
constexpr size_t sampledLines = 200;

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

/// "column passengers"; a column without a name is called "column 2" already.
std::string placeOf(const std::string &column)
{
    return column.starts_with("column ") ? shortly(column) : "column " + shortly(column);
}

bool isWholeNumber(std::string_view cell, bool isSigned)
{
    if (isSigned && (cell.starts_with('-') || cell.starts_with('+')))
        cell.remove_prefix(1);
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the cells can be one number with a comma in it: 12,5 or $1,200.
bool isTornNumber(const std::vector<std::string> &cells)
{
    std::string joined = cells.front();
    for (size_t i = 1; i < cells.size(); ++i)
        joined += "," + cells[i];
    return cells.size() > 1 && numberIn(joined).has_value();
}

bool areWholeNumbers(const std::vector<std::string> &cells)
{
    return cells.size() == 2 && isWholeNumber(cells[0], true) && isWholeNumber(cells[1], false);
}

enum class Torn { No, Perhaps, Surely };

/// Lines of whole numbers cut by commas may be one column with a decimal comma. That is sure below a header of one
/// cell, and where some lines have no comma.
Torn tornNumbers(std::string_view text)
{
    const std::vector<Record> records = readRecords(text, ',', sampledLines);
    bool header = false; ///< of one cell
    bool single = false;
    size_t torn = 0;
    bool whole = true;
    for (const Record &r : records) {
        if (r.kind != Record::Kind::Cells)
            continue;
        const bool one = r.cells.size() == 1;
        if (isTornNumber(r.cells)) {
            ++torn;
            whole &= areWholeNumbers(r.cells);
        } else if (one && numberIn(r.cells[0]))
            single |= &r != &records.back(); // an incomplete last line tells nothing
        else if (!one || (single && torn == 0))
            return Torn::No;
        else
            header |= torn == 0; // behind the numbers it is a text at the end
    }
    if (torn == 0)
        return Torn::No;
    return header || single ? Torn::Surely : torn > 1 && whole ? Torn::Perhaps : Torn::No;
}

/// The separator, and what is said about it.
char foundSeparator(std::string_view text, const TableOptions &options, CsvTable &table)
{
    if (options.separator)
        return *options.separator;
    const char found = separatorOf(text, options.decimal.value_or('\0'));
    if (found != ',' || options.decimal)
        return found;
    switch (tornNumbers(text)) {
    case Torn::No: break;
    case Torn::Surely:
        table.warnings.push_back({"a comma between digits is read as part of the number, as there is one column",
            "--separator , reads two columns"});
        return noSeparator;
    case Torn::Perhaps:
        table.warnings.push_back(
            {"every line is two whole numbers with a comma between them; it is read as two columns, "
             "and not as one number with a decimal comma",
                "--decimal , reads one column"});
    }
    return found;
}

/// "sep=;" of Excel: the separator, and the rest of the text stays with its line.
std::optional<char> saidSeparator(std::string_view text)
{
    if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP=")))
        return std::nullopt;
    const bool ends = text.size() == 5 || text[5] == '\n' || text[5] == '\r';
    return ends ? std::optional(text[4]) : std::nullopt;
}

void takeFormats(CsvTable &table, const TableOptions &options)
{
    const NumberFormat given{options.decimal.value_or('\0'), options.thousands.value_or('\0')};
    std::vector<std::string_view> cells(table.rows.size());
    for (size_t column = 0; column < table.header.size(); ++column) {
        for (size_t row = 0; row < table.rows.size(); ++row)
            cells[row] = table.rows[row][column];
        table.formats.push_back(formatOf(cells, given, table.separator == ',' ? ',' : '\0'));
    }
}

std::string withoutSeparatorLine(std::string_view text)
{
    return "#" + std::string(text.substr(1)); // a comment from now on, so that its line counts
}

} // namespace

CsvTable parseCsv(std::string_view bytes, const TableOptions &options)
{
    const InputError tooLarge({}, "the file is larger than 50 MB", "a table of at most some thousand rows");
    if (bytes.size() > largestText)
        throw tooLarge;
    DecodedText decoded = decodeText(bytes, options.encoding);
    CsvTable table;
    table.encoding = decoded.encoding;
    table.warnings = decoded.warnings;
    TableOptions known = options;
    if (const auto said = saidSeparator(decoded.text)) {
        decoded.text = withoutSeparatorLine(decoded.text);
        if (!known.separator)
            known.separator = said;
    }
    table.separator = foundSeparator(decoded.text, known, table);
    std::vector<Record> records = readRecords(decoded.text, table.separator, decoded.text.size());
    TableLayout layout = layoutOf(records, table.separator, options);
    table.header = std::move(layout.header);
    table.named = layout.named;
    table.skippedLines = layout.skippedLines;
    table.warnings.insert(table.warnings.end(), layout.warnings.begin(), layout.warnings.end());
    for (const size_t i : layout.rows) {
        std::vector<std::string> &cells = records[i].cells;
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(layout.first, cells.size())));
        cells.resize(table.header.size());
        table.rows.push_back(std::move(cells));
        table.lines.push_back(records[i].line);
    }
    if (table.header.size() == 1)
        table.separator = noSeparator;
    takeFormats(table, options);
    return table;
}

InputError brokenCell(const CsvTable &table, std::size_t row, std::size_t column)
{
    const std::string &cell = table.rows[row][column];
    return {"line " + std::to_string(table.lines[row]) + ", " + placeOf(table.header[column]),
        trimmed(cell).empty() ? "the cell is empty"
            : isGap(cell)     ? "\"" + shortly(cell) + "\" is a gap"
                              : "\"" + shortly(cell) + "\" is not a finite number",
        "a number such as 1.5"};
}

std::vector<double> numbersOf(const CsvTable &table, int column)
{
    const size_t index = static_cast<size_t>(column);
    std::vector<double> numbers;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const auto number = numberIn(table.rows[row].at(index), table.formats[index].format);
        if (!number)
            throw brokenCell(table, row, index);
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
                [&](const auto &row) { return numberIn(row[i], table.formats[i].format).has_value(); }))
            columns.push_back(static_cast<int>(i));
    return columns;
}

} // namespace unfold
