#include "core/training/batch_pass.h"

#include "core/experiment/check.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double mostPooledBytes = 5e8; ///< beyond, what is pooled is made anew

/// Copies the steps of one sequence into its column; from: size × steps, or empty for zeros.
void placeColumn(const Matrix &from, int column, int columns, Matrix &to)
{
    const Eigen::Index steps = to.cols() / columns;
    for (Eigen::Index t = 0; t < steps; ++t)
        if (from.size() > 0)
            to.col(t * columns + column) = from.col(t);
        else
            to.col(t * columns + column).setZero();
}

/// The steps before the first one: carried on, or `initial` (empty: 0) at each of them.
void placeBefore(const Vector &initial, const Matrix *carried, int places, int place, int column,
    const Program &program, Matrix &before)
{
    const auto steps = static_cast<int>(before.cols()) / program.batch;
    for (int k = 0; k < steps; ++k)
        if (carried)
            before.col(k * program.batch + column) = carried->col(k * places + place);
        else if (initial.size() > 0)
            before.col(k * program.batch + column) = initial;
        else
            before.col(k * program.batch + column).setZero();
}

void addEntries(const TrainingExample &example, int column, ColumnLoss &loss)
{
    for (const CountedStep &counted : example.counted)
        loss.entries.push_back({counted.step, column, counted.right,
            loss.kind == LossKind::SquaredError ? example.targets.col(counted.target).data() : nullptr});
}

void shapeInputs(const TrainingTask &task, PartRun &run)
{
    const Program &program = *run.program;
    run.inputs.sequence.resize(program.nodes.size());
    run.inputs.initial.resize(program.nodes.size());
    run.inputs.before.resize(program.nodes.size());
    for (std::size_t n = 0; n < program.nodes.size(); ++n) {
        const CompiledNode &node = program.nodes[n];
        if (program.circuit.nodes[n].role == Role::Input)
            run.inputs.sequence[n].resize(node.size, node.span.count() * program.batch);
        if (task.hasInitial[n])
            run.inputs.initial[n].resize(node.size, program.batch);
        if (task.training->carry)
            run.inputs.before[n].resize(node.size, node.before * program.batch);
    }
}

} // namespace

BatchPass::BatchPass(std::shared_ptr<const TrainingTask> task, int threads)
    : m_task(std::move(task))
    , m_workers(threads)
{
}

void BatchPass::run(ExampleList list, std::span<const int> batch, const std::vector<Matrix> &parameters,
    std::vector<Matrix> *carried, bool first, Direction direction)
{
    m_direction = direction;
    shareOut(list, batch);
    for (PartRun *run : m_runs) {
        run->loss.weight = m_weight;
        fill(*run, first ? nullptr : carried, batch.size());
    }
    computeAll(parameters);
    addUp();
    if (carried)
        keepLast(*carried, batch.size());
}

void BatchPass::computePart(PartRun &run, const std::vector<Matrix> &parameters) const
{
    run.trace.parameters = parameters;
    forward(run.program, run.inputs, run.trace);
    run.sums
        = m_direction == Direction::Backward ? backward(run.loss, run.trace) : sumsOf(run.loss, run.trace, run.scratch);
}

/// On the threads, unless to wake them costs more.
void BatchPass::computeAll(const std::vector<Matrix> &parameters)
{
    constexpr double worthSharing = 3e5; ///< multiply-adds
    double cost = 0;
    for (const PartRun *run : m_runs)
        cost += run->program->cost();
    if (cost < worthSharing) {
        for (PartRun *run : m_runs)
            computePart(*run, parameters);
        return;
    }
    const std::pair<BatchPass *, const std::vector<Matrix> *> both(this, &parameters);
    m_workers.run(static_cast<int>(m_runs.size()), [&both](int i) { // one reference: small enough to need no memory
        both.first->computePart(*both.first->m_runs[static_cast<std::size_t>(i)], *both.second);
    });
}

void BatchPass::shareOut(ExampleList list, std::span<const int> batch)
{
    m_list = &m_task->list(list);
    m_members.clear();
    int counted = 0;
    for (std::size_t place = 0; place < batch.size(); ++place) {
        m_members.push_back({batch[place], static_cast<int>(place)});
        counted += static_cast<int>((*m_list)[static_cast<std::size_t>(batch[place])].counted.size());
    }
    const bool mean = m_task->training->reduction == Reduction::Mean;
    m_weight = 1.0 / std::max(1, mean ? counted : static_cast<int>(batch.size()));
    splitBatch(*m_list, m_members, m_parts);
    if (m_pooledBytes > mostPooledBytes) {
        m_pools.clear();
        m_pooledBytes = 0;
    }
    for (auto &[key, pool] : m_pools)
        pool.used = 0;
    m_runs.clear();
    for (const Part &part : m_parts)
        m_runs.push_back(&runFor(part));
}

