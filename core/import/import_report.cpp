#include "core/import/import_report.h"

#include "core/file/json_writer.h"
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

std::string cellOf(const TrainedLayer &layer)
{
    return layer.kind == CellKind::Lstm ? "LSTM" : layer.kind == CellKind::Gru ? "GRU" : "RNN";
}

std::string networkOf(const TrainedNetwork &network)
{
    const TrainedLayer &first = network.layers.front();
    std::string words = (first.isBidirectional() ? "bidirectional " : "") + cellOf(first);
    if (network.layers.size() > 1)
        words += " · " + std::to_string(network.layers.size()) + " layers";
    if (network.front)
        words += (network.front->embedding ? " · embedding of " : " · projection of ")
            + std::to_string(network.front->weight.cols());
    words += " · input " + std::to_string(first.lanes.front().input());
    for (const TrainedLayer &layer : network.layers)
        words += (&layer == &first ? " · hidden " : ", ") + std::to_string(layer.lanes.front().hidden());
    if (!network.head())
        return words + " · no output layer";
    const TrainedHead &output = network.second ? *network.second : *network.head();
    return words + " · output " + std::to_string(output.weight.rows());
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

/// Names as they are in the file, each once, and as they can be part of a sentence.
std::vector<std::string> inFile(const Arrays &arrays, const std::vector<std::string> &names)
{
    std::vector<std::string> original;
    const auto add = [&](const std::string &name) {
        if (std::find(original.begin(), original.end(), shownName(name)) == original.end())
            original.push_back(shownName(name));
    };
    for (const std::string &name : names) {
        const auto &origin = arrays.at(name).origin;
        std::for_each(origin.begin(), origin.end(), add);
        if (origin.empty())
            add(name);
    }
    return original;
}

std::vector<std::string> takenOf(const TrainedNetwork &network)
{
    std::vector<std::string> taken;
    const auto add
        = [&](const std::vector<std::string> &names) { taken.insert(taken.end(), names.begin(), names.end()); };
    if (network.front)
        add(network.front->names);
    for (const TrainedLayer &layer : network.layers)
        add(layer.names);
    if (network.head())
        add(network.head()->names);
    if (network.second)
        add(network.second->names);
    return taken;
}

/// Why an array is no part of what is shown; empty where nothing is known.
std::string whyLeft(const std::string &name, const Array &array, const TrainedNetwork &network)
{
    if (layerArrayName(name))
        return network.allLayers > static_cast<int>(network.layers.size()) ? "a layer that was not asked for"
                                                                           : "another layer";
    if (!array.isRead())
        return array.unread;
    const auto &others = network.otherHeads;
    return std::find(others.begin(), others.end(), name) == others.end() ? "" : "would fit as the output";
}

std::vector<ImportReport::Left> leftOf(const Arrays &arrays, const TrainedNetwork &network)
{
    const std::vector<std::string> taken = takenOf(network);
    std::vector<ImportReport::Left> left;
    for (const auto &[name, array] : arrays)
        if (std::find(taken.begin(), taken.end(), name) == taken.end())
            left.push_back({shownName(name), inWords(array.shape), whyLeft(name, array, network)});
    return left;
}

std::vector<std::string> assumedOf(const TrainedNetwork &network, const ImportOptions &options)
{
    const TrainedLayer &layer = network.layers.back();
    std::vector<std::string> assumed;
    if (network.layers.front().kind == CellKind::Rnn && !options.activation)
        assumed.emplace_back("tanh, as the file does not say the activation (relu can be chosen under Network)");
    if (!layer.hasBias)
        assumed.emplace_back("biases of 0, as there are none");
    if (network.front && network.front->embedding)
        assumed.push_back("x is one-hot, as " + shownName(network.front->name) + " is an embedding");
    if (network.front && !network.front->embedding)
        assumed.push_back("no activation behind " + shownName(network.front->name) + ", as the file does not say it");
    if (network.second)
        assumed.emplace_back("relu between the two layers of the head, as the file does not say the activation");
    if (!network.head())
        assumed.emplace_back(layer.isBidirectional()
                ? "a loss on the state h alone, so that g, which runs backwards, has no gradient"
                : "a loss on the state h");
    assumed.emplace_back("random inputs and targets over " + std::to_string(options.steps)
        + (options.steps == 1 ? " step" : " steps") + ", as the file holds no data");
    return assumed;
}

std::vector<std::string> warningsOf(const Arrays &arrays, const TrainedNetwork &network)
{
    if (network.otherHeads.empty())
        return {};
    const std::vector<std::string> others = inFile(arrays, network.otherHeads);
    const std::string taken = network.head() ? inFile(arrays, {network.head()->names.front()}).front() : "none";
    return {"several layers fit as the output; " + taken + " is taken, and not " + joined(others, ", ")};
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
    std::vector<std::string> left;
    for (const ImportReport::Left &array : report.left)
        left.push_back(array.inWords());
    parts.push_back(part("Left", left, ", "));
    parts.push_back(part("Assumed", report.assumed, "; "));
    parts.push_back(part("Warning", report.warnings, "; "));
    std::erase(parts, "");
    return parts;
}

} // namespace

ImportReport reportOf(const ForeignNames &named, const TrainedNetwork &network, const ImportOptions &options)
{
    ImportReport report;
    report.network = networkOf(network);
    report.taken = inFile(named.arrays, takenOf(network));
    report.left = leftOf(named.arrays, network);
    report.assumed = assumedOf(network, options);
    if (named.isLinear && !options.activation)
        report.assumed.front() = "no activation in the recurrence (identity), as i2h has none";
    report.warnings = warningsOf(named.arrays, network);
    report.warnings.insert(report.warnings.end(), named.warnings.begin(), named.warnings.end());
    report.cell = cellOf(network.layers.front());
    report.layers = static_cast<int>(network.layers.size());
    report.head = network.head() ? inFile(named.arrays, {network.head()->names.front()}).front() : "";
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

std::string ImportReport::json() const
{
    JsonWriter json;
    const auto strings = [&](const char *key, const std::vector<std::string> &list) {
        json.key(key).beginArray(JsonWriter::Layout::Block);
        for (const std::string &text : list)
            json.string(text);
        json.end();
    };
    json.beginObject(JsonWriter::Layout::Block);
    json.key("kind").string("weights");
    strings("took", taken);
    json.key("left").beginArray(JsonWriter::Layout::Block);
    for (const Left &array : left) {
        json.beginObject(JsonWriter::Layout::Line);
        json.key("name").string(array.name);
        json.key("shape").string(array.shape);
        json.key("why").string(array.why.empty() ? "no part of the network that is shown" : array.why);
        json.end();
    }
    json.end();
    json.key("cell").string(cell);
    json.key("layers").whole(layers);
    json.key("head");
    head.empty() ? json.raw("null") : json.string(head);
    strings("assumed", assumed);
    strings("warnings", warnings);
    json.end();
    return json.take() + "\n";
}

} // namespace unfold
