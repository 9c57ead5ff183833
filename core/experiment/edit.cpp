#include "core/experiment/edit.h"

#include "core/circuit/input_error.h"
#include "core/data/dataset.h"
#include "core/experiment/apply_shape.h"
#include "core/experiment/check.h"
#include "core/experiment/example.h"
#include "core/experiment/given_parameters.h"
#include "core/experiment/make_data.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int usualSteps = 16; ///< where one step becomes many and nothing else says how many
constexpr int longestShown = 1000;

int currentSteps(const Experiment &experiment)
{
    return stepsOf(experiment, circuitOf(experiment));
}

/// The last act of every change that touches shapes.
Experiment finished(Experiment next, int steps, const Experiment &before)
{
    next = makeData(std::move(next), steps, before);
    check(next);
    return next;
}

bool isGiven(const Experiment &experiment)
{
    return std::holds_alternative<GivenSource>(experiment.data.kind);
}

/// `wanted` steps, or as many as the data has.
int available(const DataSource &data, int wanted)
{
    const int longest = longestSequence(data);
    return longest < 0 ? wanted : std::min(wanted, longest);
}

/// What a person chooses in the window is to have a gradient. A file that has none, and numbers of its own, is left
/// alone.
void ensureLoss(Experiment &experiment)
{
    if (!experiment.loss && !isGiven(experiment))
        experiment.loss.emplace();
}

/// Spans that were made for a number of steps, made for another. Those of a file are its own.
void fitSpans(Experiment &experiment, int steps, const Experiment &before)
{
    if (isGiven(experiment) || steps == stepsOf(before, circuitOf(before)))
        return;
    if (hasPhases(experiment) || shapeOf(before) == Shape::ManyToManyUnequal)
        applyShape(experiment, Shape::ManyToManyUnequal, steps);
}

/// The shape that another circuit should have: the same, as far as there is one.
Shape shapeToKeep(const Experiment &experiment)
{
    if (const auto shape = shapeOf(experiment))
        return *shape;
    const bool last = experiment.loss && experiment.loss->at == Span{Span::Kind::Last, 1};
    return last ? Shape::ManyToOne : Shape::ManyToMany;
}

// --- sizes ---

int sizeOf(const Circuit &circuit, Role role)
{
    for (const Node &node : circuit.nodes)
        if (node.role == role)
            return node.size;
    return 0;
}

/// The sizes that `entry` knows, as they are in the present circuit; what that has not gets the default of the
/// catalogue.
Sizes keptSizes(const CatalogueEntry &entry, const Circuit &circuit)
{
    Sizes sizes;
    for (const SizeKey &key : entry.sizes) {
        const int size = key.role == SizeRole::Hidden
            ? hiddenSizeOf(circuit)
            : sizeOf(circuit, key.role == SizeRole::Input ? Role::Input : Role::Output);
        if (size > 0)
            sizes[key.name] = size;
    }
    return sizes;
}

bool hasParameters(const Node &node)
{
    return std::any_of(node.terms.begin(), node.terms.end(), [](const Term &term) { return !term.parameter.empty(); });
}

/// Whether only the way of reading differs: its scale, or how a series is standardised.
bool sameContent(const DataSource &a, const DataSource &b)
{
    const auto *series = std::get_if<SeriesSource>(&a.kind);
    const auto *other = std::get_if<SeriesSource>(&b.kind);
    return series && other ? series->values == other->values : a.kind == b.kind;
}

/// The title and the note of a scene speak of that scene; another network or other data is none of it any more.
void leaveScene(Experiment &experiment)
{
    experiment.title.clear();
    experiment.note.clear();
}

/// The report of an imported network is in its note: what is no longer as it says is said there too.
void noteDrawnAnew(Experiment &experiment, const std::vector<std::string> &names)
{
    experiment.note += (experiment.note.empty() ? "" : "\n\n") + std::string("Drawn anew for data of another size: ")
        + listed(names) + ".";
}

/// Another kind of data, or another series; a text that is being typed stays what it was: a text.
bool ofAnotherKind(const DataSource &a, const DataSource &b)
{
    return a.kind.index() != b.kind.index() || (std::holds_alternative<SeriesSource>(a.kind) && !sameContent(a, b));
}

/// A new text or series is read from its beginning to its end, as far as it can be shown; anything else keeps the
/// number of steps.
int stepsFor(const DataSource &data, const Experiment &before)
{
    const int longest = longestSequence(data);
    if (longest < 0 || sameContent(data, before.data))
        return available(data, currentSteps(before));
    return std::min(longest, longestShown);
}

} // namespace

