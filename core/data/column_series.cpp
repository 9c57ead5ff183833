#include "core/data/column_series.h"

#include "core/data/falling_dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace unfold {
namespace {

constexpr const char *toFillGaps = "a number; gaps are left out by --gaps skip, filled with the value before by --gaps "
                                   "carry, or with what is between "
                                   "by --gaps interpolate";

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

std::string namesIn(const CsvTable &table)
{
    constexpr std::size_t most = 20;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, table.header.size()); ++i)
        names += (names.empty() ? "" : ", ") + table.header[i];
    return names + (table.header.size() > most ? ", …" : "");
}

/// A name of the header first, else a number from 1.
int columnNamed(const CsvTable &table, const std::string &wanted)
{
    for (const bool exact : {true, false})
        for (std::size_t i = 0; i < table.header.size(); ++i)
            if (exact ? table.header[i] == wanted : lower(table.header[i]) == lower(wanted))
                return static_cast<int>(i);
    int number = 0;
    const auto [end, fault] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (fault == std::errc() && end == wanted.data() + wanted.size() && number >= 1
        && number <= static_cast<int>(table.header.size()))
        return number - 1;
    throw InputError({}, "there is no column \"" + wanted + "\"",
        "one of " + namesIn(table) + ", or a number from 1 to " + std::to_string(table.header.size()));
}

int chosenColumn(const CsvTable &table, const SeriesOptions &options, TableWarnings &warnings)
{
    if (!options.column.empty())
        return columnNamed(table, options.column);
    const std::vector<ColumnContent> content = contentOf(table);
    const int likely = likelyColumn(table, content);
    if (likely < 0)
        throw InputError(
            {}, "no column is a series of numbers", "a column of numbers that vary; there are " + namesIn(table));
    const int rows = static_cast<int>(table.rows.size());
    for (std::size_t i = static_cast<std::size_t>(likely) + 1; i < content.size(); ++i)
        if (content[i].numbers > rows / 2 && content[i].numbers + content[i].gaps < rows)
            warnings.push_back(
                {"the column " + table.header[i] + " is passed over, as some of its cells are not numbers",
                    "--column chooses it"});
    return likely;
}

/// The rows that are asked for, in the order in which they are read.
std::vector<std::size_t> chosenRows(const CsvTable &table, const SeriesOptions &options)
{
    const int rows = static_cast<int>(table.rows.size());
    const int from = options.from.value_or(1);
    const int to = std::min(options.to.value_or(rows), rows);
    if (from < 1 || from > rows || to < from)
        throw InputError({}, "there are no rows from " + std::to_string(from) + " to " + std::to_string(to),
            "rows between 1 and " + std::to_string(rows));
    std::vector<std::size_t> chosen;
    for (int row = from; row <= to; ++row)
        chosen.push_back(static_cast<std::size_t>(row) - 1);
    if (options.reverse)
        std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

struct Read {
    std::vector<std::optional<double>> values; ///< nullopt: a gap
    std::vector<std::size_t> rows;
};

Read readColumn(const CsvTable &table, std::size_t column, const std::vector<std::size_t> &rows, Gaps gaps)
{
    Read read;
    for (const std::size_t row : rows) {
        const std::string &cell = table.rows[row][column];
        const auto number = numberIn(cell, table.formats[column].format);
        if (!number && (gaps == Gaps::Stop || !isGap(cell))) {
            const InputError broken = brokenCell(table, row, column);
            throw isGap(cell) ? InputError(broken.place, broken.wrong, toFillGaps) : broken;
        }
        if (!number && gaps == Gaps::Skip)
            continue;
        read.values.push_back(number);
        read.rows.push_back(row);
    }
    return read;
}

void carry(std::vector<std::optional<double>> &values)
{
    for (std::size_t i = 1; i < values.size(); ++i)
        if (!values[i])
            values[i] = values[i - 1];
}

/// Between two values on a straight line.
void interpolate(std::vector<std::optional<double>> &values)
{
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i])
            continue;
        for (std::size_t j = before ? *before + 1 : i; j < i; ++j) {
            const double share = static_cast<double>(j - *before) / static_cast<double>(i - *before);
            values[j] = *values[*before] + share * (*values[i] - *values[*before]);
        }
        before = i;
    }
}

/// What has nothing to be filled with, at an end.
int leaveUnfilled(Read &read)
{
    const std::size_t all = read.values.size();
    for (std::size_t i = read.values.size(); i-- > 0;)
        if (!read.values[i]) {
            read.values.erase(read.values.begin() + static_cast<std::ptrdiff_t>(i));
            read.rows.erase(read.rows.begin() + static_cast<std::ptrdiff_t>(i));
        }
    return static_cast<int>(all - read.values.size());
}

