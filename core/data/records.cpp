#include "core/data/records.h"

#include "core/circuit/input_error.h"
#include "core/data/cell_number.h"

#include <algorithm>
#include <map>

namespace unfold {
namespace {

constexpr std::size_t mostColumns = 1000;
constexpr std::size_t mostCells = 3'000'000;
constexpr std::size_t longestCell = 1000; ///< bytes
constexpr std::size_t sampledRecords = 1000; ///< by which the separator is found

std::string atLine(int line)
{
    return "line " + std::to_string(line);
}

/// A line that a separator cuts into more cells than a table may have.
struct TooWide : InputError {
    explicit TooWide(int line)
        : InputError(atLine(line), "the line has more than " + std::to_string(mostColumns) + " cells",
            "a table of fewer columns")
    {
    }
};

/// Walks over the text once, cell by cell.
class RecordReader
{
public:
    RecordReader(std::string_view text, char separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    std::vector<Record> records(std::size_t most)
    {
        std::vector<Record> all;
        for (std::size_t cells = 0; m_at < m_text.size() && all.size() < most; cells += all.back().cells.size()) {
            if (cells > mostCells)
                throw InputError(atLine(m_line),
                    "the table has more than " + std::to_string(mostCells) + " cells up to here",
                    "a table of fewer rows or columns");
            all.push_back(record());
        }
        return all;
    }

private:
    Record record()
    {
        Record r{{}, m_line, kindHere()};
        if (r.kind == Record::Kind::Cells)
            takeCells(r);
        else
            r.cells.emplace_back(takeLine().substr(0, longestCell));
        takeLineEnd();
        return r;
    }

    Record::Kind kindHere() const
    {
        std::size_t at = m_at;
        while (at < m_text.size() && (m_text[at] == ' ' || (m_text[at] == '\t' && m_separator != '\t')))
            ++at;
        if (at >= m_text.size() || m_text[at] == '\n' || m_text[at] == '\r')
            return Record::Kind::Blank;
        const bool comment = m_text[at] == '#' || m_text[at] == '%' || m_text.substr(at, 2) == "//";
        return comment ? Record::Kind::Comment : Record::Kind::Cells;
    }

    std::string_view takeLine()
    {
        const std::size_t begin = m_at;
        while (!atLineEnd())
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    void takeCells(Record &r)
    {
        for (bool more = true; more;) {
            if (r.cells.size() == mostColumns)
                throw TooWide(r.line);
            skipBlanks();
            if (m_separator == blankRuns && atLineEnd() && !r.cells.empty())
                return;
            r.cells.push_back(cell());
            skipBlanks();
            more = m_separator == blankRuns ? !atLineEnd() : atSeparator();
            m_at += more && m_separator != blankRuns;
        }
    }

    /// In front of and behind a cell.
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || (m_text[m_at] == '\t' && m_separator != '\t')))
            ++m_at;
    }

    bool atSeparator() const
    {
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at];
        return m_separator == blankRuns ? c == ' ' || c == '\t' : c == m_separator;
    }

    std::string cell()
    {
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return quotedCell();
        const std::size_t begin = m_at;
        while (!atLineEnd() && !atSeparator())
            ++m_at;
        if (m_at - begin > longestCell)
            refuseLongCell(m_line);
        return std::string(trimmed(m_text.substr(begin, m_at - begin)));
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
            atLine(opened), "a quotation mark is opened and never closed", "a second \" at the end of the cell");
    }

    [[noreturn]] static void refuseLongCell(int line)
    {
        throw InputError(atLine(line),
            "a cell is longer than " + std::to_string(longestCell)
                + " bytes; perhaps a quotation mark is never closed, or something other than tab, ; | , or blanks "
                  "separates the cells",
            "short cells: a number, a date, a name");
    }

    std::string afterQuote(const std::string &value)
    {
        if (m_separator != blankRuns)
            skipBlanks();
        if (!atLineEnd() && !atSeparator())
            throw InputError(atLine(m_line), "there is text after the closing quotation mark of a cell",
                std::string("the separator '")
                    + (m_separator == '\t'             ? "tab"
                            : m_separator == blankRuns ? "blank"
                                                       : std::string(1, m_separator))
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
    std::size_t m_at = 0;
    int m_line = 1;
};

/// How well a separator cuts the first records: how many alike, and how much of them are numbers.
double fitOf(const std::vector<Record> &records)
{
    std::map<std::size_t, std::pair<int, int>> widths; // cells → records, numbers
    for (const Record &r : records) {
        if (r.kind != Record::Kind::Cells)
            continue;
        auto &[count, numbers] = widths[r.cells.size()];
        ++count;
        numbers += static_cast<int>(std::count_if(
            r.cells.begin(), r.cells.end(), [](const std::string &cell) { return numberIn(cell).has_value(); }));
    }
    double best = 0;
    for (const auto &[width, seen] : widths) {
        const auto &[count, numbers] = seen;
        const double share = numbers / (double(count) * double(width));
        if (width > 1)
            best = std::max(best, count * (0.01 + share));
    }
    return best;
}

double fitOf(std::string_view text, char separator)
{
    try {
        return fitOf(readRecords(text, separator, sampledRecords));
    } catch (const TooWide &) {
        return 1e-3; // better than one that does not occur; reading with it then says that there are too many
    } catch (const InputError &) {
        return 0; // quoting that makes sense with another separator only, or with none
    }
}

} // namespace

std::vector<Record> readRecords(std::string_view text, char separator, std::size_t most)
{
    return RecordReader(text, separator).records(most);
}

char separatorOf(std::string_view text, char decimal)
{
    constexpr double clearly = 1.2; ///< blanks are in dates and names as well
    char best = decimal == ',' && text.find('"') == std::string_view::npos ? '\0' : ',';
    double most = 0;
    for (const char candidate : {'\t', ';', '|', ',', blankRuns}) {
        if (candidate == decimal && text.find('"') == std::string_view::npos)
            continue;
        const double fit = fitOf(text, candidate);
        if (fit > most * (candidate == blankRuns ? clearly : 1)) {
            most = fit;
            best = candidate;
        }
    }
    return best;
}

} // namespace unfold
