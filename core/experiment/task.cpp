#include "core/experiment/task.h"

#include <algorithm>
#include <array>
#include <utility>

namespace unfold {
namespace {

constexpr std::array<std::pair<TaskKind, std::string_view>, 15> kindNames{{
    {TaskKind::Text, "text"},
    {TaskKind::Series, "series"},
    {TaskKind::Labelled, "labelled"},
    {TaskKind::Tagged, "tagged"},
    {TaskKind::Pairs, "pairs"},
    {TaskKind::Adding, "adding"},
    {TaskKind::TemporalOrder, "temporal-order"},
    {TaskKind::Recall, "recall"},
    {TaskKind::Copy, "copy"},
    {TaskKind::Parity, "parity"},
    {TaskKind::Counting, "counting"},
    {TaskKind::Reber, "reber"},
    {TaskKind::EmbeddedReber, "embedded-reber"},
    {TaskKind::Echo, "echo"},
    {TaskKind::Sine, "sine"},
}};

} // namespace

std::string_view nameOf(TaskKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)].second;
}

std::optional<TaskKind> taskNamed(std::string_view name)
{
    const auto *found
        = std::find_if(kindNames.begin(), kindNames.end(), [&](const auto &entry) { return entry.second == name; });
    return found == kindNames.end() ? std::nullopt : std::optional(found->first);
}

std::string_view nameOf(Transform transform)
{
    return transform == Transform::None ? "none" : "log-growth";
}

bool isGenerator(TaskKind kind)
{
    return kind >= TaskKind::Adding;
}

} // namespace unfold
