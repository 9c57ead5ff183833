#include "ui/controls/settings_choices.h"

#include "core/circuit/parameters.h"
#include "core/data/dataset.h"

#include <QCoreApplication>

#include <algorithm>

namespace unfold {
namespace {

constexpr int longestRun = 1000;

struct SettingsChoicesText {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

CircuitChoice choiceOf(const CatalogueEntry &entry)
{
    return {entry.name, QString::fromStdString(entry.title), QString::fromStdString(entry.lesson)};
}

CircuitChoice ownChoice(const Experiment &experiment)
{
    if (const auto *named = std::get_if<NamedCircuit>(&experiment.circuit)) {
        if (const CatalogueEntry *entry = catalogueEntry(named->name))
            return choiceOf(*entry);
        return {named->name, QString::fromStdString(named->name), {}};
    }
    const QString name = QString::fromStdString(std::get<Circuit>(experiment.circuit).name);
    return {{},
        name.isEmpty() ? SettingsChoicesText::tr("defined in the file")
                       : SettingsChoicesText::tr("%1 (defined in the file)").arg(name),
        SettingsChoicesText::tr("This circuit is defined in the file, node by node.")};
}

bool has(const Circuit &circuit, Role role)
{
    return std::any_of(
        circuit.nodes.begin(), circuit.nodes.end(), [role](const Node &node) { return node.role == role; });
}

bool isGiven(const Experiment &experiment)
{
    return std::holds_alternative<GivenSource>(experiment.data.kind);
}

/// Whether a choice of activation changes anything.
bool usesActivation(const NamedCircuit &page)
{
    return makeCircuit(page.name, page.sizes, Activation::Identity)
        != makeCircuit(page.name, page.sizes, Activation::Relu);
}

QString whyNoShape(const Experiment &experiment, const Circuit &circuit)
{
    if (std::holds_alternative<Circuit>(experiment.circuit))
        return SettingsChoicesText::tr("This circuit is defined in the file, with its spans.");
    if (!has(circuit, Role::Input) || !has(circuit, Role::Output))
        return SettingsChoicesText::tr(
            "The shape is which steps have an input and which have an output; this network does not have both.");
    return {};
}

QString whyNoScaledBy(const Experiment &experiment, const Circuit &circuit)
{
    for (const ParameterInfo &parameter : parametersOf(circuit))
        if (parameter.recurrent && !experiment.parameters.contains(parameter.name)
            && !experiment.initialisation.constants.contains(parameter.name))
            return {};
    return SettingsChoicesText::tr("No recurrent matrix is drawn by a recipe here, so there is nothing to scale.");
}

} // namespace

std::vector<CircuitChoice> circuitChoices(const Experiment &experiment)
{
    std::vector<CircuitChoice> choices;
    for (const CatalogueEntry &entry : catalogue())
        choices.push_back(choiceOf(entry));
    if (indexOfCircuit(choices, experiment) < 0)
        choices.push_back(ownChoice(experiment));
    return choices;
}

int indexOfCircuit(const std::vector<CircuitChoice> &choices, const Experiment &experiment)
{
    const auto *named = std::get_if<NamedCircuit>(&experiment.circuit);
    const std::string name = named ? named->name : std::string();
    const auto found
        = std::find_if(choices.begin(), choices.end(), [&name](const CircuitChoice &c) { return c.name == name; });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

Refusals refusalsOf(const Experiment &experiment, const Circuit &circuit)
{
    Refusals why;
    const bool writtenOut = std::holds_alternative<Circuit>(experiment.circuit);
    why.shape = whyNoShape(experiment, circuit);
    why.unequalShape = SettingsChoicesText::tr("One loop can do this as well, with spans that the file sets. From this "
                                               "list it needs a circuit with two phases, such as encoder–decoder.");
    if (hasPhases(experiment))
        why.unequalShape.clear();
    if (writtenOut) {
        why.hidden = SettingsChoicesText::tr("This circuit is defined in the file, with its sizes.");
        why.activation = SettingsChoicesText::tr("This circuit is defined in the file, with its activations.");
    }
    if (const auto *named = std::get_if<NamedCircuit>(&experiment.circuit); named && !usesActivation(*named))
        why.activation
            = SettingsChoicesText::tr("The gates and the candidate of this cell have activations of their own.");
    if (isGiven(experiment) && !experiment.sequence.empty())
        why.steps = SettingsChoicesText::tr(
            "The sequence is in the file and fixes the number of steps. Choose other data to change it.");
    why.scaledBy = whyNoScaledBy(experiment, circuit);
    if (!has(circuit, Role::Input))
        why.inputScale = SettingsChoicesText::tr("This network reads no input.");
    else if (isGiven(experiment))
        why.inputScale = SettingsChoicesText::tr("The inputs are in the file and are taken as written.");
    else if (std::holds_alternative<ZeroSource>(experiment.data.kind))
        why.inputScale = SettingsChoicesText::tr("Every input is zero; no factor changes that.");
    if (!experiment.loss)
        why.loss = SettingsChoicesText::tr("This experiment has no loss: no output is compared with a target.");
    return why;
}

int mostSteps(const Experiment &experiment)
{
    const int longest = longestSequence(experiment.data);
    return longest < 1 ? longestRun : std::min(longest, longestRun);
}

} // namespace unfold
