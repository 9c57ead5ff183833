#include "core/import/import_data.h"

#include "core/data/dataset.h"
#include "core/data/decode_text.h"
#include "core/data/symbols.h"
#include "core/experiment/check.h"
#include "core/experiment/make_data.h"
#include "core/file/json_writer.h"

#include <algorithm>
#include <set>

namespace unfold {
namespace {

constexpr int hiddenSize = 8;
constexpr int longestShown = 1000;

Experiment experimentOf(
    const DataSource &data, const std::string &title, std::optional<int> steps, std::vector<std::string> &warnings)
{
    Experiment experiment;
    experiment.title = title;
    experiment.circuit = NamedCircuit{"elman", {{"x", 1}, {"h", hiddenSize}, {"o", 1}}, Activation::Tanh, {}, 1};
    experiment.data = data;
    experiment.loss = Loss{};
    const int longest = longestSequence(data);
    const int shown = std::min(longest, steps.value_or(longestShown));
    if (shown < longest && !steps)
        warnings.push_back(
            "the first " + std::to_string(shown) + " steps of " + std::to_string(longest) + " are shown");
    if (steps && *steps > longest)
        warnings.push_back("there are " + std::to_string(longest) + " steps, not " + std::to_string(*steps));
    experiment = makeData(experiment, shown, experiment);
    check(experiment);
    return experiment;
}

void addWords(const TableWarnings &warnings, std::vector<std::string> &words)
{
    for (const TableWarning &warning : warnings)
        words.push_back(warning.inWords());
}

std::string counted(std::size_t count, const std::string &one, const std::string &many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string markOf(char mark)
{
    return mark == '\0' ? std::string() : std::string(1, mark);
}

void writeStrings(JsonWriter &json, const std::vector<std::string> &list)
{
    json.beginArray(JsonWriter::Layout::Block);
    for (const std::string &text : list)
        json.string(text);
    json.end();
}

void writeColumns(JsonWriter &json, const CsvTable &table)
{
    const std::vector<ColumnContent> content = contentOf(table);
    json.key("columns").beginArray(JsonWriter::Layout::Block);
    for (std::size_t i = 0; i < content.size(); ++i) {
        json.beginObject(JsonWriter::Layout::Line);
        json.key("name").string(table.header[i]);
        json.key("numbers").whole(content[i].numbers);
        json.key("gaps").whole(content[i].gaps);
        json.end();
    }
    json.end();
}

} // namespace

ImportedTable importTable(std::string_view bytes, const std::string &title, const TableOptions &table,
    const SeriesOptions &series, std::optional<int> steps)
{
    ImportedTable imported{{}, parseCsv(bytes, table), {}, {}};
    imported.series = seriesOf(imported.table, series);
    std::vector<std::string> &warnings = imported.warnings;
    addWords(imported.table.warnings, warnings);
    addWords(imported.series.warnings, warnings);
    if (imported.series.values.size() < 2)
        throw InputError(
            {}, "the column has fewer than two values", "at least two: the task is to predict the next one");
    const std::string &column = imported.table.header[static_cast<std::size_t>(imported.series.column)];
    const SeriesSource source{column + " (" + title + ")", imported.series.labels, imported.series.values, true};
    imported.experiment = experimentOf({source, 1}, source.title, steps, warnings);
    return imported;
}

ImportedText importText(
    std::string_view bytes, const std::string &title, const std::string &encoding, std::optional<int> steps)
{
    DecodedText decoded = decodeText(bytes, encoding);
    ImportedText imported{{}, decoded.encoding, 0, 0, {}};
    addWords(decoded.warnings, imported.warnings);
    const TextSource source{decoded.text, TextSource::Unit::Characters};
    const std::vector<std::string> symbols = symbolsOf(source);
    imported.symbols = static_cast<int>(symbols.size());
    imported.different = static_cast<int>(std::set<std::string>(symbols.begin(), symbols.end()).size());
    imported.experiment = experimentOf({source, 1}, title, steps, imported.warnings);
    return imported;
}

std::string reportOf(const ImportedTable &imported)
{
    const CsvTable &table = imported.table;
    const auto column = static_cast<std::size_t>(imported.series.column);
    const char decimal = table.formats[column].format.decimal;
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Block);
    json.key("kind").string("table");
    writeColumns(json, table);
    json.key("column").string(table.header[column]);
    json.key("separator").string(markOf(table.separator));
    json.key("decimal").string(decimal == '\0' ? "." : markOf(decimal));
    json.key("encoding").string(table.encoding);
    json.key("header").boolean(table.named);
    json.key("skipped_lines").whole(table.skippedLines);
    json.key("values").beginArray(JsonWriter::Layout::Line);
    for (const double value : imported.series.values)
        json.number(value);
    json.end();
    json.key("warnings");
    writeStrings(json, imported.warnings);
    json.end();
    return json.take() + "\n";
}

std::string reportOf(const ImportedText &imported)
{
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Block);
    json.key("kind").string("text");
    json.key("unit").string("characters");
    json.key("symbols").whole(imported.symbols);
    json.key("different").whole(imported.different);
    json.key("encoding").string(imported.encoding);
    json.key("warnings");
    writeStrings(json, imported.warnings);
    json.end();
    return json.take() + "\n";
}

std::string sentenceOf(const ImportedTable &imported)
{
    const CsvTable &table = imported.table;
    return "Table · " + counted(table.header.size(), "column", "columns") + " · "
        + counted(table.rows.size(), "row", "rows")
        + ". Series: " + table.header[static_cast<std::size_t>(imported.series.column)] + ", "
        + counted(imported.series.values.size(), "value", "values") + ".";
}

std::string sentenceOf(const ImportedText &imported)
{
    return "Text · " + counted(static_cast<std::size_t>(imported.symbols), "character", "characters") + ", "
        + std::to_string(imported.different) + " of them different.";
}

} // namespace unfold
