#include "core/experiment/twins.h"

#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "core/experiment/check.h"
#include "core/experiment/edit.h"
#include "core/experiment/make_data.h"

#include <algorithm>

namespace unfold {
namespace {

// Where an RNN forgets and an LSTM does not.
constexpr double contracting = 0.8; ///< the gain
constexpr int longRun = 100;
constexpr double openGate = 5; ///< σ(5) = 0.9933
constexpr double shutGate = -4; ///< σ(−4) = 0.018

const NamedCircuit *pageOf(const Experiment &experiment)
{
    return std::get_if<NamedCircuit>(&experiment.circuit);
}

/// What `from` starts with, as far as the circuit has it.
void takeInitialOf(const Experiment &from, Experiment &next)
{
    next.initial = from.initial;
    const Circuit circuit = circuitOf(next);
    std::erase_if(next.initial, [&](const auto &entry) {
        const int node = circuit.indexOf(entry.first);
        return node < 0 || circuit.nodes[static_cast<std::size_t>(node)].size != entry.second.size();
    });
}

Experiment withNetworkOf(Experiment next, const Experiment &own)
{
    const Experiment before = next;
    if (const NamedCircuit *page = pageOf(own)) {
        next = withCircuit(std::move(next), page->name);
        if (next.initial.empty()) // else its data makes what it starts with
            takeInitialOf(before, next);
        return next;
    }
    next.circuit = own.circuit;
    next.initial.clear();
    next = makeData(std::move(next), stepsOf(before, circuitOf(before)), before);
    check(next);
    return next;
}

Experiment withDataOf(Experiment next, const Experiment &own)
{
    const int steps = stepsOf(next, circuitOf(next));
    next.data = own.data;
    next = makeData(std::move(next), steps, own);
    check(next);
    return next;
}

Experiment withLossOf(Experiment next, const Experiment &own)
{
    if (own.loss)
        return withLossAt(std::move(next), own.loss->at);
    next.loss.reset();
    return next;
}

/// Of another size, a bias that is the same for every unit stays so.
Matrix fitted(const Matrix &own, const ParameterInfo &info)
{
    const bool even = info.bias && own.size() > 0 && (own.array() == own(0, 0)).all();
    return even ? Matrix(Matrix::Constant(info.rows, 1, own(0, 0))) : own;
}

/// What says of single parameters how they are made. Where the weights are linked the twin has its own only for what
/// the first has not, such as the biases of gates.
template <typename Value>
std::map<std::string, Value> rulesOf(const std::map<std::string, Value> &own, const std::map<std::string, Value> &first,
    const std::vector<ParameterInfo> &linked, const std::vector<ParameterInfo> &parameters)
{
    std::map<std::string, Value> rules;
    for (const ParameterInfo &info : parameters) {
        const std::map<std::string, Value> &from = indexOf(linked, info.name) >= 0 ? first : own;
        if (const auto rule = from.find(info.name); rule != from.end())
            rules.insert(*rule);
    }
    return rules;
}

void takeInitialisationOf(const Experiment &own, const Experiment &first, const Links &links, Experiment &next)
{
    const std::vector<ParameterInfo> parameters = parametersOf(circuitOf(next));
    const bool recipe = links.count(Link::Recipe) > 0;
    const std::vector<ParameterInfo> linked = recipe ? parametersOf(circuitOf(first)) : std::vector<ParameterInfo>();
    const Initialisation &mine = own.initialisation;
    Initialisation &made = next.initialisation;
    made = recipe ? first.initialisation : mine;
    made.seed = links.count(Link::Seed) > 0 ? first.initialisation.seed : mine.seed;
    made.constants = rulesOf(mine.constants, first.initialisation.constants, linked, parameters);
    made.recipes = rulesOf(mine.recipes, first.initialisation.recipes, linked, parameters);
}

/// Weights that are given, shared in the same way.
void takeParametersOf(const Experiment &own, const Experiment &first, bool weightsLinked, Experiment &next)
{
    if (!weightsLinked)
        next.parameters.clear();
    const std::vector<ParameterInfo> known = parametersOf(circuitOf(first));
    for (const ParameterInfo &info : parametersOf(circuitOf(next))) {
        const auto mine = own.parameters.find(info.name);
        if (mine == own.parameters.end() || (weightsLinked && indexOf(known, info.name) >= 0))
            continue;
        const Matrix value = fitted(mine->second, info);
        if (value.rows() == info.rows && value.cols() == info.cols)
            next.parameters[info.name] = value;
    }
}

Experiment unlinkedOf(const Experiment &own, const Links &links, const Experiment &first)
{
    const auto keeps = [&](Link link) { return links.count(link) == 0 && differ(link, first, own); };
    Experiment next = first;
    if (keeps(Link::Circuit))
        next = withNetworkOf(std::move(next), own);
    if (keeps(Link::HiddenSize) && hiddenSizeOf(circuitOf(own)) > 0)
        next = withHiddenSize(std::move(next), hiddenSizeOf(circuitOf(own)));
    if (keeps(Link::Activation))
        next = withActivation(std::move(next), activationOf(own));
    if (keeps(Link::Data))
        next = withDataOf(std::move(next), own);
    if (keeps(Link::Loss))
        next = withLossOf(std::move(next), own);
    if (keeps(Link::Initial))
        takeInitialOf(own, next);
    takeInitialisationOf(own, first, links, next);
    takeParametersOf(own, first, links.count(Link::Recipe) > 0 && links.count(Link::Seed) > 0, next);
    if (keeps(Link::Gain))
        next.gain = own.gain;
    next.title = own.title;
    next.note = own.note;
    return next;
}

Links allBut(Link open)
{
    Links links(allLinks.begin(), allLinks.end());
    links.erase(open);
    return links;
}

/// The title and the note of a scene speak of that scene.
Experiment withLongGradient(Experiment experiment)
{
    experiment.gain = contracting;
    experiment.title.clear();
    experiment.note.clear();
    if (std::holds_alternative<GivenSource>(experiment.data.kind))
        return experiment; // its numbers fix the steps, and its targets those of the loss
    const int longest = longestSequence(experiment.data);
    experiment = withSteps(std::move(experiment), longest < 0 ? longRun : std::min(longRun, longest));
    return withLossAt(std::move(experiment), {Span::Kind::Last, 1});
}

Twins rnnAndLstm(const Experiment &present)
{
    const NamedCircuit *page = pageOf(present);
    const bool own = page && page->name == "lstm" && !present.parameters.empty();
    const bool rnn = page && page->name == "elman";
    if (own)
        return {withCircuit(present, "elman"), {present, allBut(Link::Circuit), {}}};
    const Experiment first = withLongGradient(rnn ? present : withCircuit(present, "elman"));
    Experiment lstm = withCircuit(first, "lstm");
    lstm.initialisation.constants["b_f"] = openGate;
    lstm.initialisation.constants["b_i"] = shutGate;
    return {first, {lstm, allBut(Link::Circuit), {}}};
}

Experiment withRecipe(Experiment experiment, Recipe recipe)
{
    Initialisation initialisation = experiment.initialisation;
    initialisation.recipe = recipe;
    return withInitialisation(std::move(experiment), initialisation);
}

} // namespace

TwinExperiment following(const Experiment &first, TwinExperiment twin)
{
    try {
        twin.experiment = unlinkedOf(twin.experiment, twin.links, first);
        twin.fault.clear();
    } catch (const InputError &error) {
        twin.fault = error.what();
    }
    return twin;
}

TwinExperiment followingGain(const Experiment &first, TwinExperiment twin)
{
    if (twin.links.count(Link::Gain) > 0)
        twin.experiment.gain = first.gain;
    return twin;
}

bool differOnlyInGain(Experiment a, const Experiment &b)
{
    a.gain = b.gain;
    return a == b;
}

Twins twinsOf(const Experiment &present, TwinPreset preset)
{
    switch (preset) {
    case TwinPreset::RnnAndLstm: return rnnAndLstm(present);
    case TwinPreset::GainBelowAndAbove:
        return {withGain(present, 0.9), {withGain(present, 1.1), allBut(Link::Gain), {}}};
    case TwinPreset::OrthogonalAndGaussian:
        return {
            withRecipe(present, Recipe::Orthogonal), {withRecipe(present, Recipe::Gaussian), allBut(Link::Recipe), {}}};
    case TwinPreset::TanhAndRelu: break;
    }
    return {withActivation(present, Activation::Tanh),
        {withActivation(present, Activation::Relu), allBut(Link::Activation), {}}};
}

} // namespace unfold
