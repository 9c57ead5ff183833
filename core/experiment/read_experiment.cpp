#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/experiment/check.h"
#include "core/experiment/data_source_file.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/json_document.h"
#include "core/experiment/migrations.h"
#include "core/experiment/read_circuit.h"
#include "core/experiment/view_state_file.h"

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

Initialisation readInitialisation(const JsonValue &json, Warnings &warnings)
{
    json.warnUnknown({"recipe", "seed", "scaled_by"}, warnings);
    Initialisation initialisation;
    if (json.has("recipe")) {
        const JsonValue recipe = json.at("recipe");
        const auto known = recipeNamed(recipe.string());
        if (!known)
            recipe.refuse("there is no recipe called \"" + recipe.string() + "\"",
                "orthogonal, identity, glorot-uniform or gaussian");
        initialisation.recipe = *known;
    }
    if (json.has("seed"))
        initialisation.seed = json.at("seed").seed();
    if (json.has("scaled_by")) {
        const std::string by = json.at("scaled_by").string();
        if (by == "largest-singular-value")
            initialisation.scaledBy = ScaledBy::LargestSingularValue;
        else if (by != "spectral-radius")
            json.at("scaled_by")
                .refuse(json.at("scaled_by").description(), "spectral-radius or largest-singular-value");
    }
    return initialisation;
}

Loss readLoss(const JsonValue &json, const Circuit &circuit, Warnings &warnings)
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
        loss.at = readSpan(json.at("at"));
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
        warnings.push_back(std::string(error.what()) + "; it is ignored");
    }
}

/// An encoder that does not say for how many steps it reads: for as many as there are rows of x.
void completeEncoder(const JsonValue &json, Experiment &experiment)
{
    auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    if (!page || page->name != "encoder-decoder" || json.at("circuit").has("encoder_steps") || !json.has("sequence")
        || !json.at("sequence").has("x"))
        return;
    if (const auto rows = json.at("sequence").at("x").items(); !rows.empty())
        page->encoderSteps = static_cast<int>(rows.size());
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
        experiment.loss = readLoss(json.at("loss"), circuit, warnings);
    if (json.has("clip"))
        experiment.clip = readThreshold(json.at("clip"));
}

} // namespace

ReadExperiment readExperiment(const std::string &text)
{
    nlohmann::json document = parseJson(text);
    const JsonValue json(document, "");
    ReadExperiment read;
    readFormat(json, read.warnings);
    migrate(document, read.warnings);
    json.warnUnknown({"format", "version", "title", "circuit", "steps", "sequence", "initial", "parameters",
                         "initialisation", "gain", "loss", "clip", "data", "note", "view"},
        read.warnings);
    if (json.has("title"))
        read.experiment.title = json.at("title").string();
    read.experiment.circuit = readCircuit(json.at("circuit"), read.warnings);
    completeEncoder(json, read.experiment);
    const Circuit circuit = circuitOf(read.experiment);
    validate(circuit);
    readBody(json, circuit, read.experiment, read.warnings);
    readOwnKeys(json, read.experiment, read.warnings);
    const int steps = check(read.experiment).steps;
    if (json.has("view"))
        read.view = readViewState(json.at("view"), circuit, steps, read.warnings);
    return read;
}

} // namespace unfold
