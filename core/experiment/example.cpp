#include "core/experiment/example.h"

#include "core/circuit/input_error.h"

#include <algorithm>

namespace unfold {
namespace {

bool fits(const std::vector<Matrix> &matrices, const std::vector<ParameterInfo> &infos)
{
    return matrices.empty()
        || std::equal(matrices.begin(), matrices.end(), infos.begin(), infos.end(),
            [](const Matrix &m, const ParameterInfo &info) { return m.rows() == info.rows && m.cols() == info.cols; });
}

/// Whether moments and carried state are those of the circuit.
bool stateFits(const TrainingState &state, const Circuit &circuit)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    const bool carriedFits = state.carried.empty()
        || std::equal(state.carried.begin(), state.carried.end(), circuit.nodes.begin(), circuit.nodes.end(),
            [](const Matrix &m, const Node &node) { return m.rows() == node.size; });
    return carriedFits && fits(state.moments.first, infos) && fits(state.moments.second, infos)
        && (!state.best || (fits(state.best->state.parameters, infos) && stateFits(state.best->state, circuit)));
}

} // namespace

Experiment withExample(Experiment experiment, const Example &example)
{
    experiment.sequence = example.sequence;
    experiment.steps = example.steps;
    for (const auto &[node, value] : example.initial)
        experiment.initial[node] = value;
    if (experiment.loss && example.at)
        experiment.loss->at = *example.at;
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit); page && example.encoderSteps) {
        const Span decoder{Span::Kind::After, page->encoderSteps};
        page->encoderSteps = *example.encoderSteps;
        if (experiment.loss && experiment.loss->at == decoder) // where the decoder writes, also where that begins later
            experiment.loss->at.count = *example.encoderSteps;
    }
    if (!experiment.loss)
        return experiment;
    experiment.loss->classes = example.classes;
    experiment.loss->vectors = example.vectors;
    return experiment;
}

Example ownExample(const Experiment &experiment)
{
    Example own;
    own.sequence = experiment.sequence;
    own.steps = experiment.steps;
    if (experiment.loss) {
        own.classes = experiment.loss->classes;
        own.vectors = experiment.loss->vectors;
    }
    return own;
}

Examples examplesOf(const Experiment &experiment)
{
    if (!experiment.training || experiment.training->examples.empty())
        return {ownExample(experiment)};
    return experiment.training->examples;
}

Experiment untrained(Experiment experiment)
{
    if (!experiment.training || !experiment.training->state)
        return experiment;
    auto training = std::make_shared<Training>(*experiment.training);
    training->state = nullptr;
    experiment.training = std::move(training);
    return experiment;
}

Experiment keptTraining(Experiment experiment)
{
    if (!experiment.training)
        return experiment;
    try {
        checkTraining(experiment);
    } catch (const InputError &) {
        experiment.training = nullptr;
        return experiment;
    }
    const Circuit circuit = circuitOf(experiment);
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    const bool isTrained = std::all_of(infos.begin(), infos.end(),
        [&](const ParameterInfo &info) { return experiment.parameters.contains(info.name); });
    const bool keep = !experiment.training->state || (isTrained && stateFits(*experiment.training->state, circuit));
    return keep ? experiment : untrained(std::move(experiment));
}

bool hasLoss(const Experiment &experiment, const Example &example)
{
    const Span &at = example.at ? *example.at : experiment.loss->at;
    return at.kind != Span::Kind::Listed || !at.listed.empty();
}

} // namespace unfold