Experiment withCircuit(Experiment experiment, const std::string &catalogueName)
{
    const Experiment before = experiment;
    const Circuit circuit = circuitOf(before);
    int steps = stepsOf(before, circuit);
    NamedCircuit page;
    page.name = catalogueName;
    page.activation = activationOf(before);
    if (const CatalogueEntry *entry = catalogueEntry(catalogueName)) {
        page.sizes = keptSizes(*entry, circuit);
        experiment.initialisation.constants.insert(entry->constants.begin(), entry->constants.end());
    }
    experiment.circuit = page;
    experiment.initial.clear();
    if (page.name != circuit.name)
        leaveScene(experiment);
    if (hasPhases(experiment))
        steps = available(experiment.data, std::max(steps, 2));
    ensureLoss(experiment);
    applyShape(experiment, shapeToKeep(before), steps);
    return finished(std::move(experiment), steps, before);
}

Experiment withShape(Experiment experiment, Shape shape)
{
    const Experiment before = experiment;
    const Circuit circuit = circuitOf(before);
    int steps = stepsOf(before, circuit);
    if (sizeOf(circuit, Role::Input) == 0)
        throw InputError("circuit", "this network reads no input, and so has no shape of input and output",
            "a network with an input");
    if (hasPhases(experiment) && shape != Shape::ManyToManyUnequal)
        throw InputError("circuit", "an encoder–decoder reads everything first and writes afterwards",
            "the shape " + std::string(titleOf(Shape::ManyToManyUnequal)) + ", or another circuit");
    if (shape == Shape::OneToOne)
        steps = 1;
    else if (steps == 1)
        steps = available(experiment.data, usualSteps);
    if (shapeOf(before) != shape)
        leaveScene(experiment);
    ensureLoss(experiment);
    applyShape(experiment, shape, steps);
    return finished(std::move(experiment), steps, before);
}

Experiment withHiddenSize(Experiment experiment, int size)
{
    if (size < 1)
        throw InputError("circuit.sizes", "the hidden size is " + std::to_string(size), "at least 1");
    const Experiment before = experiment;
    const int steps = currentSteps(before);
    const int old = hiddenSizeOf(circuitOf(before));
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit)) {
        for (const SizeKey &key : catalogueEntry(page->name)->sizes)
            if (key.role == SizeRole::Hidden)
                page->sizes[key.name] = size;
    } else {
        for (Node &node : std::get<Circuit>(experiment.circuit).nodes)
            if ((node.role == Role::State || node.role == Role::Inner) && node.size == old)
                node.size = size;
    }
    return finished(std::move(experiment), steps, before);
}

Experiment withSteps(Experiment experiment, int steps)
{
    const Experiment before = experiment;
    if (steps >= 1) // else makeData refuses
        fitSpans(experiment, steps, before);
    return finished(std::move(experiment), steps, before);
}

Experiment withActivation(Experiment experiment, Activation activation)
{
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit)) {
        page->activation = activation;
        return experiment;
    }
    for (Node &node : std::get<Circuit>(experiment.circuit).nodes)
        if (node.role == Role::State && hasParameters(node)) // not the sums and products inside a gated cell
            node.activation = activation;
    return experiment;
}

Experiment withInitialisation(Experiment experiment, const Initialisation &initialisation)
{
    experiment.initialisation = initialisation;
    experiment.parameters.clear(); // who chooses a recipe wants to see it
    return untrained(std::move(experiment));
}

Experiment withConstant(Experiment experiment, const std::string &parameter, double value)
{
    experiment.initialisation.constants[parameter] = value;
    experiment.initialisation.recipes.erase(parameter);
    experiment.parameters.erase(parameter);
    check(experiment);
    return experiment;
}

Experiment withData(Experiment experiment, const DataSource &data)
{
    const Experiment before = experiment;
    const int steps = stepsFor(data, before);
    if (ofAnotherKind(data, before.data) && !isTrained(before)) // a trained network stays what it is
        leaveScene(experiment);
    experiment.data = data;
    if (isGiven(experiment))
        return experiment; // the numbers stay; nothing makes them anew
    ensureLoss(experiment);
    fitSpans(experiment, steps, before);
    experiment = finished(std::move(experiment), steps, before);
    if (const auto anew = drawnAnew(before, experiment); isTrained(before) && !anew.empty())
        noteDrawnAnew(experiment, anew);
    return experiment;
}

Experiment withLossAt(Experiment experiment, const Span &at)
{
    const Experiment before = experiment;
    const Circuit circuit = circuitOf(before);
    const int steps = stepsOf(before, circuit);
    const std::string source = lossSourceOf(circuit);
    const Node &node = circuit.nodes[static_cast<std::size_t>(circuit.indexOf(source))];
    // An output at one step alone was put there for the loss and follows it. In a longer span of its own the loss
    // stays.
    const StepRange exists = node.span.in(steps);
    const StepRange wanted = at.in(steps);
    if (node.role == Role::Output && exists.count() == 1 && wanted != exists)
        setSpan(experiment, source, {});
    if (!experiment.loss)
        experiment.loss.emplace();
    experiment.loss->at = at;
    return finished(std::move(experiment), steps, before);
}

Experiment withGain(Experiment experiment, double gain)
{
    if (!std::isfinite(gain))
        throw InputError("gain", "the gain is not finite", "a finite number");
    experiment.gain = gain;
    return experiment;
}

} // namespace unfold
