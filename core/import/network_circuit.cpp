#include "core/import/network_circuit.h"

#include "core/import/both_directions.h"
#include "core/import/layer_circuit.h"

#include <algorithm>

namespace unfold {
namespace {

/// A node that a layer reads, and how many numbers it gives.
struct Lower {
    std::string name;
    int size = 0;
};

std::string suffixOf(const TrainedNetwork &network, std::size_t layer)
{
    return network.layers.size() == 1 ? std::string() : std::to_string(layer + 1);
}

bool isMatrixOfInput(const std::string &parameter)
{
    return parameter.starts_with('U');
}

/// By which a layer reads the second of the nodes below it: U_f → R_f.
std::string ofSecondLower(std::string parameter)
{
    parameter[0] = 'R';
    return parameter;
}

std::vector<Lower> lowerOf(const TrainedNetwork &network, std::size_t layer)
{
    const TrainedLayer &first = network.layers.front();
    if (layer == 0)
        return {{network.front ? "e" : "x", first.lanes.front().input()}};
    const TrainedLayer &below = network.layers[layer - 1];
    const std::string suffix = suffixOf(network, layer - 1);
    std::vector<Lower> lower{{"h" + suffix, below.lanes.front().hidden()}};
    if (below.isBidirectional())
        lower.push_back({"g" + suffix, below.lanes.front().hidden()});
    return lower;
}

// --- nodes ---

/// The cell of the catalogue, without its input and output.
std::vector<Node> cellOf(const TrainedLayer &layer, Activation activation)
{
    const TrainedLane &lane = layer.lanes.front();
    const std::string page = layer.kind == CellKind::Lstm ? "lstm"
        : layer.kind != CellKind::Gru                     ? "driven"
        : layer.resetBefore                               ? "gru-reset-before"
                                                          : "gru";
    const Activation phi = layer.kind == CellKind::Rnn ? activation : Activation::Tanh;
    std::vector<Node> nodes = makeCircuit(page, {{"x", lane.input()}, {"h", lane.hidden()}}, phi).nodes;
    std::erase_if(nodes, [](const Node &node) { return node.role == Role::Input || node.role == Role::Output; });
    return nodes;
}

/// A term that reads x, for each node that is there in its place.
void addInputTerms(
    const Term &term, const std::vector<Lower> &lower, const std::string &suffix, std::vector<Term> &terms)
{
    for (std::size_t i = 0; i < lower.size(); ++i) {
        Term next = term;
        next.source = lower[i].name;
        next.parameter = (i == 0 ? term.parameter : ofSecondLower(term.parameter)) + suffix;
        terms.push_back(next);
    }
}

Node renamed(Node node, const std::vector<Lower> &lower, const std::string &suffix)
{
    const auto withSuffix = [&](const std::string &name) { return name.empty() ? name : name + suffix; };
    node.name = withSuffix(node.name);
    node.bias = withSuffix(node.bias);
    node.place.reset(); // laid out by itself
    std::vector<Term> terms;
    for (Term &term : node.terms) {
        if (term.source == "x") {
            addInputTerms(term, lower, suffix, terms);
            continue;
        }
        term.source = withSuffix(term.source);
        term.parameter = withSuffix(term.parameter);
        term.gate = withSuffix(term.gate);
        terms.push_back(term);
    }
    node.terms = terms;
    return node;
}

void addLayer(const TrainedNetwork &network, std::size_t i, Activation activation, Circuit &circuit)
{
    const TrainedLayer &layer = network.layers[i];
    const std::vector<Lower> lower = lowerOf(network, i);
    const std::vector<Node> cell = cellOf(layer, activation);
    for (const Node &node : cell)
        circuit.nodes.push_back(renamed(node, lower, suffixOf(network, i)));
    if (layer.isBidirectional())
        for (const Node &node : cell)
            circuit.nodes.push_back(renamed(mirrored(node), lower, suffixOf(network, i)));
}

Term reading(const std::string &parameter, const std::string &source)
{
    Term term;
    term.parameter = parameter;
    term.source = source;
    return term;
}

Node linear(const std::string &name, Role role, int size, const std::string &bias, std::vector<Term> terms)
{
    Node node;
    node.name = name;
    node.role = role;
    node.size = size;
    node.bias = bias;
    node.terms = std::move(terms);
    return node;
}

void addHead(const TrainedNetwork &network, Circuit &circuit)
{
    if (!network.head())
        return;
    const std::string suffix = suffixOf(network, network.layers.size() - 1);
    const std::string number = network.second ? "1" : "";
    std::vector<Term> terms{reading("V" + number, "h" + suffix)};
    if (network.head()->ofInput) { // i2o reads the state before
        terms.front().delay = 1;
        terms.push_back(reading("V_x", "x"));
    }
    if (network.layers.back().isBidirectional())
        terms.push_back(reading("V_g" + number, "g" + suffix));
    const int size = static_cast<int>(network.head()->weight.rows());
    if (!network.second) {
        circuit.nodes.push_back(linear("o", Role::Output, size, "c", terms));
        return;
    }
    circuit.nodes.push_back(linear("a", Role::Inner, size, "c1", terms));
    circuit.nodes.back().activation = Activation::Relu;
    circuit.nodes.push_back(
        linear("o", Role::Output, static_cast<int>(network.second->weight.rows()), "c", {reading("V2", "a")}));
}

std::string titleOf(const TrainedNetwork &network)
{
    const TrainedLayer &first = network.layers.front();
    const std::string cell = first.kind == CellKind::Lstm ? "LSTM" : first.kind == CellKind::Gru ? "GRU" : "RNN";
    const std::string layers
        = network.layers.size() > 1 ? " of " + std::to_string(network.layers.size()) + " layers" : "";
    return (first.isBidirectional() ? "bidirectional " : "") + cell + layers;
}

// --- parameters ---

void addLayerParameters(const TrainedNetwork &network, std::size_t i, std::map<std::string, Matrix> &all)
{
    TrainedLayer layer = network.layers[i];
    layer.head.reset();
    const std::string suffix = suffixOf(network, i);
    const std::vector<Lower> lower = lowerOf(network, i);
    for (const auto &[name, value] : parametersOf(layer)) {
        if (!isMatrixOfInput(name) || lower.size() == 1) {
            all[name + suffix] = value;
            continue;
        }
        all[name + suffix] = value.leftCols(lower[0].size);
        all[ofSecondLower(name) + suffix] = value.rightCols(lower[1].size);
    }
}

void addHeadParameters(const TrainedNetwork &network, std::map<std::string, Matrix> &all)
{
    if (!network.head())
        return;
    const TrainedLayer &last = network.layers.back();
    const std::string number = network.second ? "1" : "";
    const int hidden = last.lanes.front().hidden();
    all["V" + number] = network.head()->weight.leftCols(hidden);
    if (last.isBidirectional())
        all["V_g" + number] = network.head()->weight.rightCols(hidden);
    all["c" + number] = network.head()->bias;
    if (network.head()->ofInput)
        all["V_x"] = *network.head()->ofInput;
    if (network.second) {
        all["V2"] = network.second->weight;
        all["c"] = network.second->bias;
    }
}

} // namespace

std::variant<NamedCircuit, Circuit> circuitOf(const TrainedNetwork &network, Activation activation)
{
    if (network.isPlain())
        return circuitOf(network.layers.front(), activation);
    Circuit circuit;
    circuit.name = titleOf(network);
    const int input = network.layers.front().lanes.front().input();
    circuit.nodes.push_back(
        linear("x", Role::Input, network.front ? static_cast<int>(network.front->weight.cols()) : input, "", {}));
    if (network.front)
        circuit.nodes.push_back(linear("e", Role::Inner, input, network.front->bias ? "b_e" : "", {reading("E", "x")}));
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        addLayer(network, i, activation, circuit);
    addHead(network, circuit);
    return circuit;
}

std::map<std::string, Matrix> parametersOf(const TrainedNetwork &network)
{
    if (network.isPlain())
        return parametersOf(network.layers.front());
    std::map<std::string, Matrix> all;
    if (network.front) {
        all["E"] = network.front->weight;
        if (network.front->bias)
            all["b_e"] = *network.front->bias;
    }
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        addLayerParameters(network, i, all);
    addHeadParameters(network, all);
    return all;
}

std::string lastStateOf(const TrainedNetwork &network)
{
    return "h" + (network.isPlain() ? std::string() : suffixOf(network, network.layers.size() - 1));
}

} // namespace unfold
