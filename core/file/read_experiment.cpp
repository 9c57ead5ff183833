#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/experiment/check.h"
#include "core/experiment/example.h"
#include "core/experiment/fill_from_data.h"
#include "core/file/data_source_file.h"
#include "core/file/experiment_file.h"
#include "core/file/initialisation_file.h"
#include "core/file/json_document.h"
#include "core/file/migrations.h"
#include "core/file/read_circuit.h"
#include "core/file/read_training.h"
#include "core/file/view_state_file.h"

#include <algorithm>

namespace unfold {
namespace {

using Warnings = std::vector<std::string>;

void readFormat(const JsonValue &json, Warnings &warnings)
{
    if (!json.isObject())
        json.refuse(json.description(), "an experiment, a JSON object");
    if (!json.has("format"))
        warnings.emplace_back("format: the key is missing; the file is read as an \"unfold-experiment\"");
    else if (json.at("format").string() != "unfold-experiment")
        json.at("format").refuse(json.at("format").description(), "\"unfold-experiment\"");
}

void readSequence(const JsonValue &json, const Circuit &circuit, Experiment &experiment)
{
    for (const auto &[name, rows] : json.members())
        experiment.sequence[name] = rows.rows(nodeNamed(circuit, name, rows.path()).size).transpose();
}

/// Whether anything reads the node across the ends of the sequence.
bool readsInitial(const Circuit &circuit, const std::string &name)
{
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms)
            if ((term.source == name && term.delay != 0) || (term.gate == name && term.gateDelay != 0))
                return true;
    return false;
}

void readInitial(const JsonValue &json, const Circuit &circuit, Experiment &experiment, Warnings &warnings)
{
    for (const auto &[name, value] : json.members()) {
        experiment.initial[name] = value.vector(nodeNamed(circuit, name, value.path()).size);
        if (!readsInitial(circuit, name))
            warnings.push_back(
                value.path() + ": nothing reads \"" + name + "\" before step 1 or after the last; it has no effect");
    }
}

void readParameters(const JsonValue &json, const Circuit &circuit, Experiment &experiment)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    for (const auto &[name, value] : json.members()) {
        const ParameterInfo &info = parameterNamed(infos, name, value.path());
        experiment.parameters[name] = info.bias ? Matrix(value.vector(info.rows)) : value.rows(info.rows, info.cols);
    }
}

/// Where the file has examples or data for a training, the targets may come from those.
enum class Targets { Needed, MayCome };

Loss readLoss(const JsonValue &json, const Circuit &circuit, Targets targets, Warnings &warnings)
{
    json.warnUnknown({"kind", "source", "at", "targets"}, warnings);
    Loss loss;
    const std::string kind = json.at("kind").string();
    if (kind == "squared-error")
        loss.kind = LossKind::SquaredError;
    else if (kind != "cross-entropy")
        json.at("kind").refuse("there is no loss called \"" + kind + "\"", "cross-entropy or squared-error");
    if (json.has("source"))
        loss.source = json.at("source").string();
    const Node &source = nodeNamed(circuit, loss.source, pathOf(json.path(), "source"));
    if (json.has("at"))
        loss.at = readLossSteps(json.at("at"));
    if (loss.at == Span{})
        loss.at = source.span; // every step at which the source exists
    if (targets == Targets::MayCome && !json.has("targets"))
        return loss;
    if (loss.kind == LossKind::CrossEntropy)
        loss.classes = json.at("targets").classes();
    else
        loss.vectors = json.at("targets").rows(source.size).transpose();
    return loss;
}

double readThreshold(const JsonValue &json)
{
    const double threshold = json.number();
    if (!(threshold > 0))
        json.refuse(json.description(), "the largest norm of the gradient over all parameters, a number above 0");
    return threshold;
}

/// The app's own keys. A file from elsewhere may mean something else by them: what is not understood is said and
/// ignored.
void readOwnKeys(const JsonValue &json, Experiment &experiment, Warnings &warnings)
{
    try {
        if (json.has("note"))
            experiment.note = json.at("note").string();
        if (json.has("data"))
            experiment.data = readDataSource(json.at("data"), warnings);
    } catch (const InputError &error) {
        if (error.place.starts_with("data") && !json.has("sequence"))
            throw; // the sequence would have come from it
        warnings.push_back(std::string(error.what()) + "; it is ignored");
    }
}

/// An encoder that does not say for how many steps it reads: for as many as there are rows of x.
void completeEncoder(const JsonValue &json, Experiment &experiment)
{
    auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    if (!page || !hasPhases(*page) || json.at("circuit").has("encoder_steps") || !json.has("sequence")
        || !json.at("sequence").has("x"))
        return;
    if (const auto rows = json.at("sequence").at("x").items(); !rows.empty())
        page->encoderSteps = static_cast<int>(rows.size());
}

/// Whether the file says where its sequence comes from, and not the sequence.
bool leavesSequenceToData(const JsonValue &json, const Experiment &experiment)
{
    if (!makesSequence(experiment.data) || (json.has("sequence") && !json.at("sequence").members().empty()))
        return false;
    const std::vector<Node> nodes = circuitOf(experiment).nodes;
    return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) { return node.role == Role::Input; });
}

/// Whether it learns from examples of their own, the first of which it may show.
bool hasExamples(const JsonValue &json)
{
    return json.has("training") && (json.at("training").has("examples") || json.at("training").has("task"));
}

