#include "core/experiment/links.h"

#include "core/experiment/experiment_summary.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace unfold {
namespace {

struct LinkName {
    Link link;
    std::string_view name;
};
constexpr std::array<LinkName, allLinks.size()> linkNames{{{Link::Circuit, "circuit"}, {Link::HiddenSize, "size"},
    {Link::Activation, "activation"}, {Link::Recipe, "recipe"}, {Link::Seed, "seed"}, {Link::Gain, "gain"},
    {Link::Data, "data"}, {Link::Loss, "loss"}, {Link::Initial, "initial"}}};

const NamedCircuit *namedIn(const Experiment &experiment)
{
    return std::get_if<NamedCircuit>(&experiment.circuit);
}

// --- the same in both ---

bool sameNetwork(const Experiment &a, const Experiment &b)
{
    const NamedCircuit *page = namedIn(a);
    const NamedCircuit *other = namedIn(b);
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

/// Where both have a node of this name and size, they start it alike.
bool sameInitial(const Experiment &a, const Experiment &b)
{
    const Circuit circuit = circuitOf(a);
    const Circuit other = circuitOf(b);
    const auto start = [](const Experiment &experiment, const Node &node) {
        const auto given = experiment.initial.find(node.name);
        return given == experiment.initial.end() ? Vector(Vector::Zero(node.size)) : given->second;
    };
    return std::all_of(circuit.nodes.begin(), circuit.nodes.end(), [&](const Node &node) {
        const int same = other.indexOf(node.name);
        return same < 0 || other.nodes[static_cast<std::size_t>(same)].size != node.size
            || start(a, node) == start(b, node);
    });
}

/// Whether the rules of single parameters are the same wherever both have the parameter.
template <typename Value>
bool sameRule(const std::map<std::string, Value> &a, const std::map<std::string, Value> &b,
    const std::vector<ParameterInfo> &shared)
{
    return std::all_of(shared.begin(), shared.end(), [&](const ParameterInfo &info) {
        const auto mine = a.find(info.name);
        const auto other = b.find(info.name);
        return mine == a.end() || other == b.end() ? (mine == a.end()) == (other == b.end())
                                                   : mine->second == other->second;
    });
}

bool sameRecipe(const Experiment &first, const Experiment &twin)
{
    const Initialisation &a = first.initialisation;
    const Initialisation &b = twin.initialisation;
    std::vector<ParameterInfo> shared = parametersOf(circuitOf(first));
    const std::vector<ParameterInfo> others = parametersOf(circuitOf(twin));
    std::erase_if(shared, [&](const ParameterInfo &info) { return indexOf(others, info.name) < 0; });
    return a.recipe == b.recipe && a.scaledBy == b.scaledBy && sameRule(a.constants, b.constants, shared)
        && sameRule(a.recipes, b.recipes, shared);
}

// --- in words ---

std::string networkInWords(const Experiment &experiment)
{
    if (const NamedCircuit *page = namedIn(experiment)) {
        if (page->name == "elman")
            return "RNN"; // beside an LSTM nobody says "RNN with output"
        const std::string &title = catalogueEntry(page->name)->title;
        return title.substr(0, title.find(" ("));
    }
    const std::string &name = std::get<Circuit>(experiment.circuit).name;
    return name.empty() ? "own circuit" : name;
}

/// "start at 0", "start at norm 2.8": of the first node that does not start with 0.
std::string startInWords(const Experiment &experiment)
{
    const auto moved = std::find_if(experiment.initial.begin(), experiment.initial.end(),
        [](const auto &entry) { return !entry.second.isZero(0); });
    if (moved == experiment.initial.end())
        return "start at 0";
    std::array<char, 32> norm{};
    std::snprintf(norm.data(), norm.size(), "%.2g", moved->second.norm());
    return std::string("start at norm ") + norm.data();
}

std::string dataInWords(const DataSource &data)
{
    constexpr std::array<const char *, 5> kinds{"given numbers", "text", "series", "random input", "no input"};
    return kinds[data.kind.index()];
}

/// "0.9", not "0.900".
std::string shortNumber(double number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", std::abs(number));
    return (number < 0 ? "−" : "") + std::string(text.data());
}

/// "gaussian", "orthogonal, b_f = 5"
std::string recipeInWords(const Initialisation &initialisation)
{
    std::string words(nameOf(initialisation.recipe));
    for (const auto &[name, own] : initialisation.recipes)
        words += ", " + name + " " + std::string(nameOf(own.recipe));
    for (const auto &[name, constant] : initialisation.constants)
        words += ", " + name + " = " + shortNumber(constant);
    return words;
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

bool differ(Link link, const Experiment &first, const Experiment &twin)
{
    const Initialisation &a = first.initialisation;
    const Initialisation &b = twin.initialisation;
    switch (link) {
    case Link::Circuit: return !sameNetwork(first, twin);
    case Link::HiddenSize: return hiddenSizeOf(circuitOf(first)) != hiddenSizeOf(circuitOf(twin));
    case Link::Activation: return activationOf(first) != activationOf(twin);
    case Link::Recipe: return !sameRecipe(first, twin);
    case Link::Seed: return a.seed != b.seed;
    case Link::Gain: return first.gain != twin.gain;
    case Link::Data: return !sameData(first, twin);
    case Link::Loss: return !sameLoss(first, twin);
    case Link::Initial: break;
    }
    return !sameInitial(first, twin);
}

std::string inWords(Link link, const Experiment &experiment)
{
    switch (link) {
    case Link::Circuit: return networkInWords(experiment);
    case Link::HiddenSize: return "hidden " + std::to_string(hiddenSizeOf(circuitOf(experiment)));
    case Link::Activation: return std::string(nameOf(activationOf(experiment)));
    case Link::Recipe: return recipeInWords(experiment.initialisation);
    case Link::Seed: return "seed " + std::to_string(experiment.initialisation.seed);
    case Link::Gain: return "gain " + shortNumber(experiment.gain);
    case Link::Data: return dataInWords(experiment.data);
    case Link::Loss: return experiment.loss ? "another loss" : "no loss";
    case Link::Initial: break;
    }
    return startInWords(experiment);
}

std::string nameBeside(const Experiment &other, const Experiment &experiment)
{
    std::string name;
    for (const Link link : allLinks)
        if (differ(link, other, experiment))
            name += (name.empty() ? "" : ", ") + inWords(link, experiment);
    return name;
}

} // namespace unfold
