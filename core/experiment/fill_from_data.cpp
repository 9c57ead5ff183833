#include "core/experiment/fill_from_data.h"

#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "core/experiment/make_data.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr int longestMade = 1000;

void checkSizes(const Circuit &circuit, const DataSource &data)
{
    const int size = symbolSize(data);
    for (const Node &node : circuit.nodes)
        if (size > 0 && node.size != size && (node.role == Role::Input || node.role == Role::Output))
            throw InputError("data",
                "its symbols have the size " + std::to_string(size) + ", and the node " + node.name + " has "
                    + std::to_string(node.size),
                node.name + " of size " + std::to_string(size) + ", or a sequence that is written out");
}

int stepsToMake(const Experiment &experiment, bool targets)
{
    if (experiment.steps || !targets)
        return experiment.steps ? *experiment.steps : stepsOf(experiment, circuitOf(experiment));
    const int longest = longestSequence(experiment.data);
    if (longest < 0)
        throw InputError("steps", "the number of steps is missing", "it beside data that is random or zero");
    return std::min(longest, longestMade);
}

/// Targets that the data makes belong to the loss that is written, or to none.
Loss lossWithTargets(const Loss &written, const Loss &made)
{
    if (written.source != made.source)
        throw InputError("loss.targets", "they are missing, and the data makes targets of " + made.source + " alone",
            "targets, or " + made.source + " as the source");
    if (written.kind != made.kind)
        throw InputError("loss.kind", "the targets of this data are not of this kind",
            made.kind == LossKind::CrossEntropy ? "cross-entropy" : "squared-error");
    if (!(written.at == made.at))
        throw InputError("loss.at", "the source does not exist at all of these steps", "steps at which it exists");
    return made;
}

} // namespace

bool makesSequence(const DataSource &data)
{
    return !std::holds_alternative<GivenSource>(data.kind);
}

void fitUnwrittenSizes(Experiment &experiment)
{
    auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    const CatalogueEntry *entry = page ? catalogueEntry(page->name) : nullptr;
    const int size = entry ? symbolSize(experiment.data) : 0;
    if (size == 0)
        return;
    for (const SizeKey &key : entry->sizes)
        if (key.role != SizeRole::Hidden)
            page->sizes.emplace(key.name, size);
}

Experiment filledFromData(const Experiment &experiment, const Unwritten &unwritten)
{
    checkSizes(circuitOf(experiment), experiment.data);
    const int steps = stepsToMake(experiment, unwritten.targets || !experiment.loss);
    const Experiment made = makeData(experiment, steps, experiment);
    Experiment filled = experiment;
    filled.steps = steps;
    filled.sequence = made.sequence;
    if (unwritten.initial)
        filled.initial = made.initial;
    if (unwritten.targets && filled.loss)
        filled.loss = lossWithTargets(*filled.loss, *made.loss);
    return filled;
}

} // namespace unfold
