#include "core/import/trained_network.h"

#include "core/circuit/input_error.h"
#include "core/import/array_matrix.h"
#include "core/import/choose_head.h"

#include <algorithm>

namespace unfold {
namespace {

InputError nothingRecurrent(const Arrays &arrays)
{
    constexpr std::size_t shown = 6;
    std::string names;
    for (std::size_t i = 0; const auto &[name, array] : arrays)
        if (i++ < shown)
            names += (names.empty() ? "" : ", ") + name;
    if (arrays.size() > shown)
        names += " and " + std::to_string(arrays.size() - shown) + " others";
    return {"", arrays.empty() ? "there are no arrays in the file" : "none of its arrays is recurrent: " + names,
        "the names that PyTorch gives, such as rnn.weight_hh_l0 or weight_hh_l0, of an nn.RNN, nn.LSTM or nn.GRU"};
}

/// The weight_hh of every forward layer, in the order in which the network runs through them as far as the file tells.
std::vector<LayerArrayName> recurrentLayers(const Arrays &arrays)
{
    std::vector<std::pair<std::size_t, LayerArrayName>> found;
    for (const auto &[name, array] : arrays)
        if (const auto layer = layerArrayName(name); layer && layer->kind == "weight_hh" && !layer->reverse)
            found.emplace_back(array.place, *layer);
    const bool ordered = orderOf(arrays).tells;
    std::stable_sort(found.begin(), found.end(), [&](const auto &a, const auto &b) {
        if (a.second.prefix == b.second.prefix)
            return a.second.layer < b.second.layer;
        return ordered ? a.first < b.first : a.second.prefix < b.second.prefix;
    });
    std::vector<LayerArrayName> layers;
    for (const auto &entry : found)
        layers.push_back(entry.second);
    return layers;
}

/// An encoder and a decoder are not on top of each other.
bool isHalf(const std::string &prefix)
{
    return prefix.find("enc") != std::string::npos || prefix.find("dec") != std::string::npos;
}

bool isOnTop(const Arrays &arrays, const LayerArrayName &next, const LayerArrayName &before, const TrainedLayer &layer)
{
    if (next.prefix == before.prefix)
        return next.layer == before.layer + 1;
    const auto in = arrays.find(next.sibling("weight_ih"));
    return next.layer == 0 && !isHalf(next.prefix) && !isHalf(before.prefix) && in != arrays.end()
        && in->second.shape.size() == 2 && in->second.shape[1] == layer.width();
}

void checkWidth(const TrainedLayer &layer, const TrainedLayer &below)
{
    const int reads = layer.lanes.front().input();
    if (reads != below.width())
        throw InputError(layer.names.front(), "it reads " + std::to_string(reads) + " numbers",
            std::to_string(below.width()) + ", as the layer below it gives");
}

std::vector<TrainedLayer> stackOf(const Arrays &arrays)
{
    const std::vector<LayerArrayName> names = recurrentLayers(arrays);
    const auto first = std::find_if(names.begin(), names.end(), [](const auto &name) { return name.layer == 0; });
    if (first == names.end())
        throw nothingRecurrent(arrays);
    std::vector<TrainedLayer> layers{trainedLayerOf(arrays, *first)};
    LayerArrayName before = *first;
    for (auto next = first + 1; next != names.end(); ++next)
        if (isOnTop(arrays, *next, before, layers.back())) {
            TrainedLayer layer = trainedLayerOf(arrays, *next);
            checkWidth(layer, layers.back());
            layers.push_back(std::move(layer));
            before = *next;
        }
    return layers;
}

void keepLayers(std::vector<TrainedLayer> &layers, const std::vector<int> &asked)
{
    if (asked.empty())
        return;
    const int all = static_cast<int>(layers.size());
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (asked[i] < 1 || asked[i] > all || (i > 0 && asked[i] != asked[i - 1] + 1))
            throw InputError("--layers", "the layers cannot be these",
                "all, or numbers from 1 to " + std::to_string(all) + " that follow each other, such as 1,2");
    layers.erase(layers.begin() + asked.back(), layers.end());
    layers.erase(layers.begin(), layers.begin() + asked.front() - 1);
}

/// Behind the first head: reads as many numbers as that gives.
std::string secondHead(const Arrays &arrays, const std::string &first, bool ordered)
{
    const Array &weight = arrays.at(first);
    std::string found;
    for (const auto &[name, array] : arrays) {
        const bool behind = ordered ? array.place > weight.place : name > first;
        const bool fits = array.shape.size() == 2 && array.shape[0] > 0 && array.shape[1] == weight.shape[0];
        if (name != first && behind && fits && couldBeLinear(name) && arrays.contains(biasNameOf(name))
            && arrays.contains(biasNameOf(first)) && found.empty())
            found = name;
    }
    return found;
}

void findHeads(const Arrays &arrays, const std::string &asked, TrainedNetwork &network)
{
    TrainedLayer &last = network.layers.back();
    const bool ordered = orderOf(arrays).tells;
    HeadChoice choice = chooseHead(arrays, {last.width(), network.layers.front().lanes.front().input()}, asked);
    network.otherHeads = choice.others;
    if (choice.name.empty())
        return;
    // A head of two layers of one width: fc1, fc2.
    for (const std::string &other : choice.others)
        if (isNumberedBefore(other, choice.name) && secondHead(arrays, other, ordered) == choice.name) {
            std::erase(network.otherHeads, other);
            choice.name = other;
            break;
        }
    last.head = trainedHeadOf(arrays, choice.name, last.width());
    if (const auto found = arrays.find(choice.name.substr(0, choice.name.rfind("weight")) + "of_input");
        found != arrays.end()) {
        last.head->ofInput = matrixOf(found->first, found->second, found->second.shape);
        last.head->names.push_back(found->first);
    }
    if (const std::string second = asked.empty() ? secondHead(arrays, choice.name, ordered) : ""; !second.empty()) {
        network.second = trainedHeadOf(arrays, second, arrays.at(choice.name).shape[0]);
        std::erase(network.otherHeads, second);
    }
}

bool isTaken(const TrainedNetwork &network, const std::string &name)
{
    const auto among = [&](const std::vector<std::string> &names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return (network.head() && among(network.head()->names)) || (network.second && among(network.second->names));
}

/// An embedding, (number of symbols) × (input of the layer), or a linear layer in front.
std::optional<TrainedFront> findFront(const Arrays &arrays, const TrainedNetwork &network)
{
    const std::int64_t input = network.layers.front().lanes.front().input();
    const FileOrder order = orderOf(arrays);
    for (const auto &[name, array] : arrays) {
        if (array.shape.size() != 2 || array.shape[0] < 1 || array.shape[1] < 1 || !array.isRead()
            || entriesOf(array.shape) > mostNumbers / 2 || isTaken(network, name))
            continue;
        if (array.shape[1] == input && isEmbeddingInFront(arrays, name, order)) {
            const Matrix rows = matrixOf(name, array, array.shape);
            return TrainedFront{rows.transpose(), {}, name, {name}, true};
        }
        if (array.shape[0] == input && isProjectionInFront(arrays, name, order)) {
            const TrainedHead linear = trainedHeadOf(arrays, name, array.shape[1]);
            return TrainedFront{linear.weight, linear.bias, name, linear.names, false};
        }
    }
    return std::nullopt;
}

std::vector<std::string> namesIn(const TrainedNetwork &network)
{
    std::vector<std::string> names;
    const auto add = [&](const std::vector<std::string> &more) { names.insert(names.end(), more.begin(), more.end()); };
    for (const TrainedLayer &layer : network.layers)
        add(layer.names);
    if (network.front)
        add(network.front->names);
    if (network.head())
        add(network.head()->names);
    if (network.second)
        add(network.second->names);
    return names;
}

} // namespace

TrainedNetwork findTrainedNetwork(const Arrays &arrays, const NetworkChoice &choice)
{
    TrainedNetwork network;
    network.layers = stackOf(arrays);
    network.allLayers = static_cast<int>(network.layers.size());
    for (TrainedLayer &layer : network.layers)
        layer.resetBefore = choice.resetBefore && layer.kind == CellKind::Gru;
    keepLayers(network.layers, choice.layers);
    const bool last = choice.layers.empty() || choice.layers.back() == network.allLayers;
    if (last)
        findHeads(arrays, choice.head, network);
    if (choice.layers.empty() || choice.layers.front() == 1)
        network.front = findFront(arrays, network);
    refuseTooMany(arrays, namesIn(network));
    return network;
}

} // namespace unfold
