#include "core/experiment/circuit_change.h"

#include "core/circuit/edit_circuit.h"
#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/experiment/check.h"
#include "core/experiment/example.h"
#include "core/experiment/make_data.h"

namespace unfold {
namespace {

/// "RNN with output (edited)": the name of a circuit that was a page of the catalogue.
std::string editedName(const NamedCircuit &page)
{
    const CatalogueEntry *entry = catalogueEntry(page.name);
    const std::string title = entry ? entry->title.substr(0, entry->title.find(" (")) : page.name;
    return title + " (edited)";
}

Experiment writtenOut(Experiment experiment, const Circuit &circuit)
{
    const auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    const std::string name = page && circuit.name == page->name ? editedName(*page) : circuit.name;
    experiment.circuit = circuit;
    std::get<Circuit>(experiment.circuit).name = name;
    return experiment;
}

bool differOnlyInPlaces(Circuit a, const Circuit &b)
{
    if (a.nodes.size() != b.nodes.size())
        return false;
    for (std::size_t n = 0; n < a.nodes.size(); ++n)
        a.nodes[n].place = b.nodes[n].place;
    a.drawing = b.drawing;
    a.name = b.name;
    return a == b;
}

template <typename Value>
void moveKey(std::map<std::string, Value> &map, const std::string &from, const std::string &to)
{
    if (auto entry = map.extract(from)) {
        entry.key() = to;
        map.insert(std::move(entry));
    }
}

const Node *nodeIn(const Circuit &circuit, const std::string &name)
{
    const int index = circuit.indexOf(name);
    return index < 0 ? nullptr : &circuit.nodes[static_cast<std::size_t>(index)];
}

/// Whether a node that is known to both says as much as before, at the same steps.
bool same(const Node *a, const Node *b)
{
    return a && b && a->role == b->role && a->size == b->size && a->span == b->span;
}

/// What is read and started from stays where its node is the same: the data would make other numbers under another
/// name.
void keepNumbers(Experiment &next, const Circuit &circuit, const Experiment &before, const Circuit &old)
{
    for (auto &[name, rows] : next.sequence)
        if (const auto had = before.sequence.find(name);
            had != before.sequence.end() && same(nodeIn(circuit, name), nodeIn(old, name)))
            rows = had->second;
    for (const auto &[name, value] : before.initial)
        if (const Node *node = nodeIn(circuit, name); node && node->size == value.size())
            next.initial[name] = value;
    if (next.loss && before.loss && next.loss->source == before.loss->source && next.loss->at == before.loss->at
        && same(nodeIn(circuit, next.loss->source), nodeIn(old, next.loss->source)))
        next.loss = before.loss;
}

void refuseTaken(const Circuit &circuit, const std::string &parameter)
{
    if (parameter.empty())
        throw InputError("parameters", "the name is empty", "a name");
    if (usesOf(circuit, parameter) > 0)
        throw InputError(
            "parameters." + parameter, "a parameter is called \"" + parameter + "\" already", "a name of its own");
}

/// The parameter as it is before the gain.
Matrix baseOf(const Experiment &experiment, const ParameterInfo &info)
{
    const auto given = experiment.parameters.find(info.name);
    return given == experiment.parameters.end() ? initialise(info, experiment.initialisation) : given->second;
}

} // namespace

Experiment withChangedCircuit(const Experiment &before, Circuit circuit)
{
    const Circuit old = circuitOf(before);
    if (circuit == old)
        return before;
    Experiment next = writtenOut(before, circuit);
    if (differOnlyInPlaces(circuit, old)) {
        check(next);
        return next;
    }
    validate(circuit);
    next = makeData(std::move(next), stepsOf(before, old), before);
    keepNumbers(next, circuitOf(next), before, old);
    next.title.clear();
    next.note.clear();
    check(next);
    return next;
}

Experiment withNodeRenamed(const Experiment &before, const std::string &from, const std::string &to)
{
    const Circuit circuit = circuitOf(before);
    const int node = circuit.indexOf(from);
    if (node < 0)
        throw InputError("circuit.nodes", "no node is called \"" + from + "\"", "one of " + namesOf(circuit));
    if (from == to)
        return before;
    if (circuit.indexOf(to) >= 0)
        throw InputError("circuit.nodes", "a second node is called \"" + to + "\"", "a name of its own");
    Experiment next = writtenOut(before, withName(circuit, node, to));
    moveKey(next.sequence, from, to);
    moveKey(next.initial, from, to);
    if (next.loss && next.loss->source == from)
        next.loss->source = to;
    check(next);
    return keptTraining(std::move(next));
}

Experiment withParameterRenamed(const Experiment &before, const std::string &from, const std::string &to)
{
    const Circuit circuit = circuitOf(before);
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    const int index = indexOf(infos, from);
    if (index < 0)
        throw InputError("parameters." + from, "the circuit has no parameter of this name", "a parameter");
    if (from == to)
        return before;
    refuseTaken(circuit, to);
    ParameterInfo info = infos[static_cast<std::size_t>(index)];
    const Matrix value = baseOf(before, info);
    Experiment next = writtenOut(before, withParameterRenamed(circuit, from, to));
    next.parameters.erase(from);
    moveKey(next.initialisation.constants, from, to);
    moveKey(next.initialisation.recipes, from, to);
    info.name = to;
    if (initialise(info, next.initialisation) != value)
        next.parameters[to] = value;
    check(next);
    return keptTraining(std::move(next));
}

bool dataSetsSizes(const Experiment &experiment)
{
    return std::holds_alternative<TextSource>(experiment.data.kind)
        || std::holds_alternative<SeriesSource>(experiment.data.kind);
}

} // namespace unfold
