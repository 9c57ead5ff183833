#include "core/experiment/describe.h"

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

/// "RNN with output" of "RNN with output (Elman)".
std::string shortTitle(const std::string &title)
{
    return title.substr(0, title.find(" ("));
}

/// Whether φ occurs on the page at all; the gated networks have activations of their own.
bool usesActivation(const NamedCircuit &page)
{
    return makeCircuit(page.name, page.sizes, Activation::Identity)
        != makeCircuit(page.name, page.sizes, Activation::Relu);
}

std::string networkTitle(const Experiment &experiment, const Circuit &circuit)
{
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        return shortTitle(catalogueEntry(page->name)->title);
    return circuit.name.empty() ? "a circuit of its own" : circuit.name;
}

std::string hiddenInWords(const Experiment &experiment, const Circuit &circuit)
{
    const std::string size = "hidden " + std::to_string(hiddenSizeOf(circuit));
    const auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    return page && usesActivation(*page) ? size + ", " + std::string(nameOf(page->activation)) : size;
}

std::string weightsInWords(const Experiment &experiment, const Circuit &circuit)
{
    const auto given = [&](const ParameterInfo &info) { return experiment.parameters.count(info.name) > 0; };
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    if (!infos.empty() && std::all_of(infos.begin(), infos.end(), given))
        return "given weights";
    return "seed " + std::to_string(experiment.initialisation.seed);
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

std::string summaryOf(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    std::string summary = networkTitle(experiment, circuit);
    if (const auto shape = shapeOf(experiment))
        summary += " · " + std::string(titleOf(*shape));
    return summary + " · " + hiddenInWords(experiment, circuit) + " · " + weightsInWords(experiment, circuit);
}

std::vector<std::string> stepLabelsOf(const Experiment &experiment)
{
    const Circuit circuit = circuitOf(experiment);
    const bool labelled = std::holds_alternative<TextSource>(experiment.data.kind)
        || std::holds_alternative<SeriesSource>(experiment.data.kind);
    if (!labelled || !firstOf(circuit, Role::Input))
        return {};
    return makeDataset(experiment.data, stepsOf(experiment, circuit), 1, 1).stepLabels;
}

} // namespace unfold
