#include "core/import/layer_circuit.h"

#include "core/import/both_directions.h"

namespace unfold {
namespace {

std::string pageOf(const TrainedLayer &layer)
{
    switch (layer.kind) {
    case CellKind::Gru: return layer.resetBefore ? "gru-reset-before" : "gru";
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

// --- parameters ---

/// The names of a gate's matrices end like its node. Index: the block of rows.
std::vector<std::string> gatesOf(CellKind kind)
{
    if (kind == CellKind::Lstm)
        return {"_i", "_f", "_k", "_q"};
    return kind == CellKind::Gru ? std::vector<std::string>{"_r", "_z", "_k"} : std::vector<std::string>{""};
}

void addLane(const TrainedLayer &layer, bool second, std::map<std::string, Matrix> &parameters)
{
    const TrainedLane &lane = layer.lanes[second ? 1 : 0];
    const CellKind kind = layer.kind;
    const int hidden = lane.hidden();
    const auto set = [&](const std::string &name, const Matrix &value) {
        parameters[second ? mirroredParameter(name) : name] = value;
    };
    const std::vector<std::string> gates = gatesOf(kind);
    for (std::size_t block = 0; block < gates.size(); ++block) {
        const auto rows = Eigen::seqN(static_cast<Eigen::Index>(block) * hidden, hidden);
        set("W" + gates[block], lane.weightHh(rows, Eigen::all));
        set("U" + gates[block], lane.weightIh(rows, Eigen::all));
        const bool apart = kind == CellKind::Gru && !layer.resetBefore && gates[block] == "_k";
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
        addLane(layer, i == 1, parameters);
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