/// What is learned from data needs no loss in the file.
Experiment filled(const JsonValue &json, Experiment experiment)
{
    if (json.has("training") && !experiment.loss) {
        const bool series = std::holds_alternative<SeriesSource>(experiment.data.kind);
        experiment.loss.emplace().kind = series ? LossKind::SquaredError : LossKind::CrossEntropy;
    }
    const bool written = json.has("loss") && json.at("loss").has("targets");
    return filledFromData(experiment, {experiment.loss && !written, !json.has("initial")});
}

/// "training"; without a sequence and targets of its own the experiment shows what it learns from.
void readLearning(const JsonValue &json, Experiment &experiment, Warnings &warnings)
{
    const bool showsOther = !json.has("sequence") && !(json.has("loss") && json.at("loss").has("targets"));
    experiment.training = std::make_shared<const Training>(readTraining(json.at("training"), experiment, warnings));
    if (showsOther)
        showFirstExample(experiment);
    if (experiment.loss->classes.empty() && experiment.loss->vectors.size() == 0)
        json.at("loss").at("targets"); // says that they are missing
}

/// Needs a valid circuit for the shapes that the rest must have.
void readBody(const JsonValue &json, const Circuit &circuit, Experiment &experiment, Warnings &warnings)
{
    if (json.has("steps"))
        experiment.steps = json.at("steps").size();
    if (json.has("sequence"))
        readSequence(json.at("sequence"), circuit, experiment);
    if (json.has("initial"))
        readInitial(json.at("initial"), circuit, experiment, warnings);
    if (json.has("parameters"))
        readParameters(json.at("parameters"), circuit, experiment);
    if (json.has("initialisation"))
        experiment.initialisation = readInitialisation(json.at("initialisation"), warnings);
    if (json.has("gain"))
        experiment.gain = json.at("gain").number();
    if (json.has("loss"))
        experiment.loss = readLoss(json.at("loss"), circuit,
            json.has("training") || leavesSequenceToData(json, experiment) ? Targets::MayCome : Targets::Needed,
            warnings);
    if (json.has("clip"))
        experiment.clip = readThreshold(json.at("clip"));
}

/// One experiment, checked as a whole.
Experiment readOne(const JsonValue &json, Warnings &warnings)
{
    Experiment experiment;
    if (json.has("title"))
        experiment.title = json.at("title").string();
    experiment.circuit = readCircuit(json.at("circuit"), warnings);
    completeEncoder(json, experiment);
    readOwnKeys(json, experiment, warnings);
    const bool unwritten = leavesSequenceToData(json, experiment);
    if (unwritten)
        fitUnwrittenSizes(experiment);
    const Circuit circuit = circuitOf(experiment);
    validate(circuit);
    readBody(json, circuit, experiment, warnings);
    if (unwritten && !hasExamples(json))
        experiment = filled(json, std::move(experiment));
    if (json.has("training"))
        readLearning(json, experiment, warnings);
    if (experiment.training)
        checkTraining(experiment); // first: a fault of the example that is shown is one of the example
    check(experiment);
    return experiment;
}

/// What the file says is linked, as far as it is the same in both.
Links readLinks(const JsonValue &json, const Experiment &first, const Experiment &twin, Warnings &warnings)
{
    Links links;
    for (const JsonValue &entry : json.items()) {
        const std::string name = entry.string();
        const auto link = linkNamed(name);
        if (!link)
            entry.refuse("there is no link called \"" + name + "\"",
                "circuit, size, activation, recipe, seed, gain, data or loss");
        if (differ(*link, first, twin))
            warnings.push_back(entry.path() + ": \"" + name + "\" is not the same in both; it is not linked");
        else
            links.insert(*link);
    }
    return links;
}

TwinExperiment readTwin(const JsonValue &json, const Experiment &first, Warnings &warnings)
{
    if (!json.isObject())
        json.refuse(json.description(), "an experiment, a JSON object");
    json.warnUnknown({"title", "circuit", "steps", "sequence", "initial", "parameters", "initialisation", "gain",
                         "loss", "clip", "data", "note", "links"},
        warnings);
    TwinExperiment twin;
    try {
        twin.experiment = readOne(json, warnings);
    } catch (const InputError &error) { // what is checked as a whole knows nothing of where it stands
        const bool placed = error.place.rfind(json.path(), 0) == 0;
        throw InputError(placed ? error.place : json.path() + "." + error.place, error.wrong, error.expected);
    }
    const int steps = stepsOf(twin.experiment, circuitOf(twin.experiment));
    const int needed = stepsOf(first, circuitOf(first));
    if (steps != needed)
        json.refuse("it has " + std::to_string(steps) + " steps",
            std::to_string(needed) + " as the experiment itself: both have one time axis");
    if (json.has("links"))
        twin.links = readLinks(json.at("links"), first, twin.experiment, warnings);
    return twin;
}

} // namespace

ReadExperiment readExperiment(const std::string &text, ReadTwins twins)
{
    nlohmann::json document = parseJson(text);
    const JsonValue json(document, "");
    ReadExperiment read;
    readFormat(json, read.warnings);
    migrate(document, read.warnings);
    json.warnUnknown({"format", "version", "title", "circuit", "steps", "sequence", "initial", "parameters",
                         "initialisation", "gain", "loss", "clip", "data", "note", "training", "view", "twin"},
        read.warnings);
    read.experiment = readOne(json, read.warnings);
    const Circuit circuit = circuitOf(read.experiment);
    if (json.has("view"))
        read.view = readViewState(json.at("view"), circuit, stepsOf(read.experiment, circuit), read.warnings);
    if (json.has("twin") && twins == ReadTwins::Yes)
        read.twin = readTwin(json.at("twin"), read.experiment, read.warnings);
    return read;
}

} // namespace unfold
