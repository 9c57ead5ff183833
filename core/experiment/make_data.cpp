#include "core/experiment/make_data.h"

#include "core/circuit/input_error.h"
#include "core/circuit/validate.h"
#include "core/data/dataset.h"
#include "core/experiment/check.h"
#include "core/experiment/example.h"
#include "core/experiment/given_data.h"
#include "core/learning/random.h"

#include <algorithm>

namespace unfold {
namespace {

const Node &nodeOf(const Circuit &circuit, const std::string &name)
{
    return circuit.nodes[static_cast<std::size_t>(circuit.indexOf(name))];
}

/// Standard normal, rows × cols, drawn column by column.
Matrix drawn(std::uint64_t seed, const std::string &name, Eigen::Index rows, Eigen::Index cols)
{
    RandomStream stream(seed, name);
    Matrix m(rows, cols);
    for (Eigen::Index j = 0; j < cols; ++j)
        for (Eigen::Index i = 0; i < rows; ++i)
            m(i, j) = stream.normal();
    return m;
}

const Node *firstInput(const Circuit &circuit)
{
    const auto found
        = std::find_if(circuit.nodes.begin(), circuit.nodes.end(), [](const Node &n) { return n.role == Role::Input; });
    return found == circuit.nodes.end() ? nullptr : &*found;
}

std::uint64_t seedOf(const DataSource &data)
{
    const auto *random = std::get_if<RandomSource>(&data.kind);
    return random ? random->seed : 1;
}

Matrix targetVectors(const Experiment &experiment, int size, int steps)
{
    return drawn(seedOf(experiment.data), "target vectors", size, steps);
}

/// Columns of m that belong to the steps of a range, or of a span of `steps` steps.
Matrix columns(const Matrix &m, StepRange range)
{
    return m.middleCols(range.first - 1, range.count());
}
Matrix columns(const Matrix &m, const Span &span, int steps)
{
    if (span.kind != Span::Kind::Listed)
        return columns(m, span.in(steps));
    Matrix chosen(m.rows(), span.countIn(steps));
    for (Eigen::Index j = 0; j < chosen.cols(); ++j)
        chosen.col(j) = m.col(span.listed[static_cast<std::size_t>(j)] - 1);
    return chosen;
}

// --- sizes ---

void setInputAndOutputSizes(Experiment &experiment, int size)
{
    if (auto *page = std::get_if<NamedCircuit>(&experiment.circuit)) {
        for (const SizeKey &key : catalogueEntry(page->name)->sizes)
            if (key.role != SizeRole::Hidden)
                page->sizes[key.name] = size;
        return;
    }
    for (Node &node : std::get<Circuit>(experiment.circuit).nodes)
        if (node.role == Role::Input || node.role == Role::Output)
            node.size = size;
}

void dropWhatNoLongerFits(Experiment &experiment, const Circuit &circuit)
{
    const std::vector<ParameterInfo> infos = parametersOf(circuit);
    keepOnly(infos, experiment.initialisation);
    std::erase_if(experiment.parameters, [&](const auto &entry) {
        const int i = indexOf(infos, entry.first);
        return i < 0 || infos[static_cast<std::size_t>(i)].rows != entry.second.rows()
            || infos[static_cast<std::size_t>(i)].cols != entry.second.cols();
    });
    std::erase_if(experiment.initial, [&](const auto &entry) {
        const int i = circuit.indexOf(entry.first);
        return i < 0 || circuit.nodes[static_cast<std::size_t>(i)].size != entry.second.size();
    });
}

// --- what is read ---

/// What should have been said one step earlier, which the decoder reads; nothing at its first step.
Matrix previousTargets(const Experiment &experiment, const Dataset &data, int size, StepRange range)
{
    Matrix y = Matrix::Zero(size, range.count());
    const Matrix vectors = targetVectors(experiment, size, range.last);
    for (int t = range.first + 1; t <= range.last; ++t)
        if (size > 1)
            y(data.nextClasses[static_cast<std::size_t>(t - 2)], t - range.first) = 1;
        else
            y.col(t - range.first) = vectors.col(t - 2);
    return y;
}

/// The first input reads the data. In a text or a series so does every other: at its own steps. Random inputs are
/// independent.
Matrix sequenceOf(const Experiment &experiment, const Node &node, const Node &firstInput, const Node &source,
    const Dataset &data, int steps)
{
    const StepRange range = node.span.in(steps);
    const bool random = std::holds_alternative<RandomSource>(experiment.data.kind);
    if (random && &node != &firstInput && node.span.kind == Span::Kind::After && node.size == source.size)
        return previousTargets(experiment, data, node.size, range);
    if (random && &node != &firstInput)
        return columns(
            experiment.data.scale * drawn(seedOf(experiment.data), "input " + node.name, node.size, steps), range);
    return columns(node.size == data.x.rows() ? data.x : Matrix(Matrix::Zero(node.size, steps)), range);
}

/// Without an input only the state before step 1 can set a circuit going.
void setInitialState(Experiment &experiment, const Circuit &circuit)
{
    experiment.initial.clear();
    if (std::holds_alternative<ZeroSource>(experiment.data.kind))
        return;
    for (const Node &node : circuit.nodes)
        if (node.role == Role::State)
            experiment.initial[node.name]
                = experiment.data.scale * drawn(seedOf(experiment.data), "initial " + node.name, node.size, 1).col(0);
}

// --- what should have been said ---

/// loss.at, or the whole span of the source where the loss would be taken at steps at which it does not exist.
Span fittingAt(const Span &at, const Node &source, int steps)
{
    const StepRange taken = at.in(steps);
    const StepRange exists = source.span.in(steps);
    const bool fits = taken.count() > 0 && exists.contains(taken.first) && exists.contains(taken.last);
    return fits ? at : source.span;
}

Loss drawnLoss(const Experiment &experiment, const Node &source, const Span &at, int steps)
{
    return {
        LossKind::SquaredError, source.name, at, {}, columns(targetVectors(experiment, source.size, steps), at, steps)};
}

Loss madeLoss(const Experiment &experiment, const Node &source, const Span &at, const Dataset &data, int steps)
{
    if (source.role == Role::Output && data.nextValues.size() > 0)
        return {LossKind::SquaredError, source.name, at, {}, columns(data.nextValues, at, steps)};
    if (source.role == Role::Output && source.size > 1 && !data.nextClasses.empty()) {
        Loss loss{LossKind::CrossEntropy, source.name, at, {}, {}};
        for (const int step : at.stepsIn(steps))
            loss.classes.push_back(data.nextClasses[static_cast<std::size_t>(step - 1)]);
        return loss;
    }
    return drawnLoss(experiment, source, at, steps);
}

// --- numbers of the file ---

/// The loss of `before` cut to the steps of `at`; a drawn one where its source is gone.
Loss cutLoss(const Experiment &next, const Circuit &circuit, int steps, const Experiment &before)
{
    const Circuit oldCircuit = circuitOf(before);
    const int old = before.loss ? circuit.indexOf(before.loss->source) : -1;
    if (old < 0 || nodeOf(circuit, before.loss->source).size != nodeOf(oldCircuit, before.loss->source).size) {
        const Node &source = nodeOf(circuit, lossSourceOf(circuit));
        return drawnLoss(next, source, fittingAt(next.loss->at, source, steps), steps);
    }
    Loss loss = *before.loss;
    loss.at = fittingAt(next.loss->at, nodeOf(circuit, loss.source), steps);
    const std::vector<int> kept
        = entriesFor({before.loss->at, stepsOf(before, oldCircuit)}, {loss.at, steps}, "loss.targets");
    if (loss.kind == LossKind::SquaredError) {
        loss.vectors = Matrix(before.loss->vectors(Eigen::all, kept));
        return loss;
    }
    loss.classes.clear();
    for (const int entry : kept)
        loss.classes.push_back(before.loss->classes[static_cast<std::size_t>(entry)]);
    return loss;
}

Experiment cut(Experiment next, int steps, const Experiment &before)
{
    const Circuit circuit = circuitOf(next);
    const Circuit oldCircuit = circuitOf(before);
    const int oldSteps = stepsOf(before, oldCircuit);
    dropWhatNoLongerFits(next, circuit);
    next.sequence.clear();
    for (const auto &[name, rows] : before.sequence) {
        const int node = circuit.indexOf(name);
        if (node < 0 || nodeOf(circuit, name).role != Role::Input || nodeOf(circuit, name).size != rows.rows())
            continue;
        const std::vector<int> kept = entriesFor(
            {nodeOf(oldCircuit, name).span, oldSteps}, {nodeOf(circuit, name).span, steps}, "sequence." + name);
        next.sequence[name] = Matrix(rows(Eigen::all, kept));
    }
    if (next.loss)
        next.loss = cutLoss(next, circuit, steps, before);
    return next;
}

Experiment made(Experiment next, int steps)
{
    const Circuit circuit = circuitOf(next);
    const Node &source = nodeOf(circuit, lossSourceOf(circuit));
    dropWhatNoLongerFits(next, circuit);
    const Node *input = firstInput(circuit);
    const Dataset data = makeDataset(next.data, steps, input ? input->size : 1, source.size);
    next.sequence.clear();
    for (const Node &node : circuit.nodes)
        if (node.role == Role::Input)
            next.sequence[node.name] = sequenceOf(next, node, *input, source, data, steps);
    if (!input)
        setInitialState(next, circuit);
    if (next.loss)
        next.loss = madeLoss(next, source, fittingAt(next.loss->at, source, steps), data, steps);
    return next;
}

} // namespace

Experiment makeData(Experiment next, int steps, const Experiment &before)
{
    if (steps < 1)
        throw InputError("steps", "the number of steps is " + std::to_string(steps), "at least 1");
    if (const int longest = longestSequence(next.data); longest >= 0 && steps > longest)
        throw InputError("steps", "the data gives " + std::to_string(longest) + (longest == 1 ? " step" : " steps"),
            "at most that many, or other data");
    next.steps = steps;
    if (const int size = symbolSize(next.data); size > 0)
        setInputAndOutputSizes(next, size);
    const Circuit circuit = circuitOf(next);
    validate(circuit);
    const std::vector<ParameterInfo> parameters = parametersOf(circuit);
    checkMemory(circuit, parameters, steps); // before anything is made that would not fit
    checkTime(circuit, parameters, steps);
    return keptTraining(std::holds_alternative<GivenSource>(next.data.kind) ? cut(std::move(next), steps, before)
                                                                            : made(std::move(next), steps));
}

int symbolSize(const DataSource &data)
{
    if (std::holds_alternative<TextSource>(data.kind))
        return static_cast<int>(makeDataset(data, 1, 1, 1).vocabulary.size());
    return std::holds_alternative<SeriesSource>(data.kind) ? 1 : 0;
}

std::string lossSourceOf(const Circuit &circuit)
{
    for (const Role role : {Role::Output, Role::State})
        for (const Node &node : circuit.nodes)
            if (node.role == role)
                return node.name;
    return circuit.nodes.back().name;
}

} // namespace unfold
