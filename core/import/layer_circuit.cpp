#include "core/import/layer_circuit.h"

#include <optional>

namespace unfold {
namespace {

std::string pageOf(const TrainedLayer &layer)
{
    switch (layer.kind) {
    case CellKind::Gru: return "gru";
    case CellKind::Lstm: return "lstm";
    case CellKind::Rnn: break;
    }
    return layer.isBidirectional() ? "bidirectional" : layer.head ? "elman" : "driven";
}

Sizes sizesOf(const TrainedLayer &layer)
{
    Sizes sizes{{"x", layer.lanes.front().input()}, {"h", layer.lanes.front().hidden()}};
    if (layer.head)
        sizes["o"] = static_cast<int>(layer.head->weight.rows());
    return sizes;
}

/// For people, of a circuit that is written out.
std::string titleOf(const TrainedLayer &layer)
{
    const std::string cell = layer.kind == CellKind::Gru ? "GRU" : layer.kind == CellKind::Lstm ? "LSTM" : "RNN";
    return (layer.isBidirectional() ? "bidirectional " : "") + cell + (layer.head ? "" : " without output");
}

bool isGated(const TrainedLayer &layer)
{
    return layer.kind != CellKind::Rnn;
}

// --- the second direction ---

std::string mirroredNode(const std::string &name)
{
    return name == "x" ? name : name == "h" ? "g" : name + "_g";
}

/// W_f → W_fg, d → d_g
std::string mirroredParameter(const std::string &name)
{
    return name.empty() ? name : name + (name.find('_') == std::string::npos ? "_g" : "g");
}

/// The node as it is with the sequence read from its end.
Node mirrored(Node node)
{
    node.name = mirroredNode(node.name);
    node.bias = mirroredParameter(node.bias);
    for (Term &term : node.terms) {
        term.source = mirroredNode(term.source);
        term.parameter = mirroredParameter(term.parameter);
        term.delay = -term.delay;
        if (!term.gate.empty())
            term.gate = mirroredNode(term.gate);
        term.gateDelay = -term.gateDelay;
    }
    return node;
}

/// One cell above the other and to its right, as in the catalogue's bidirectional network; x and o between them.
void draw(Circuit &circuit)
{
    const Cell forward = circuit.cells.front();
    const Place beside{forward.high.lane - forward.low.lane + 1.5, forward.high.column - forward.low.column + 1};
    Cell backward{forward.name + " back", {}, forward.low, forward.high};
    for (const std::string &name : forward.nodes) {
        backward.nodes.push_back(mirroredNode(name));
        Place &place = *circuit.nodes[static_cast<std::size_t>(circuit.indexOf(backward.nodes.back()))].place;
        place = {place.lane + beside.lane, place.column + beside.column};
    }
    for (Place *corner : {&backward.low, &backward.high})
        *corner = {corner->lane + beside.lane, corner->column + beside.column};
    for (Node &node : circuit.nodes)
        if (node.role == Role::Input || node.role == Role::Output)
            node.place = Place{node.role == Role::Input ? node.place->lane : backward.high.lane + 1.4,
                (forward.low.column + backward.high.column) / 2};
    circuit.cells.push_back(backward);
    circuit.drawing = {}; // a line to the future has no drawing by hand
}

/// x, one direction, the other, and o, where there is one, which reads both.
Circuit bothDirections(Circuit circuit, std::optional<Node> output)
{
    const std::vector<Node> forward = circuit.nodes;
    for (const Node &node : forward)
        if (node.role != Role::Input)
            circuit.nodes.push_back(mirrored(node));
    if (output) {
        Term other = output->terms.front();
        other.source = "g";
        other.parameter = "V_g";
        output->terms.push_back(other);
        circuit.nodes.push_back(*output);
    }
    draw(circuit);
    return circuit;
}

// --- parameters ---

/// The names of a gate's matrices end like its node. Index: the block of rows.
std::vector<std::string> gatesOf(CellKind kind)
{
    if (kind == CellKind::Lstm)
        return {"_i", "_f", "_k", "_q"};
    return kind == CellKind::Gru ? std::vector<std::string>{"_r", "_z", "_k"} : std::vector<std::string>{""};
}

void addLane(const TrainedLane &lane, CellKind kind, bool second, std::map<std::string, Matrix> &parameters)
{
    const int hidden = lane.hidden();
    const auto set = [&](const std::string &name, const Matrix &value) {
        parameters[second ? mirroredParameter(name) : name] = value;
    };
    const std::vector<std::string> gates = gatesOf(kind);
    for (std::size_t block = 0; block < gates.size(); ++block) {
        const auto rows = Eigen::seqN(static_cast<Eigen::Index>(block) * hidden, hidden);
        set("W" + gates[block], lane.weightHh(rows, Eigen::all));
        set("U" + gates[block], lane.weightIh(rows, Eigen::all));
        const bool apart = kind == CellKind::Gru && gates[block] == "_k";
        set("b" + gates[block], apart ? Vector(lane.biasIh(rows)) : Vector(lane.biasIh(rows) + lane.biasHh(rows)));
        if (apart)
            set("d", lane.biasHh(rows));
    }
}

} // namespace

std::variant<NamedCircuit, Circuit> circuitOf(const TrainedLayer &layer, Activation activation)
{
    const std::string page = pageOf(layer);
    const Activation phi = isGated(layer) ? Activation::Tanh : activation;
    const bool bothGated = isGated(layer) && layer.isBidirectional();
    if (page == "driven" || (layer.head && !bothGated))
        return NamedCircuit{page, sizesOf(layer), phi, {}, 1};
    Circuit circuit = makeCircuit(page, sizesOf(layer), phi);
    circuit.name = titleOf(layer);
    const Node output = circuit.nodes.back();
    circuit.nodes.pop_back();
    return bothGated ? bothDirections(circuit, layer.head ? std::optional(output) : std::nullopt) : circuit;
}

std::map<std::string, Matrix> parametersOf(const TrainedLayer &layer)
{
    std::map<std::string, Matrix> parameters;
    for (std::size_t i = 0; i < layer.lanes.size(); ++i)
        addLane(layer.lanes[i], layer.kind, i == 1, parameters);
    if (layer.head) {
        const int hidden = layer.lanes.front().hidden();
        parameters["V"] = layer.head->weight.leftCols(hidden);
        if (layer.isBidirectional())
            parameters["V_g"] = layer.head->weight.rightCols(hidden);
        parameters["c"] = layer.head->bias;
    }
    return parameters;
}

} // namespace unfold
