#include "core/tasks/task_lists.h"

#include "core/circuit/input_error.h"
#include "core/tasks/split.h"

namespace unfold {
namespace {

void checkCounts(const Task &task)
{
    const auto check = [](std::optional<int> count, int least, const char *key) {
        if (count && *count < least)
            throw InputError(std::string("training.task.") + key, std::to_string(*count) + " examples",
                "at least " + std::to_string(least));
    };
    check(task.train, 1, "train");
    check(task.validation, 0, "validation");
    check(task.test, 0, "test");
}

template <typename Source> const Source &sourceOf(const Task &task, const DataSource &data, const char *wanted)
{
    const auto *source = std::get_if<Source>(&data.kind);
    if (!source)
        throw InputError("training.task.kind", std::string(nameOf(task.kind)) + " has no data to make examples of",
            std::string("\"data\" of kind ") + wanted);
    return *source;
}

} // namespace

TaskLists makeLists(const Task &task, const DataSource &data)
{
    checkCounts(task);
    switch (task.kind) {
    case TaskKind::Text: return divided(task, textTask(task, sourceOf<TextSource>(task, data, "text"), data.scale));
    case TaskKind::Series: return seriesTask(task, sourceOf<SeriesSource>(task, data, "series"), data.scale);
    case TaskKind::Labelled:
    case TaskKind::Tagged:
    case TaskKind::Pairs: return divided(task, tableTask(task, sourceOf<GivenSource>(task, data, "table").rows));
    default: return drawnLists(task);
    }
}

} // namespace unfold
