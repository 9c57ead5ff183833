#include "core/file/data_source_file.h"

namespace unfold {
namespace {

TextSource readText(const JsonValue &json)
{
    TextSource source;
    source.text = json.at("text").string();
    if (json.has("unit")) {
        const std::string unit = json.at("unit").string();
        if (unit != "characters" && unit != "words")
            json.at("unit").refuse("there is no unit called \"" + unit + "\"", "characters or words");
        source.unit = unit == "words" ? TextSource::Unit::Words : TextSource::Unit::Characters;
    }
    return source;
}

SeriesSource readSeries(const JsonValue &json)
{
    SeriesSource source;
    source.values = json.at("values").numbers();
    if (json.has("title"))
        source.title = json.at("title").string();
    if (json.has("labels"))
        source.labels = json.at("labels").strings();
    if (json.has("standardised"))
        source.standardised = json.at("standardised").boolean();
    return source;
}

/// A row is a list of two texts, or an object with two.
std::pair<std::string, std::string> readRow(const JsonValue &json)
{
    if (json.isObject()) {
        for (const auto &[first, second] :
            {std::pair{"label", "text"}, std::pair{"tokens", "tags"}, std::pair{"source", "target"}})
            if (json.has(first))
                return {json.at(first).string(), json.at(second).string()};
        json.refuse(json.description(), "label and text, tokens and tags, or source and target");
    }
    const std::vector<std::string> cells = json.strings();
    if (cells.size() != 2)
        json.refuse(json.description(), "two texts: label and text, tokens and tags, or source and target");
    return {cells[0], cells[1]};
}

GivenSource readGiven(const JsonValue &json)
{
    GivenSource source;
    if (json.has("labels"))
        source.labels = json.at("labels").strings();
    if (json.has("classes"))
        source.classes = json.at("classes").strings();
    if (json.has("rows"))
        for (const JsonValue &row : json.at("rows").items())
            source.rows.push_back(readRow(row));
    return source;
}

struct Writer {
    JsonWriter &json;

    void names(const char *key, const std::vector<std::string> &list) const
    {
        json.key(key).beginArray(JsonWriter::Layout::Line);
        for (const std::string &name : list)
            json.string(name);
        json.end();
    }

    void operator()(const GivenSource &source) const
    {
        json.key("kind").string(source.rows.empty() ? "given" : "table");
        if (!source.labels.empty())
            names("labels", source.labels);
        if (!source.classes.empty())
            names("classes", source.classes);
        if (source.rows.empty())
            return;
        json.key("rows").beginArray(JsonWriter::Layout::Block);
        for (const auto &[first, second] : source.rows) {
            json.beginArray(JsonWriter::Layout::Line);
            json.string(first);
            json.string(second);
            json.end();
        }
        json.end();
    }
    void operator()(const ZeroSource &) const { json.key("kind").string("zero"); }
    void operator()(const RandomSource &source) const
    {
        json.key("kind").string("random");
        json.key("seed").whole(source.seed);
    }
    void operator()(const TextSource &source) const
    {
        json.key("kind").string("text");
        json.key("text").string(source.text);
        json.key("unit").string(source.unit == TextSource::Unit::Words ? "words" : "characters");
    }
    void operator()(const SeriesSource &source) const
    {
        json.key("kind").string("series");
        json.key("title").string(source.title);
        names("labels", source.labels);
        json.key("values").beginArray(JsonWriter::Layout::Line);
        for (const double value : source.values)
            json.number(value);
        json.end();
        json.key("standardised").boolean(source.standardised);
    }
};

} // namespace

DataSource readDataSource(const JsonValue &json, std::vector<std::string> &warnings)
{
    json.warnUnknown(
        {"kind", "text", "unit", "title", "labels", "classes", "rows", "values", "standardised", "seed", "scale"},
        warnings);
    DataSource data;
    const std::string kind = json.at("kind").string();
    if (kind == "text")
        data.kind = readText(json);
    else if (kind == "series")
        data.kind = readSeries(json);
    else if (kind == "random")
        data.kind = RandomSource{json.has("seed") ? json.at("seed").seed() : 1};
    else if (kind == "zero")
        data.kind = ZeroSource{};
    else if (kind == "given" || kind == "table")
        data.kind = readGiven(json);
    else
        json.at("kind").refuse(
            "there is no data called \"" + kind + "\"", "given, table, text, series, random or zero");
    if (json.has("scale"))
        data.scale = json.at("scale").number();
    return data;
}

void writeDataSource(const DataSource &data, JsonWriter &json)
{
    json.beginObject(JsonWriter::Layout::Block);
    std::visit(Writer{json}, data.kind);
    json.key("scale").number(data.scale);
    json.end();
}

} // namespace unfold
