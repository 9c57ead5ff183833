#include "core/file/training_table_file.h"

#include "core/file/json_numbers.h"

#include <algorithm>

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;
using Runs = std::vector<TableRun>;

void writeList(JsonWriter &json, std::string_view key, const std::optional<ListMeasurement> &list)
{
    if (!list)
        return;
    json.key(std::string(key) + "_loss");
    writeDecimal(json, list->loss);
    if (!list->accuracy)
        return;
    json.key(std::string(key) + "_accuracy");
    writeDecimal(json, *list->accuracy);
}

void writeRun(JsonWriter &json, const TableRun &run)
{
    json.beginObject(Layout::Line);
    json.key("seed").whole(run.seed);
    json.key("stopped").string(nameOf(run.ended));
    json.key("updates").whole(run.updates);
    writeDecimal(json.key("largestGradientNorm"), run.largestGradientNorm);
    if (run.measured) {
        writeList(json, "train", run.measured->train);
        writeList(json, "validation", run.measured->validation);
        writeList(json, "test", run.measured->test);
    }
    json.end();
}

/// The middle one of those that reached the criterion; of two the smaller.
std::optional<std::int64_t> medianUpdates(const Runs &runs)
{
    std::vector<std::int64_t> reached;
    for (const TableRun &run : runs)
        if (run.ended == Ended::Reached)
            reached.push_back(run.updates);
    if (reached.empty())
        return std::nullopt;
    std::sort(reached.begin(), reached.end());
    return reached[(reached.size() - 1) / 2];
}

void writeRow(JsonWriter &json, const TableRequest &request, const Runs &runs)
{
    json.beginObject(Layout::Block);
    if (!request.values.empty())
        writeDecimal(json.key(request.key), runs.front().value);
    json.key("reached").whole(
        std::count_if(runs.begin(), runs.end(), [](const TableRun &run) { return run.ended == Ended::Reached; }));
    json.key("of").whole(static_cast<std::int64_t>(runs.size()));
    json.key("medianUpdates");
    if (const auto median = medianUpdates(runs))
        json.whole(*median);
    else
        json.raw("null");
    json.key("runs").beginArray(Layout::Block);
    for (const TableRun &run : runs)
        writeRun(json, run);
    json.end();
    json.end();
}

} // namespace

std::string writeTrainingTable(const TableRequest &request, const std::vector<TableRun> &runs)
{
    JsonWriter json;
    json.beginObject(Layout::Block);
    json.key("format").string("unfold-training-table");
    json.key("version").whole(1);
    json.key("rows").beginArray(Layout::Block);
    for (std::size_t i = 0; i < runs.size();) {
        Runs row;
        for (const double value = runs[i].value; i < runs.size() && runs[i].value == value; ++i)
            row.push_back(runs[i]);
        writeRow(json, request, row);
    }
    json.end();
    json.end();
    return json.take();
}

} // namespace unfold