/// −999 and the like, far below everything else: what stations write for a missing value.
int likelySentinels(const std::vector<double> &values)
{
    const auto least = std::min_element(values.begin(), values.end());
    if (least == values.end() || *least > -99)
        return 0;
    const std::string digits = std::to_string(static_cast<long>(std::max(*least, -1e9)));
    if (digits.find_first_not_of("-9") != std::string::npos)
        return 0;
    const bool alone
        = std::all_of(values.begin(), values.end(), [&](double v) { return v == *least || v > *least / 2; });
    return alone ? static_cast<int>(std::count(values.begin(), values.end(), *least)) : 0;
}

std::string shortest(double value)
{
    std::array<char, 32> text{};
    const auto [end, fault] = std::to_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() ? std::string(text.data(), end) : std::string();
}

void warnOf(const CsvTable &table, const SeriesOptions &options, ColumnSeries &series)
{
    const auto column = static_cast<std::size_t>(series.column);
    if (const GuessedFormat &guessed = table.formats[column]; guessed.ambiguous != '\0') {
        const std::string mark(1, guessed.ambiguous);
        const bool decimal = guessed.format.decimal == guessed.ambiguous;
        series.warnings.push_back({"in the column " + table.header[column] + " a \"" + mark
                + "\" is before exactly three digits wherever there is one; it is read as "
                + (decimal ? "the decimal mark, and not as a mark of thousands"
                           : "a mark of thousands, and not as the decimal mark"),
            decimal ? "--thousands " + mark + " reads thousands" : "--decimal " + mark + " reads decimals"});
    }
    if (const int count = likelySentinels(series.values); count > 0) {
        const double least = *std::min_element(series.values.begin(), series.values.end());
        series.warnings.push_back({"the value " + shortest(least) + " occurs "
                + (count == 1 ? std::string("once") : std::to_string(count) + " times")
                + ", far from the others: perhaps it is a gap",
            {}});
    }
    for (std::size_t i = 0; i < table.header.size() && !options.reverse; ++i)
        if (i != column && datesFall(labelsOf(table, static_cast<int>(i)))) {
            series.warnings.push_back(
                {"the dates in the column " + table.header[i] + " fall from line to line: the newest is read first",
                    "--reverse reads the oldest first"});
            return;
        }
}

} // namespace

std::vector<ColumnContent> contentOf(const CsvTable &table)
{
    std::vector<ColumnContent> content(table.header.size());
    for (const auto &row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (numberIn(row[i], table.formats[i].format))
                ++content[i].numbers;
            else
                content[i].gaps += isGap(row[i]);
    return content;
}

bool varies(const CsvTable &table, std::size_t column)
{
    std::optional<double> first;
    for (const auto &row : table.rows)
        if (const auto number = numberIn(row[column], table.formats[column].format)) {
            if (first && *first != *number)
                return true;
            first = number;
        }
    return false;
}

int likelyColumn(const CsvTable &table, const std::vector<ColumnContent> &content)
{
    const int rows = static_cast<int>(table.rows.size());
    for (std::size_t i = content.size(); i-- > 0;)
        if (content[i].numbers > 0 && content[i].numbers + content[i].gaps == rows && 2 * content[i].numbers >= rows
            && varies(table, i))
            return static_cast<int>(i);
    return -1;
}

ColumnSeries seriesOf(const CsvTable &table, int chosen, const SeriesOptions &options)
{
    ColumnSeries series;
    series.column = chosen;
    const auto column = static_cast<std::size_t>(chosen);
    Read read = readColumn(table, column, chosenRows(table, options), options.gaps);
    if (options.gaps == Gaps::Carry)
        carry(read.values);
    if (options.gaps == Gaps::Interpolate)
        interpolate(read.values);
    if (const int left = leaveUnfilled(read); left > 0)
        series.warnings.push_back(
            {std::to_string(left) + " of the gaps have no value to be filled with; they are left out", {}});
    for (const auto &value : read.values)
        series.values.push_back(*value);
    if (table.header.size() > 1)
        for (const std::size_t row : read.rows)
            series.labels.push_back(table.rows[row][column == 0 ? 1 : 0]);
    warnOf(table, options, series);
    return series;
}

ColumnSeries seriesOf(const CsvTable &table, const SeriesOptions &options)
{
    TableWarnings warnings;
    const int column = chosenColumn(table, options, warnings);
    ColumnSeries series = seriesOf(table, column, options);
    series.warnings.insert(series.warnings.begin(), warnings.begin(), warnings.end());
    return series;
}

} // namespace unfold