PartRun &BatchPass::runFor(const Part &part)
{
    Pool &pool = m_pools[{part.steps, part.encoderSteps, part.count}];
    const Circuit &circuit = m_task->circuits.at(part.encoderSteps);
    if (!pool.program)
        pool.program = std::make_shared<const Program>(compile(circuit, part.steps, part.count));
    if (pool.used == pool.runs.size()) {
        pool.runs.push_back(std::make_unique<PartRun>());
        PartRun &made = *pool.runs.back();
        made.program = pool.program;
        made.loss.kind = m_task->loss;
        made.loss.source = m_task->source;
        shapeInputs(*m_task, made);
        m_pooledBytes += part.count * bytesNeeded(circuit, m_task->parameters, part.steps);
    }
    PartRun &run = *pool.runs[pool.used++];
    run.part = part;
    return run;
}

void BatchPass::fill(PartRun &run, const std::vector<Matrix> *carried, std::size_t places) const
{
    const Program &program = *run.program;
    run.loss.entries.clear();
    for (int column = 0; column < run.part.count; ++column) {
        const Member &member = m_members[static_cast<std::size_t>(run.part.first + column)];
        const TrainingExample &example = (*m_list)[static_cast<std::size_t>(member.example)];
        addEntries(example, column, run.loss);
        for (std::size_t n = 0; n < program.nodes.size(); ++n) {
            if (run.inputs.sequence[n].size() > 0)
                placeColumn(example.sequence[n], column, program.batch, run.inputs.sequence[n]);
            if (run.inputs.initial[n].size() > 0)
                placeColumn(example.initial[n], column, program.batch, run.inputs.initial[n]);
            if (run.inputs.before[n].size() > 0)
                placeBefore(example.initial[n], carried ? &(*carried)[n] : nullptr, static_cast<int>(places),
                    member.place, column, program, run.inputs.before[n]);
        }
    }
}

void BatchPass::addUp()
{
    m_sums = {};
    for (const PartRun *run : m_runs) {
        m_sums.loss += run->sums.loss;
        m_sums.counted += run->sums.counted;
        m_sums.right += run->sums.right;
    }
    if (m_direction == Direction::Forward)
        return;
    m_gradients = m_runs.front()->trace.gradients;
    for (std::size_t i = 1; i < m_runs.size(); ++i)
        for (std::size_t p = 0; p < m_gradients.size(); ++p)
            m_gradients[p] += m_runs[i]->trace.gradients[p];
}

void BatchPass::keepLast(std::vector<Matrix> &carried, std::size_t places) const
{
    for (const PartRun *run : m_runs) {
        const Program &program = *run->program;
        carried.resize(program.nodes.size());
        for (std::size_t n = 0; n < program.nodes.size(); ++n) {
            const NodeTrace &node = run->trace.nodes[n];
            carried[n].resize(program.nodes[n].size, node.before * static_cast<Eigen::Index>(places));
            const int last = node.span.count() > 0 ? node.span.last : 0;
            for (int k = 0; k < node.before; ++k)
                for (int column = 0; column < run->part.count; ++column) {
                    const Member &member = m_members[static_cast<std::size_t>(run->part.first + column)];
                    carried[n].col(k * static_cast<Eigen::Index>(places) + member.place)
                        = node.at(node.value, last - node.before + 1 + k).col(column);
                }
        }
    }
}

std::vector<double> gradientProfile(const BatchPass &pass, int node)
{
    std::vector<double> norms;
    for (const PartRun *run : pass.parts()) {
        const NodeTrace &trace = run->trace.nodes[static_cast<std::size_t>(node)];
        norms.resize(std::max(norms.size(), static_cast<std::size_t>(run->part.steps)));
        for (int t = trace.span.first; t <= trace.span.last; ++t) {
            double &norm = norms[static_cast<std::size_t>(t - 1)];
            norm = std::hypot(norm, trace.at(trace.gradient, t).stableNorm());
        }
    }
    return norms;
}

} // namespace unfold
