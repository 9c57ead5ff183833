#include "core/import/import_report.h"

#include "core/import/layer_names.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr std::size_t mostNamed = 12; ///< of a list; the rest is counted

std::string joined(const std::vector<std::string> &parts, const std::string &between)
{
    std::string all;
    for (std::size_t i = 0; i < std::min(parts.size(), mostNamed); ++i)
        all += (all.empty() ? "" : between) + parts[i];
    if (parts.size() > mostNamed)
        all += " and " + std::to_string(parts.size() - mostNamed) + " others";
    return all;
}

std::string networkOf(const TrainedLayer &layer)
{
    const std::string cell = layer.kind == CellKind::Lstm ? "LSTM" : layer.kind == CellKind::Gru ? "GRU" : "RNN";
    const TrainedLane &lane = layer.lanes.front();
    std::string words = (layer.isBidirectional() ? "bidirectional " : "") + cell + " · input "
        + std::to_string(lane.input()) + " · hidden " + std::to_string(lane.hidden());
    return words + (layer.head ? " · output " + std::to_string(layer.head->weight.rows()) : " · no output layer");
}

/// A name as it can stand in a sentence, whatever it is made of.
std::string shownName(std::string name)
{
    constexpr std::size_t longest = 100; ///< bytes
    for (char &c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    if (name.size() <= longest)
        return name;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0U) == 0x80U) // inside a character of UTF-8
        --end;
    return name.substr(0, end) + "…";
}

std::vector<std::string> takenOf(const TrainedLayer &layer)
{
    std::vector<std::string> taken = layer.names;
    if (layer.head)
        taken.insert(taken.end(), layer.head->names.begin(), layer.head->names.end());
    return taken;
}

/// Why an array is no part of what is shown; empty where nothing is known but that.
std::string whyLeft(const std::string &name, const Array &array, const TrainedLayer &layer)
{
    if (const auto found = layerArrayName(name))
        return found->layer > 0 ? ", a deeper layer" : ", another layer";
    if (!array.isRead())
        return ", " + array.unread;
    const auto width = static_cast<std::int64_t>(layer.lanes.size()) * layer.lanes.front().hidden();
    if (layer.hasDeeperLayers && array.shape.size() == 2 && array.shape[1] == width)
        return ", as it reads the deepest layer";
    return "";
}

std::vector<std::string> leftOf(const Arrays &arrays, const TrainedLayer &layer)
{
    const std::vector<std::string> taken = takenOf(layer);
    std::vector<std::string> left;
    for (const auto &[name, array] : arrays)
        if (std::find(taken.begin(), taken.end(), name) == taken.end())
            left.push_back(shownName(name) + " (" + inWords(array.shape) + whyLeft(name, array, layer) + ")");
    return left;
}

std::vector<std::string> assumedOf(const TrainedLayer &layer, const ImportOptions &options)
{
    std::vector<std::string> assumed;
    if (layer.kind == CellKind::Rnn && !options.activation)
        assumed.emplace_back("tanh, as the file does not say the activation (relu can be chosen under Network)");
    if (!layer.hasBias)
        assumed.emplace_back("biases of 0, as there are none");
    if (!layer.head)
        assumed.emplace_back(layer.isBidirectional()
                ? "a loss on the state h alone, so that g, which runs backwards, has no gradient"
                : "a loss on the state h");
    assumed.emplace_back("random inputs and targets over " + std::to_string(options.steps)
        + (options.steps == 1 ? " step" : " steps") + ", as the file holds no data");
    return assumed;
}

/// "Taken: a, b." with a capital letter; empty for nothing.
std::string part(const std::string &word, const std::vector<std::string> &list, const std::string &between)
{
    return list.empty() ? "" : word + ": " + joined(list, between) + ".";
}

std::vector<std::string> partsOf(const ImportReport &report)
{
    std::vector<std::string> parts{report.network + "."};
    parts.push_back(part("Taken", report.taken, ", "));
    parts.push_back(part("Left", report.left, ", "));
    parts.push_back(part("Assumed", report.assumed, "; "));
    std::erase(parts, "");
    return parts;
}

} // namespace

ImportReport reportOf(const Arrays &arrays, const TrainedLayer &layer, const ImportOptions &options)
{
    ImportReport report{networkOf(layer), takenOf(layer), leftOf(arrays, layer), assumedOf(layer, options)};
    std::transform(report.taken.begin(), report.taken.end(), report.taken.begin(), shownName);
    return report;
}

std::string noteOf(const ImportReport &report)
{
    std::string note = "Drag W_rec: at 1 the network is as it was trained.\n\nImported ";
    for (const std::string &paragraph : partsOf(report))
        note += (note.ends_with(' ') ? "" : "\n\n") + paragraph;
    return note;
}

std::string ImportReport::sentence() const
{
    std::string all;
    for (const std::string &next : partsOf(*this))
        all += (all.empty() ? "" : " ") + next;
    return all;
}

} // namespace unfold
