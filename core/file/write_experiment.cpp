#include "core/file/data_source_file.h"
#include "core/file/drawing_file.h"
#include "core/file/experiment_file.h"
#include "core/file/initialisation_file.h"
#include "core/file/json_numbers.h"
#include "core/file/migrations.h"
#include "core/file/view_state_file.h"
#include "core/file/write_span.h"
#include "core/file/write_training.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;

void writeNamed(JsonWriter &json, const NamedCircuit &page)
{
    json.beginObject(Layout::Block);
    json.key("name").string(page.name);
    json.key("sizes").beginObject(Layout::Line);
    for (const auto &[name, size] : page.sizes)
        json.key(name).whole(size);
    json.end();
    json.key("activation").string(nameOf(page.activation));
    if (!page.spans.empty()) {
        json.key("spans").beginObject(Layout::Block);
        for (const auto &[node, span] : page.spans)
            writeSpan(json.key(node), span);
        json.end();
    }
    if (hasPhases(page) || page.encoderSteps != 1)
        json.key("encoder_steps").whole(page.encoderSteps);
    if (const CatalogueEntry *entry = catalogueEntry(page.name); entry && entry->layers)
        json.key("layers").whole(page.layers);
    json.end();
}

void writeTerm(JsonWriter &json, const Term &term)
{
    json.beginObject(Layout::Line);
    if (!term.parameter.empty())
        json.key("parameter").string(term.parameter);
    json.key("source").string(term.source);
    if (term.delay != 0)
        json.key("delay").whole(term.delay);
    if (!term.gate.empty())
        json.key("gate").string(term.gate);
    if (term.gateDelay != 0)
        json.key("gateDelay").whole(term.gateDelay);
    if (term.sign != 1)
        json.key("sign").whole(term.sign);
    if (term.recurrent)
        json.key("recurrent").boolean(*term.recurrent);
    json.end();
}

std::string_view nameOf(Role role)
{
    switch (role) {
    case Role::Input: return "input";
    case Role::State: return "state";
    case Role::Output: return "output";
    case Role::Inner: break;
    }
    return "inner";
}

void writeNode(JsonWriter &json, const Node &node)
{
    json.beginObject(node.terms.empty() ? Layout::Line : Layout::Block);
    json.key("name").string(node.name);
    json.key("role").string(nameOf(node.role));
    json.key("size").whole(node.size);
    if (node.activation != Activation::Identity)
        json.key("activation").string(nameOf(node.activation));
    if (!node.bias.empty())
        json.key("bias").string(node.bias);
    if (!node.terms.empty()) {
        json.key("terms").beginArray(Layout::Block);
        for (const Term &term : node.terms)
            writeTerm(json, term);
        json.end();
    }
    if (node.span != Span{})
        writeSpan(json.key("span"), node.span);
    if (node.place) {
        json.key("place").beginObject(Layout::Line);
        json.key("lane").number(node.place->lane);
        json.key("column").number(node.place->column);
        json.end();
    }
    json.end();
}

void writeCircuitTo(JsonWriter &json, const Circuit &circuit)
{
    json.beginObject(Layout::Block);
    json.key("name").string(circuit.name);
    json.key("nodes").beginArray(Layout::Block);
    for (const Node &node : circuit.nodes)
        writeNode(json, node);
    json.end();
    writeDrawing(circuit, json);
    json.end();
}

void writeNumbers(JsonWriter &json, const Experiment &experiment, const Circuit &circuit)
{
    const auto objectOf = [&](std::string_view key, const auto &entries, const auto &writeValue) {
        if (entries.empty())
            return;
        json.key(key).beginObject(Layout::Block);
        for (const auto &[name, value] : entries) {
            json.key(name);
            writeValue(name, value);
        }
        json.end();
    };
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    objectOf("sequence", experiment.sequence, [&](const auto &, const Matrix &m) { writeMatrix(json, m.transpose()); });
    objectOf("initial", experiment.initial, [&](const auto &, const Vector &v) { writeVector(json, v); });
    objectOf("parameters", experiment.parameters, [&](const std::string &name, const Matrix &m) {
        const int index = indexOf(infos, name);
        if (index >= 0 && infos[static_cast<std::size_t>(index)].bias)
            writeVector(json, m.col(0));
        else
            writeMatrix(json, m);
    });
}

void writeLoss(JsonWriter &json, const Loss &loss)
{
    json.beginObject(Layout::Block);
    json.key("kind").string(loss.kind == LossKind::CrossEntropy ? "cross-entropy" : "squared-error");
    json.key("source").string(loss.source);
    writeSpan(json.key("at"), loss.at);
    json.key("targets");
    if (loss.kind == LossKind::SquaredError) {
        writeMatrix(json, loss.vectors.transpose());
    } else {
        json.beginArray(Layout::Line);
        for (const int y : loss.classes)
            json.whole(y);
        json.end();
    }
    json.end();
}

/// The keys of one experiment.
void writeOne(const Experiment &experiment, JsonWriter &json)
{
    json.key("title").string(experiment.title);
    if (!experiment.note.empty())
        json.key("note").string(experiment.note);
    json.key("circuit");
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        writeNamed(json, *page);
    else
        writeCircuitTo(json, std::get<Circuit>(experiment.circuit));
    if (experiment.steps)
        json.key("steps").whole(*experiment.steps);
    writeInitialisation(experiment.initialisation, json.key("initialisation"));
    json.key("gain").number(experiment.gain);
    if (experiment.loss)
        writeLoss(json.key("loss"), *experiment.loss);
    if (experiment.clip)
        json.key("clip").number(*experiment.clip);
    writeNumbers(json, experiment, circuitOf(experiment));
    if (experiment.data != DataSource{})
        writeDataSource(experiment.data, json.key("data"));
    if (experiment.training)
        writeTraining(*experiment.training, circuitOf(experiment), json.key("training"));
}

void writeTwin(const TwinExperiment &twin, JsonWriter &json)
{
    json.beginObject(Layout::Block);
    writeOne(twin.experiment, json);
    json.key("links").beginArray(Layout::Line);
    for (const Link link : twin.links)
        json.string(nameOf(link));
    json.end();
    json.end();
}

} // namespace

std::string writeExperiment(
    const Experiment &experiment, const ViewState &view, const std::optional<TwinExperiment> &twin)
{
    JsonWriter json;
    json.beginObject(Layout::Block);
    json.key("format").string("unfold-experiment");
    json.key("version").whole(newestVersion());
    writeOne(experiment, json);
    if (view != ViewState{})
        writeViewState(view, json.key("view"));
    if (twin)
        writeTwin(*twin, json.key("twin"));
    json.end();
    return json.take();
}

std::string writeCircuit(const Circuit &circuit)
{
    JsonWriter json;
    writeCircuitTo(json, circuit);
    return json.take();
}

} // namespace unfold
