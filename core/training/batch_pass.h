#pragma once
// One forward pass, or one forward and one backward pass, over a batch of examples.
//
//   reduction sum    L = 1/B Σ over the examples Σ over their counted steps     (B examples in the batch)
//   reduction mean   L = 1/N Σ over all counted steps of the batch              (N of them)
//
// Memory: what a batch of the same lengths has used is used again. Threads: one caller at a time; the parts of a batch
// are shared out among `threads`, and their sums are taken in the order of the parts.
#include "core/engine/column_loss.h"
#include "core/engine/engine.h"
#include "core/training/parts.h"
#include "core/training/workers.h"

namespace unfold {

/// What one part needs to be computed, and what came out of it.
struct PartRun {
    Part part;
    std::shared_ptr<const Program> program;
    Inputs inputs;
    Trace trace;
    ColumnLoss loss;
    LossSums sums;
    Vector scratch;
};

class BatchPass
{
public:
    enum class Direction { Forward, Backward };

    BatchPass(std::shared_ptr<const TrainingTask> task, int threads);

    /// Computes the examples `batch` of a list. carried: where the sequences start from, by node as in TrainingState,
    /// and where they end afterwards; null: each from its initial values. first: nothing was carried yet.
    void run(ExampleList list, std::span<const int> batch, const std::vector<Matrix> &parameters,
        std::vector<Matrix> *carried, bool first, Direction direction);

    double loss() const { return m_weight * m_sums.loss; } ///< L of the batch
    const LossSums &sums() const { return m_sums; } ///< over the batch, without any weight
    std::vector<Matrix> &gradients() { return m_gradients; } ///< ∂L/∂parameter, after Direction::Backward
    const std::vector<PartRun *> &parts() const { return m_runs; }
    const TrainingTask &task() const { return *m_task; }

private:
    struct Pool {
        std::shared_ptr<const Program> program;
        std::vector<std::unique_ptr<PartRun>> runs;
        std::size_t used = 0;
    };

    void shareOut(ExampleList list, std::span<const int> batch);
    PartRun &runFor(const Part &part);
    void fill(PartRun &run, const std::vector<Matrix> *carried, std::size_t places) const;
    void computePart(PartRun &run, const std::vector<Matrix> &parameters) const;
    void computeAll(const std::vector<Matrix> &parameters);
    void addUp();
    void keepLast(std::vector<Matrix> &carried, std::size_t places) const;

    std::shared_ptr<const TrainingTask> m_task;
    Workers m_workers;
    std::map<std::tuple<int, int, int>, Pool> m_pools; ///< by steps, encoder steps and columns
    double m_pooledBytes = 0;
    std::vector<Member> m_members;
    std::vector<Part> m_parts;
    std::vector<PartRun *> m_runs; ///< in the order of the parts
    const std::vector<TrainingExample> *m_list = nullptr;
    Direction m_direction = Direction::Forward;
    double m_weight = 1;
    LossSums m_sums;
    std::vector<Matrix> m_gradients;
};

/// ‖∂L/∂value(t)‖ of a node at the steps 1 … T of the longest sequence of the batch, after Direction::Backward.
std::vector<double> gradientProfile(const BatchPass &pass, int node);

} // namespace unfold
