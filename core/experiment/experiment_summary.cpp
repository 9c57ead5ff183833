#include "core/experiment/experiment_summary.h"

#include "core/circuit/parameters.h"
#include "core/data/dataset.h"

#include <algorithm>

namespace unfold {
namespace {

const Node *firstOf(const Circuit &circuit, Role role)
{
    const auto found
        = std::find_if(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &n) { return n.role == role; });
    return found == circuit.nodes.end() ? nullptr : &*found;
}

/// The steps at which the network answers.
StepRange answerSteps(const Experiment &experiment, const Circuit &circuit, int steps)
{
    if (experiment.loss)
        return experiment.loss->at.in(steps);
    const Node *output = firstOf(circuit, Role::Output);
    return output ? output->span.in(steps) : StepRange{1, steps};
}

/// What the data calls its steps, whether they are read or not.
std::vector<std::string> labelsOf(const DataSource &data, int steps)
{
    if (const auto *given = std::get_if<GivenSource>(&data.kind))
        return given->labels;
    if (std::holds_alternative<TextSource>(data.kind) || std::holds_alternative<SeriesSource>(data.kind))
        return makeDataset(data, steps, 1, 1).stepLabels;
    return {};
}

bool readsAt(const Circuit &circuit, int steps, int step)
{
    return std::any_of(circuit.nodes.begin(), circuit.nodes.end(),
        [&](const Node &n) { return n.role == Role::Input && n.span.in(steps).contains(step); });
}

} // namespace

std::optional<Shape> shapeOf(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    const Node *input = firstOf(circuit, Role::Input);
    if (!input)
        return std::nullopt;
    const int steps = stepsOf(experiment, circuit);
    const StepRange reads = input->span.in(steps);
    const StepRange answers = answerSteps(experiment, circuit, steps);
    const StepRange all{1, steps};
    const StepRange first{1, 1};
    const StepRange last{steps, steps};
    if (steps == 1 && reads == all && answers == all)
        return Shape::OneToOne;
    if (reads == all && answers == all)
        return Shape::ManyToMany;
    if (reads == all && answers == last)
        return Shape::ManyToOne;
    if (reads == first && answers == all)
        return Shape::OneToMany;
    if (reads.first == 1 && reads.last + 1 == answers.first && answers.last == steps)
        return Shape::ManyToManyUnequal;
    return std::nullopt;
}

std::string_view titleOf(Shape shape)
{
    switch (shape) {
    case Shape::OneToOne: return "one-to-one";
    case Shape::OneToMany: return "one-to-many";
    case Shape::ManyToOne: return "many-to-one";
    case Shape::ManyToMany: return "many-to-many";
    case Shape::ManyToManyUnequal: break;
    }
    return "many-to-many (unequal)";
}

int hiddenSizeOf(const Circuit &circuit)
{
    const Node *state = firstOf(circuit, Role::State);
    return state ? state->size : 0;
}

Activation activationOf(const Experiment &experiment)
{
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        return page->activation;
    const Node *state = firstOf(std::get<Circuit>(experiment.circuit), Role::State);
    return state ? state->activation : Activation::Tanh;
}

std::vector<std::string> stepLabelsOf(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    const int steps = stepsOf(experiment, circuit);
    std::vector<std::string> labels = labelsOf(experiment.data, steps);
    labels.resize(firstOf(circuit, Role::Input) ? std::min(labels.size(), static_cast<std::size_t>(steps)) : 0);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (!readsAt(circuit, steps, static_cast<int>(i) + 1))
            labels[i].clear();
    return labels;
}

std::vector<std::string> classNamesOf(const Experiment &experiment)
{
    if (const auto *given = std::get_if<GivenSource>(&experiment.data.kind))
        return given->classes;
    if (std::holds_alternative<TextSource>(experiment.data.kind))
        return makeDataset(experiment.data, 1, 1, 1).vocabulary;
    return {};
}

} // namespace unfold
