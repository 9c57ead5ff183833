#include "core/experiment/experiment.h"

#include "core/circuit/input_error.h"
#include "core/experiment/same_numbers.h"

#include <algorithm>
#include <climits>
#include <cstddef>

namespace unfold {
namespace {

/// Something in the file that has one row per step of a span, and so may fix T.
struct Clue {
    std::string place;
    std::string rowName; ///< "row", "target"
    long long rows = 0;
    Span span;

    /// T where the rows alone fix it.
    std::optional<long long> steps() const
    {
        switch (span.kind) {
        case Span::Kind::Every: return rows;
        case Span::Kind::After: return rows + span.count;
        case Span::Kind::Listed: return std::nullopt;
        case Span::Kind::First:
        case Span::Kind::Last: break;
        }
        return rows < span.count ? std::optional(rows) : std::nullopt; // a count above T is cut to T
    }
};

std::vector<Clue> cluesOf(const Experiment &experiment, const Circuit &circuit)
{
    std::vector<Clue> clues;
    for (const auto &[name, rows] : experiment.sequence)
        if (const int node = circuit.indexOf(name); node >= 0)
            clues.push_back(
                {"sequence." + name, "row", rows.cols(), circuit.nodes[static_cast<std::size_t>(node)].span});
    if (experiment.loss) {
        const Loss &loss = *experiment.loss;
        const auto classes = static_cast<long long>(loss.classes.size());
        const long long targets = loss.kind == LossKind::CrossEntropy ? classes : loss.vectors.cols();
        clues.push_back({"loss.targets", "target", targets, loss.at});
    }
    return clues;
}

std::string counted(long long count, const std::string &thing)
{
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

struct FixedSteps {
    long long steps = 0;
    std::string by; ///< the place that fixes it
};

FixedSteps fixedSteps(const Experiment &experiment, const std::vector<Clue> &clues)
{
    if (experiment.steps)
        return {*experiment.steps, "steps"};
    for (const Clue &clue : clues)
        if (const auto steps = clue.steps())
            return {*steps, clue.place};
    throw InputError("steps", "the number of steps is missing, and neither the sequence nor the targets fix it",
        "a whole number from 1");
}

void checkClue(const Clue &clue, const FixedSteps &fixed)
{
    const StepRange range = clue.span.in(static_cast<int>(fixed.steps));
    const int wanted = clue.span.countIn(static_cast<int>(fixed.steps));
    if (clue.rows == wanted)
        return;
    if (clue.span.kind == Span::Kind::Listed)
        throw InputError(clue.place, "there are " + counted(clue.rows, clue.rowName),
            counted(wanted, clue.rowName) + ", one for each listed step");
    throw InputError(clue.place, "there are " + counted(clue.rows, clue.rowName),
        counted(range.count(), clue.rowName) + ", one for each step of its span ("
            + (range.count() > 0 ? "steps " + std::to_string(range.first) + " to " + std::to_string(range.last)
                                 : "no step")
            + " of " + std::to_string(fixed.steps) + ", as " + fixed.by + " says)");
}

Circuit named(const NamedCircuit &page)
{
    Circuit circuit = makeCircuit(page.name, page.sizes, page.activation, page.encoderSteps, page.layers);
    for (const auto &[name, span] : page.spans) {
        const int node = circuit.indexOf(name);
        if (node < 0)
            throw InputError("circuit.spans." + name, "the circuit has no node called \"" + name + "\"",
                "one of " + namesOf(circuit));
        circuit.nodes[static_cast<std::size_t>(node)].span = span;
    }
    return circuit;
}

} // namespace

bool operator==(const Experiment &a, const Experiment &b)
{
    const bool sameTraining = a.training == b.training || (a.training && b.training && *a.training == *b.training);
    return a.title == b.title && a.circuit == b.circuit && a.steps == b.steps && sameNumbers(a.sequence, b.sequence)
        && sameNumbers(a.initial, b.initial) && sameNumbers(a.parameters, b.parameters)
        && a.initialisation == b.initialisation && a.gain == b.gain && a.loss == b.loss && a.clip == b.clip
        && a.data == b.data && sameTraining && a.note == b.note;
}

std::string namesOf(const Circuit &circuit)
{
    std::string names;
    for (const Node &node : circuit.nodes)
        names += (names.empty() ? "" : ", ") + node.name;
    return names;
}

bool hasPhases(const NamedCircuit &page)
{
    const CatalogueEntry *entry = catalogueEntry(page.name);
    return entry && entry->phases;
}

bool hasPhases(const Experiment &experiment)
{
    const auto *page = std::get_if<NamedCircuit>(&experiment.circuit);
    return page && hasPhases(*page);
}

Circuit circuitOf(const Experiment &experiment)
{
    if (const auto *page = std::get_if<NamedCircuit>(&experiment.circuit))
        return named(*page);
    return std::get<Circuit>(experiment.circuit);
}

int stepsOf(const Experiment &experiment, const Circuit &circuit)
{
    const std::vector<Clue> clues = cluesOf(experiment, circuit);
    const FixedSteps fixed = fixedSteps(experiment, clues);
    if (fixed.steps < 1)
        throw InputError(fixed.by, "the number of steps is " + std::to_string(fixed.steps), "at least 1");
    if (fixed.steps > INT_MAX)
        throw InputError(
            fixed.by, "the number of steps is " + std::to_string(fixed.steps), "at most " + std::to_string(INT_MAX));
    for (const Clue &clue : clues)
        checkClue(clue, fixed);
    return static_cast<int>(fixed.steps);
}

} // namespace unfold
