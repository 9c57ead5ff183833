#include "core/file/training_state_file.h"

#include "core/experiment/check.h"
#include "core/file/json_numbers.h"

namespace unfold {
namespace {

using Layout = JsonWriter::Layout;
using Warnings = std::vector<std::string>;

std::int64_t readCount(const JsonValue &json, const std::string &key, int least)
{
    if (!json.has(key))
        return least;
    const std::uint64_t count = json.at(key).seed();
    if (count < static_cast<std::uint64_t>(least) || count > (std::uint64_t{1} << 53U))
        json.at(key).refuse(json.at(key).description(), "a whole number from " + std::to_string(least));
    return static_cast<std::int64_t>(count);
}

/// A matrix for each parameter; all of them must be there.
std::vector<Matrix> readAll(const JsonValue &json, const std::vector<ParameterInfo> &infos)
{
    for (const auto &[name, value] : json.members())
        parameterNamed(infos, name, value.path());
    std::vector<Matrix> all;
    for (const ParameterInfo &info : infos) {
        const JsonValue value = json.at(info.name);
        all.push_back(info.bias ? Matrix(value.vector(info.rows)) : value.rows(info.rows, info.cols));
    }
    return all;
}

std::vector<Matrix> readCarried(const JsonValue &json, const Circuit &circuit)
{
    std::vector<Matrix> carried;
    for (const Node &node : circuit.nodes)
        carried.push_back(
            json.has(node.name) ? Matrix(json.at(node.name).rows(node.size).transpose()) : Matrix(node.size, 0));
    return carried;
}

TrainingState readOneState(const JsonValue &json, const Circuit &circuit, OptimiserKind kind, Warnings &warnings)
{
    json.warnUnknown(
        {"update", "epoch", "batch", "parameters", "first_moments", "second_moments", "carried", "best", "not_better"},
        warnings);
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    TrainingState state;
    state.update = readCount(json, "update", 0);
    state.epoch = readCount(json, "epoch", 1);
    state.batch = readCount(json, "batch", 0);
    state.notBetter = static_cast<int>(readCount(json, "not_better", 0));
    if (json.has("parameters"))
        state.parameters = readAll(json.at("parameters"), infos);
    if (json.has("first_moments") && (kind == OptimiserKind::Momentum || kind == OptimiserKind::Adam))
        state.moments.first = readAll(json.at("first_moments"), infos);
    if (json.has("second_moments") && kind != OptimiserKind::Sgd && kind != OptimiserKind::Momentum)
        state.moments.second = readAll(json.at("second_moments"), infos);
    if (json.has("carried"))
        state.carried = readCarried(json.at("carried"), circuit);
    return state;
}

void writeCarried(const std::vector<Matrix> &carried, const Circuit &circuit, JsonWriter &json)
{
    json.beginObject(Layout::Block);
    for (std::size_t n = 0; n < carried.size(); ++n)
        if (carried[n].cols() > 0)
            writeMatrix(json.key(circuit.nodes[n].name), carried[n].transpose());
    json.end();
}

/// The keys of one state; `parameters` only where it is not the state of the experiment itself.
void writeOneState(const TrainingState &state, const Circuit &circuit, bool withParameters, JsonWriter &json)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    json.key("update").whole(state.update);
    json.key("epoch").whole(state.epoch);
    json.key("batch").whole(state.batch);
    if (withParameters)
        writeParameters(infos, state.parameters, json.key("parameters"));
    if (!state.moments.first.empty())
        writeParameters(infos, state.moments.first, json.key("first_moments"));
    if (!state.moments.second.empty())
        writeParameters(infos, state.moments.second, json.key("second_moments"));
    if (state.batch > 0 && !state.carried.empty())
        writeCarried(state.carried, circuit, json.key("carried"));
}

} // namespace

TrainingState readTrainingState(const JsonValue &json, const Circuit &circuit, OptimiserKind kind, Warnings &warnings)
{
    TrainingState state = readOneState(json, circuit, kind, warnings);
    state.parameters.clear();
    if (!json.has("best"))
        return state;
    const JsonValue best = json.at("best");
    best.warnUnknown({"value", "state"}, warnings);
    best.at("state").at("parameters"); // which must be there
    state.best = std::make_shared<const BestMoment>(
        BestMoment{best.at("value").number(), readOneState(best.at("state"), circuit, kind, warnings)});
    return state;
}

void writeTrainingState(const TrainingState &state, const Circuit &circuit, JsonWriter &json)
{
    json.beginObject(Layout::Block);
    writeOneState(state, circuit, false, json);
    if (state.best) {
        json.key("not_better").whole(state.notBetter);
        json.key("best").beginObject(Layout::Block);
        json.key("value").number(state.best->value);
        json.key("state").beginObject(Layout::Block);
        writeOneState(state.best->state, circuit, true, json);
        json.end();
        json.end();
    }
    json.end();
}

void writeParameters(const std::vector<ParameterInfo> &infos, const std::vector<Matrix> &matrices, JsonWriter &json)
{
    json.beginObject(Layout::Block);
    for (std::size_t p = 0; p < infos.size(); ++p)
        if (infos[p].bias)
            writeVector(json.key(infos[p].name), matrices[p].col(0));
        else
            writeMatrix(json.key(infos[p].name), matrices[p]);
    json.end();
}

} // namespace unfold
