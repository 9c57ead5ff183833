#include "core/file/task_file.h"

#include "core/circuit/input_error.h"

#include <algorithm>

namespace unfold {
namespace {

TaskKind readKind(const JsonValue &json)
{
    const auto kind = taskNamed(json.string());
    if (!kind)
        json.refuse("there is no task called \"" + json.string() + "\"",
            "text, series, labelled, tagged, pairs, adding, temporal-order, recall, copy, parity, counting, reber, "
            "embedded-reber, echo or sine");
    return *kind;
}

TextSource::Unit readUnit(const JsonValue &json)
{
    const std::string unit = json.string();
    if (unit != "characters" && unit != "words")
        json.refuse("there is no unit called \"" + unit + "\"", "characters or words");
    return unit == "words" ? TextSource::Unit::Words : TextSource::Unit::Characters;
}

Transform readTransform(const JsonValue &json)
{
    const std::string name = json.string();
    if (name != nameOf(Transform::None) && name != nameOf(Transform::LogGrowth))
        json.refuse("there is no transform called \"" + name + "\"", "none or log-growth");
    return name == nameOf(Transform::None) ? Transform::None : Transform::LogGrowth;
}

void readLengths(const JsonValue &json, Task &task)
{
    if (json.has("steps"))
        task.least = task.most = json.at("steps").size();
    if (json.has("least"))
        task.least = json.at("least").size();
    if (json.has("most"))
        task.most = json.at("most").size();
    else
        task.most = std::max(task.least, task.most);
    if (json.has("delay"))
        task.delay = json.at("delay").integer(1);
}

void readWindows(const JsonValue &json, Task &task)
{
    if (json.has("window"))
        task.window = json.at("window").integer(1);
    if (json.has("hop"))
        task.hop = json.at("hop").integer(1);
    if (json.has("horizon"))
        task.horizon = json.at("horizon").integer(1);
    if (json.has("held_out"))
        task.heldOut = json.at("held_out").integer(0);
    if (json.has("transform"))
        task.transform = readTransform(json.at("transform"));
}

} // namespace

Task readTask(const JsonValue &json, std::vector<std::string> &warnings)
{
    json.warnUnknown({"kind", "steps", "least", "most", "delay", "train", "validation", "test", "seed", "window", "hop",
                         "horizon", "held_out", "transform", "unit"},
        warnings);
    Task task;
    task.kind = readKind(json.at("kind"));
    if (task.kind == TaskKind::Counting) // n of aⁿbⁿ
        task.least = 1, task.most = 10;
    readLengths(json, task);
    for (const char *key : {"steps", "least", "most"})
        if ((task.kind == TaskKind::Reber || task.kind == TaskKind::EmbeddedReber) && json.has(key))
            warnings.push_back(json.at(key).path() + ": words of the grammar have lengths of their own; it is ignored");
    readWindows(json, task);
    const auto count = [&](const char *key, int least) {
        return json.has(key) ? std::optional(json.at(key).integer(least)) : std::nullopt;
    };
    task.train = count("train", 1);
    task.validation = count("validation", 0);
    task.test = count("test", 0);
    if (json.has("seed"))
        task.seed = json.at("seed").seed();
    if (json.has("unit"))
        task.unit = readUnit(json.at("unit"));
    return task;
}

void writeTask(const Task &task, JsonWriter &json)
{
    const Task usual;
    json.beginObject(JsonWriter::Layout::Line);
    json.key("kind").string(nameOf(task.kind));
    if (isGenerator(task.kind)) {
        json.key("least").whole(task.least);
        json.key("most").whole(task.most);
    }
    const auto unless = [&](const char *key, int value, int known) {
        if (value != known)
            json.key(key).whole(value);
    };
    unless("delay", task.delay, usual.delay);
    unless("window", task.window, usual.window);
    unless("hop", task.hop, usual.hop);
    unless("horizon", task.horizon, usual.horizon);
    unless("held_out", task.heldOut, usual.heldOut);
    if (task.transform != Transform::None)
        json.key("transform").string(nameOf(task.transform));
    if (task.unit != usual.unit)
        json.key("unit").string("characters");
    for (const auto &[key, count] :
        {std::pair{"train", task.train}, {"validation", task.validation}, {"test", task.test}})
        if (count)
            json.key(key).whole(*count);
    if (task.seed)
        json.key("seed").whole(*task.seed);
    json.end();
}

} // namespace unfold
