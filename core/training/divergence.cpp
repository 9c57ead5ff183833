#include "core/training/divergence.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

/// The first step of the parts at which a value is not finite, with the node that is computed first.
std::optional<Divergence> inValues(const BatchPass &pass)
{
    std::optional<Divergence> first;
    for (const PartRun *run : pass.parts())
        for (const Group &group : run->program->groups)
            for (const int n : group.nodes) {
                const NodeTrace &node = run->trace.nodes[static_cast<std::size_t>(n)];
                for (int t = node.span.first; t <= node.span.last; ++t)
                    if (!node.at(node.value, t).allFinite() && (!first || t < *first->step))
                        first = Divergence{0, run->program->circuit.nodes[static_cast<std::size_t>(n)].name, t};
            }
    return first;
}

/// A loss may overflow though what it reads is finite.
std::optional<Divergence> inLoss(const BatchPass &pass)
{
    std::optional<Divergence> first;
    for (const PartRun *run : pass.parts()) {
        ColumnLoss one = run->loss;
        Vector scratch;
        for (const LossEntry &entry : run->loss.entries) {
            one.entries = {entry};
            if (!std::isfinite(sumsOf(one, run->trace, scratch).loss) && (!first || entry.step < *first->step))
                first = Divergence{0, "loss", entry.step};
        }
    }
    if (!first && !std::isfinite(pass.loss()))
        first = Divergence{0, "loss", std::nullopt};
    return first;
}

/// The gradient comes from the end: the latest step is the first one.
std::optional<Divergence> inNodeGradients(const BatchPass &pass)
{
    std::optional<Divergence> first;
    for (const PartRun *run : pass.parts())
        for (auto group = run->program->groups.rbegin(); group != run->program->groups.rend(); ++group)
            for (auto n = group->nodes.rbegin(); n != group->nodes.rend(); ++n) {
                const NodeTrace &node = run->trace.nodes[static_cast<std::size_t>(*n)];
                const std::string name = run->program->circuit.nodes[static_cast<std::size_t>(*n)].name;
                for (int t = node.span.last; t >= node.span.first; --t)
                    if (!node.at(node.gradient, t).allFinite() && (!first || t > *first->step))
                        first = Divergence{0, "gradient of " + name, t};
            }
    return first;
}

} // namespace

bool allFinite(const Matrix &m)
{
    return (m.array() * 0.0).sum() == 0; // 0 · ∞ and 0 · NaN are NaN
}

bool allFinite(const std::vector<Matrix> &all)
{
    return std::all_of(all.begin(), all.end(), [](const Matrix &m) { return allFinite(m); });
}

Divergence firstNotFinite(BatchPass &pass)
{
    for (const auto &found : {inValues(pass), inLoss(pass), inNodeGradients(pass)})
        if (found)
            return *found;
    for (std::size_t p = 0; p < pass.gradients().size(); ++p)
        if (!allFinite(pass.gradients()[p]))
            return {0, "gradient of " + pass.task().parameters[p].name, std::nullopt};
    return {0, "gradient norm", std::nullopt};
}

} // namespace unfold
