#pragma once
// Every number of one forward and one backward pass. Filled by the engine, constant afterwards.
//
// Layout: a node's value, gradient and pre-activation gradient are size × ((before + T + after) · batch) matrices; the
// column of step t and sequence b is (before + t − 1) · batch + b. Columns of steps at which the node does
// not exist hold 0 and mean nothing: ask `exists`.
#include "core/engine/program.h"
#include "core/linalg/gemm.h"
#include "core/linalg/matrix.h"

#include <memory>

namespace unfold {

struct NodeTrace {
    StepRange span;
    int before = 0;
    int batch = 1;
    Matrix value;
    Matrix gradient; ///< ∂L/∂value(t), through every path
    Matrix preActivationGradient; ///< ∂L/∂a(t), a the argument of the activation

    bool exists(int step) const { return span.contains(step); }
    /// size × batch block of one of the matrices above at step t (t may reach into the initial values).
    auto at(const Matrix &m, int step) const { return m.middleCols((before + step - 1) * batch, batch); }
    auto at(Matrix &m, int step) const { return m.middleCols((before + step - 1) * batch, batch); }
    /// size × (count · batch) block of the steps of a range.
    auto over(const Matrix &m, StepRange r) const
    {
        return m.middleCols((before + r.first - 1) * batch, r.count() * batch);
    }
    auto over(Matrix &m, StepRange r) const { return m.middleCols((before + r.first - 1) * batch, r.count() * batch); }
};

struct Trace {
    std::shared_ptr<const Program> program;
    std::vector<NodeTrace> nodes; ///< by node index
    std::vector<Matrix> parameters; ///< as used, after gain; rows × cols, a bias rows × 1
    std::vector<Matrix> gradients; ///< ∂L/∂parameter as used; zero-sized without a loss
    std::vector<Matrix> products; ///< stored source ⊙ gate, size × (T · batch), see CompiledTerm::product
    std::vector<Matrix> productGradients; ///< ∂L/∂(source ⊙ gate), laid out as `products`
    std::vector<PackedMatrix> loopMatrices; ///< by parameter: the engine's own copies of the matrices on loops
    bool hasGradient = false; ///< false without a loss: gradients are absent, not zero
    StepSeries stepLoss; ///< T entries, summed over the batch; nullopt where no loss is taken
    double totalLoss = 0;

    int steps() const { return program->steps; }
    const Circuit &circuit() const { return program->circuit; }
};

} // namespace unfold
