#include "core/data/table_layout.h"

#include "core/circuit/input_error.h"
#include "core/data/cell_number.h"
#include "core/data/header_guess.h"
#include "core/data/table_grid.h"

#include <algorithm>

namespace unfold {
namespace {

using Cells = TableGrid::Cells;

constexpr std::size_t comparedRows = 20; ///< with the first, to see whether that is a header
constexpr std::size_t mostNamed = 6; ///< lines of a warning; the rest is counted

class LayoutFinder
{
public:
    LayoutFinder(const std::vector<Record> &records, char separator, const TableOptions &options)
        : m_records(records)
        , m_separator(separator)
        , m_options(options)
        , m_grid(records, separator, options)
        , m_first(m_grid.firstRow())
        , m_why(records.size())
    {
        m_layout.first = m_grid.firstColumn();
        for (std::size_t i = 0; i < records.size(); ++i)
            m_why[i] = m_grid.whyLeft(i);
    }

    TableLayout find()
    {
        findHeader();
        takeRows();
        sayWhatIsLeft();
        return std::move(m_layout);
    }

private:
    /// Words above numbers, in as many cells as the table has.
    bool isAbove(std::size_t record) const { return m_grid.isFull(record) && !m_grid.isRow(record); }
    bool isTitle(std::size_t record) const
    {
        const Cells &all = m_grid.cells(record);
        return m_grid.width() > 1
            && std::count_if(all.begin(), all.end(), [](const auto &c) { return !isEmptyCell(c); }) < 2;
    }

    void findHeader()
    {
        if (m_options.header == false)
            return;
        std::size_t top = m_first;
        while (top > 0 && (m_grid.numericColumns().empty() ? top == m_first : isAbove(m_grid.lines()[top - 1])))
            --top;
        while (top < m_first && !m_grid.numericColumns().empty() && isTitle(m_grid.lines()[top]))
            ++top;
        for (std::size_t i = top + 1; i < m_first; ++i)
            if (numbersAmong(m_grid.cells(m_grid.lines()[i])) > 0)
                m_first = i; // a header may have a number among its names, what is below it has none
        if (top < m_first) {
            for (std::size_t i = top + 1; i < m_first; ++i)
                m_why[m_grid.lines()[i]] = "a second line of the header";
            m_header = m_grid.lines()[top];
        } else if (m_first > 0 && isShortHeader(m_grid.lines()[m_first - 1])) {
            m_header = m_grid.lines()[m_first - 1];
            m_shift = 1;
            m_layout.warnings.push_back(
                {"the header has one name fewer than there are columns; they are taken for those of the last columns",
                    {}});
        } else if (m_options.header == true || firstRowIsHeader()) {
            takeFirstRowAsHeader();
        } else {
            nameByComment();
        }
    }

    /// As R writes it: nothing above the names of the rows.
    bool isShortHeader(std::size_t record) const
    {
        return m_grid.width() > 2 && m_grid.cells(record).size() + 1 == m_grid.width()
            && numbersAmong(m_grid.cells(record)) == 0;
    }

    bool firstRowIsHeader() const
    {
        std::vector<const Cells *> below;
        for (std::size_t i = m_first + 1; i < m_grid.lines().size() && below.size() < comparedRows; ++i)
            if (m_grid.isFull(m_grid.lines()[i]))
                below.push_back(&m_grid.cells(m_grid.lines()[i]));
        return isHeaderOfNumbers(m_grid.cells(m_grid.lines()[m_first]), below, m_grid.numericColumns());
    }

    void takeFirstRowAsHeader()
    {
        if (m_first + 1 == m_grid.lines().size())
            throw InputError(lineBehind(m_grid), "there is no row below the header", "a row of numbers for each step");
        m_header = m_grid.lines()[m_first++];
        if (!m_options.header)
            m_layout.warnings.push_back({"line " + std::to_string(m_records[*m_header].line)
                    + " is taken for the header, though its names are numbers",
                "--header no reads it as a row"});
    }

