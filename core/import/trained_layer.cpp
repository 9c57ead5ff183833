#include "core/import/trained_layer.h"

#include "core/circuit/input_error.h"
#include "core/import/array_matrix.h"
#include "core/import/choose_head.h"

#include <algorithm>

namespace unfold {
namespace {

CellKind kindOf(const std::string &name, const Array &array)
{
    const auto &shape = array.shape;
    if (shape.size() == 2 && shape[1] > 0)
        for (const CellKind kind : {CellKind::Rnn, CellKind::Gru, CellKind::Lstm})
            if (shape[0] % shape[1] == 0 && shape[0] / shape[1] == blocksOf(kind))
                return kind;
    throw InputError(name, "the shape is " + inWords(shape),
        "1, 3 or 4 times as many rows as columns, for nn.RNN, nn.GRU or nn.LSTM");
}

const Array &needed(const Arrays &arrays, const std::string &name, const std::string &beside)
{
    const auto found = arrays.find(name);
    if (found == arrays.end())
        throw InputError(name, "it is missing", "it beside " + beside);
    return found->second;
}

/// A bias of the layer; zeros where the file has none of this name.
Vector biasOf(const Arrays &arrays, const std::string &name, Eigen::Index size, TrainedLayer &layer)
{
    const auto found = arrays.find(name);
    if (found == arrays.end())
        return Vector::Zero(size);
    layer.hasBias = true;
    layer.names.push_back(name);
    return vectorOf(name, found->second, size);
}

TrainedLane laneOf(const Arrays &arrays, const LayerArrayName &name, TrainedLayer &layer)
{
    const std::string ih = name.sibling("weight_ih");
    const std::string hh = name.sibling("weight_hh");
    const std::int64_t hidden = layer.lanes.empty() ? arrays.at(hh).shape[1] : layer.lanes.front().hidden();
    const std::int64_t rows = blocksOf(layer.kind) * hidden;
    const Array &in = needed(arrays, ih, hh);
    if (in.shape.size() != 2 || in.shape[1] < 1)
        throw InputError(ih, "the shape is " + inWords(in.shape), std::to_string(rows) + " × (size of the input)");
    const std::int64_t input = layer.lanes.empty() ? in.shape[1] : layer.lanes.front().input();
    layer.names.insert(layer.names.end(), {ih, hh});
    TrainedLane lane;
    lane.weightHh = matrixOf(hh, needed(arrays, hh, ih), {rows, hidden});
    lane.weightIh = matrixOf(ih, in, {rows, input});
    lane.biasIh = biasOf(arrays, name.sibling("bias_ih"), rows, layer);
    lane.biasHh = biasOf(arrays, name.sibling("bias_hh"), rows, layer);
    return lane;
}

void refuseProjection(const Arrays &arrays, const LayerArrayName &name)
{
    if (const std::string projection = name.sibling("weight_hr"); arrays.contains(projection))
        throw InputError(projection, "the layer has a projection (proj_size)", "an nn.LSTM without one");
}

} // namespace

int blocksOf(CellKind kind)
{
    return kind == CellKind::Rnn ? 1 : kind == CellKind::Gru ? 3 : 4;
}

TrainedLayer trainedLayerOf(const Arrays &arrays, const LayerArrayName &first)
{
    LayerArrayName name = first;
    const std::string hh = name.sibling("weight_hh");
    refuseProjection(arrays, name);
    TrainedLayer layer;
    layer.kind = kindOf(hh, arrays.at(hh));
    layer.hasBias = false;
    refuseTooMany(arrays, {hh});
    layer.lanes.push_back(laneOf(arrays, name, layer));
    name.reverse = true;
    if (arrays.contains(name.sibling("weight_hh")) || arrays.contains(name.sibling("weight_ih")))
        layer.lanes.push_back(laneOf(arrays, name, layer));
    return layer;
}

TrainedHead trainedHeadOf(const Arrays &arrays, const std::string &name, std::int64_t width)
{
    const Array &weight = arrays.at(name);
    refuseTooMany(arrays, {name});
    TrainedHead head{matrixOf(name, weight, {weight.shape[0], width}), Vector::Zero(weight.shape[0]), {name}};
    if (const std::string bias = biasNameOf(name); arrays.contains(bias)) {
        head.bias = vectorOf(bias, arrays.at(bias), weight.shape[0]);
        head.names.push_back(bias);
    }
    return head;
}

void refuseTooMany(const Arrays &arrays, const std::vector<std::string> &names)
{
    std::size_t numbers = 0;
    for (const std::string &name : names)
        numbers += std::min(entriesOf(arrays.at(name).shape), mostNumbers + 1);
    if (numbers > mostNumbers)
        throw InputError(names.front(), "the layers and the head have more than 2.5 million numbers",
            "a network small enough to be looked at and saved");
}

} // namespace unfold
