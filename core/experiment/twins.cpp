#include "core/experiment/twins.h"

#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/experiment/edit.h"
#include "core/experiment/make_data.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace unfold {
namespace {

/// A bias that lets almost everything through a sigmoid gate: 0.9933.
constexpr double openGate = 5;

struct LinkName {
    Link link;
    std::string_view name;
};
constexpr std::array<LinkName, allLinks.size()> linkNames{
    {{Link::Circuit, "circuit"}, {Link::HiddenSize, "size"}, {Link::Activation, "activation"}, {Link::Recipe, "recipe"},
        {Link::Seed, "seed"}, {Link::Gain, "gain"}, {Link::Data, "data"}, {Link::Loss, "loss"}}};

const NamedCircuit *pageOf(const Experiment &experiment)
{
    return std::get_if<NamedCircuit>(&experiment.circuit);
}

bool sameNetwork(const Experiment &a, const Experiment &b)
{
    const NamedCircuit *page = pageOf(a);
    const NamedCircuit *other = pageOf(b);
    return page && other ? page->name == other->name : a.circuit == b.circuit;
}

bool sameLoss(const Experiment &a, const Experiment &b)
{
    return a.loss.has_value() == b.loss.has_value() && (!a.loss || a.loss->at == b.loss->at);
}

bool sameData(const Experiment &a, const Experiment &b)
{
    if (!(a.data == b.data) || !std::holds_alternative<GivenSource>(a.data.kind))
        return a.data == b.data;
    const auto same = [&](const auto &entry) {
        const auto other = b.sequence.find(entry.first);
        if (other == b.sequence.end())
            return true; // only one of the two networks reads it
        const Matrix &mine = entry.second;
        return mine.rows() == other->second.rows() && mine.cols() == other->second.cols() && mine == other->second;
    };
    return std::all_of(a.sequence.begin(), a.sequence.end(), same);
}

Experiment withNetworkOf(Experiment next, const Experiment &own)
{
    if (const NamedCircuit *page = pageOf(own))
        return withCircuit(std::move(next), page->name);
    const Experiment before = next;
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

/// Weights that stand in the experiment. Where the weights are linked the twin has its own only for what the first has
/// not, such as the biases of gates.
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
    const bool recipe = links.count(Link::Recipe) > 0;
    const bool seed = links.count(Link::Seed) > 0;
    if (!recipe) {
        next.initialisation.recipe = own.initialisation.recipe;
        next.initialisation.scaledBy = own.initialisation.scaledBy;
    }
    if (!seed)
        next.initialisation.seed = own.initialisation.seed;
    takeParametersOf(own, first, recipe && seed, next);
    if (keeps(Link::Gain))
        next.gain = own.gain;
    next.title = own.title;
    next.note = own.note;
    return next;
}

std::string networkInWords(const Experiment &experiment)
{
    if (const NamedCircuit *page = pageOf(experiment)) {
        if (page->name == "elman")
            return "RNN"; // beside an LSTM nobody says "RNN with output"
        const std::string &title = catalogueEntry(page->name)->title;
        return title.substr(0, title.find(" ("));
    }
    const std::string &name = std::get<Circuit>(experiment.circuit).name;
    return name.empty() ? "own circuit" : name;
}

std::string dataInWords(const DataSource &data)
{
    constexpr std::array<const char *, 5> kinds{"given numbers", "text", "series", "random input", "no input"};
    return kinds[data.kind.index()];
}

/// "0.9", not "0.900".
std::string gainInWords(double gain)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", std::abs(gain));
    return (gain < 0 ? "−" : "") + std::string(text.data());
}

Links allBut(Link open)
{
    Links links(allLinks.begin(), allLinks.end());
    links.erase(open);
    return links;
}

Experiment forgetGateOpen(Experiment lstm)
{
    for (const ParameterInfo &info : parametersOf(circuitOf(lstm)))
        if (info.name == "b_f")
            lstm.parameters[info.name] = Matrix::Constant(info.rows, 1, openGate);
    return lstm;
}

Twins rnnAndLstm(const Experiment &present)
{
    const NamedCircuit *page = pageOf(present);
    const bool there = page && page->name == "lstm";
    const Experiment first = page && page->name == "elman" ? present : withCircuit(present, "elman");
    const Experiment lstm = there ? present : forgetGateOpen(withCircuit(first, "lstm"));
    return {first, {lstm, allBut(Link::Circuit), {}}};
}

Experiment withRecipe(Experiment experiment, Recipe recipe)
{
    Initialisation initialisation = experiment.initialisation;
    initialisation.recipe = recipe;
    return withInitialisation(std::move(experiment), initialisation);
}

} // namespace

std::string_view nameOf(Link link)
{
    return linkNames[static_cast<std::size_t>(link)].name;
}

std::optional<Link> linkNamed(std::string_view name)
{
    for (const LinkName &entry : linkNames)
        if (entry.name == name)
            return entry.link;
    return std::nullopt;
}

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

bool differ(Link link, const Experiment &first, const Experiment &twin)
{
    const Initialisation &a = first.initialisation;
    const Initialisation &b = twin.initialisation;
    switch (link) {
    case Link::Circuit: return !sameNetwork(first, twin);
    case Link::HiddenSize: return hiddenSizeOf(circuitOf(first)) != hiddenSizeOf(circuitOf(twin));
    case Link::Activation: return activationOf(first) != activationOf(twin);
    case Link::Recipe: return a.recipe != b.recipe || a.scaledBy != b.scaledBy;
    case Link::Seed: return a.seed != b.seed;
    case Link::Gain: return first.gain != twin.gain;
    case Link::Data: return !sameData(first, twin);
    case Link::Loss: break;
    }
    return !sameLoss(first, twin);
}

std::string inWords(Link link, const Experiment &experiment)
{
    switch (link) {
    case Link::Circuit: return networkInWords(experiment);
    case Link::HiddenSize: return "hidden " + std::to_string(hiddenSizeOf(circuitOf(experiment)));
    case Link::Activation: return std::string(nameOf(activationOf(experiment)));
    case Link::Recipe: return std::string(nameOf(experiment.initialisation.recipe));
    case Link::Seed: return "seed " + std::to_string(experiment.initialisation.seed);
    case Link::Gain: return "gain " + gainInWords(experiment.gain);
    case Link::Data: return dataInWords(experiment.data);
    case Link::Loss: break;
    }
    return experiment.loss ? "another loss" : "no loss";
}

std::string nameBeside(const Experiment &other, const Experiment &experiment)
{
    std::string name;
    for (const Link link : allLinks)
        if (differ(link, other, experiment))
            name += (name.empty() ? "" : ", ") + inWords(link, experiment);
    return name;
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