    /// numpy.savetxt writes the names of the columns as a comment.
    void nameByComment()
    {
        if (m_grid.lines()[m_first] == 0 || m_records[m_grid.lines()[m_first] - 1].kind != Record::Kind::Comment)
            return;
        std::string_view text = m_records[m_grid.lines()[m_first] - 1].cells.front();
        text.remove_prefix(std::min(text.find_first_not_of("#%/ \t"), text.size()));
        const std::vector<Record> named = readRecords(text, m_separator, 2);
        if (named.size() != 1 || named[0].kind != Record::Kind::Cells || named[0].cells.size() != m_grid.width()
            || m_grid.width() < 2 || numbersAmong(named[0].cells) > 0)
            return;
        m_header = m_grid.lines()[m_first] - 1;
        m_names = named[0].cells;
    }

    void takeRows()
    {
        for (std::size_t column = m_layout.first; column < m_grid.width(); ++column) {
            const std::size_t place = column - m_shift;
            const std::string name = !m_header || column < m_shift ? std::string()
                : m_names.empty()                                  ? m_grid.cell(*m_header, place)
                                                                   : m_names[place];
            m_layout.header.push_back(isEmptyCell(name) ? "column " + std::to_string(column - m_grid.firstColumn() + 1)
                                                        : std::string(trimmed(name)));
        }
        m_layout.named = m_header.has_value();
        for (std::size_t i = m_first; i < m_grid.lines().size(); ++i) {
            const std::size_t record = m_grid.lines()[i];
            if (m_header && m_grid.cells(record) == m_grid.cells(*m_header))
                m_why[record] = "the header again";
            else if (m_grid.cells(record).size() > m_grid.width() && !m_grid.isFull(record))
                throw InputError("line " + std::to_string(m_records[record].line),
                    "the line has " + std::to_string(m_grid.cells(record).size()) + " cells",
                    std::to_string(m_grid.width()) + (m_grid.width() == 1 ? " cell" : " cells")
                        + ", as in the other lines");
            else
                m_layout.rows.push_back(record);
        }
    }

    void sayWhatIsLeft()
    {
        const std::size_t end = m_layout.rows.empty() ? 0 : m_layout.rows.front();
        std::string named;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            const Record &r = m_records[i];
            const bool row = std::binary_search(m_layout.rows.begin(), m_layout.rows.end(), i);
            if (row || i == m_header)
                continue;
            const std::string why = r.kind == Record::Kind::Blank ? "blank"
                : r.kind == Record::Kind::Comment                 ? "a comment"
                : !m_why[i].empty()                               ? m_why[i]
                : i < end                                         ? "above the table"
                                                                  : "text";
            if (static_cast<std::size_t>(m_layout.skippedLines++) < mostNamed)
                named += (named.empty() ? "" : ", ") + std::to_string(r.line) + " (" + why + ")";
        }
        const int more = m_layout.skippedLines - static_cast<int>(mostNamed);
        if (m_layout.skippedLines > 0)
            m_layout.warnings.push_back({(m_layout.skippedLines == 1 ? "left out: line " : "left out: lines ") + named
                    + (more > 0 ? " and " + std::to_string(more) + " more" : ""),
                {}});
    }

    const std::vector<Record> &m_records;
    char m_separator;
    const TableOptions &m_options;
    TableGrid m_grid;
    TableLayout m_layout;
    std::size_t m_first; ///< row, in lines()
    std::vector<std::string> m_why; ///< a record is left out, where that is known
    std::optional<std::size_t> m_header; ///< record
    Cells m_names; ///< of a header that is a comment
    std::size_t m_shift = 0; ///< columns in front of the first name
};

} // namespace

TableLayout layoutOf(const std::vector<Record> &records, char separator, const TableOptions &options)
{
    return LayoutFinder(records, separator, options).find();
}

} // namespace unfold
