#include "core/analysis/itemised_gradient.h"

#include "core/analysis/backward_step.h"
#include "core/analysis/norms.h"
#include "core/linalg/stable_norm.h"

#include <algorithm>
#include <limits>

namespace unfold {
namespace {
/// Loss steps taken together as columns: enough to make matrix products of the sweep, few enough to stay in memory.
constexpr int columnsAtOnce = 32;

/// ∂L(s)/∂source(s).
Vector lossGradient(const Trace &trace, const Loss &loss, int source, int step)
{
    const NodeTrace &node = trace.nodes[source];
    const int index = loss.at.placeOf(step, trace.steps()).value();
    const Vector o = node.at(node.value, step).col(0);
    if (loss.kind == LossKind::SquaredError)
        return o - loss.vectors.col(index);
    Vector gradient = softmax(o);
    gradient(loss.classes.at(index)) -= 1;
    return gradient;
}

/// Adjoints of every vertex that the losses of `columns` reach; made when first touched, so that what no loss
/// reaches costs nothing and is exactly 0.
class BackwardSweep
{
public:
    BackwardSweep(const Trace &trace, int columns)
        : m_trace(trace)
        , m_columns(columns)
        , m_adjoints(trace.nodes.size(), std::vector<Matrix>(trace.steps()))
    {
    }

    Matrix *touch(int node, int step)
    {
        if (step < 1 || step > m_trace.steps() || !m_trace.nodes[node].exists(step))
            return nullptr;
        Matrix &adjoint = m_adjoints[node][step - 1];
        if (adjoint.size() == 0)
            adjoint.setZero(m_trace.program->nodes[node].size, m_columns);
        return &adjoint;
    }

    /// Carries all adjoints back through the circuit; calls seen(step, adjoint) when that of `watched` is complete.
    template <typename F> bool run(int watched, const std::stop_token &stop, F seen)
    {
        const auto &groups = m_trace.program->groups;
        for (auto group = groups.rbegin(); group != groups.rend(); ++group)
            for (int i = 0; i < m_trace.steps(); ++i) {
                if (stop.stop_requested())
                    return false;
                runStep(*group, group->walk == Walk::Backward ? i + 1 : m_trace.steps() - i, watched, seen);
            }
        return true;
    }

private:
    template <typename F> void runStep(const Group &group, int step, int watched, F seen)
    {
        const BackwardSink sink = [this](int to, int at) { return touch(to, at); };
        for (auto node = group.nodes.rbegin(); node != group.nodes.rend(); ++node) {
            Matrix &adjoint = m_adjoints[*node][step - 1];
            if (adjoint.size() == 0)
                continue;
            if (*node == watched)
                seen(step, adjoint);
            pushBack(m_trace, *node, step, adjoint, sink);
            adjoint.resize(0, 0);
        }
    }

    const Trace &m_trace;
    int m_columns;
    std::vector<std::vector<Matrix>> m_adjoints; ///< [node][step − 1]; empty: not reached
};

/// The rows of the triangle that belong to the losses at `steps`. False after a stop request.
bool fillRows(
    const Trace &trace, const Loss &loss, int node, StepRange steps, const std::stop_token &stop, Matrix &norms)
{
    BackwardSweep sweep(trace, steps.count());
    const int source = trace.circuit().indexOf(loss.source);
    for (int s = steps.first; s <= steps.last; ++s) {
        for (int t = trace.nodes[node].span.first; t <= trace.nodes[node].span.last; ++t)
            norms(s - 1, t - 1) = 0;
        if (!loss.at.contains(s, trace.steps()))
            continue; // no loss: nothing flows back from here
        if (Matrix *seed = sweep.touch(source, s))
            seed->col(s - steps.first) = lossGradient(trace, loss, source, s);
    }
    return sweep.run(node, stop, [&](int t, const Matrix &adjoint) {
        for (int s = steps.first; s <= steps.last; ++s)
            norms(s - 1, t - 1) = stableNorm(adjoint.col(s - steps.first));
    });
}
} // namespace

Matrix itemisedGradientNorms(const Trace &trace, const Loss &loss, int node, std::stop_token stop)
{
    Matrix norms = Matrix::Constant(trace.steps(), trace.steps(), std::numeric_limits<double>::quiet_NaN());
    const StepRange all = loss.at.in(trace.steps());
    for (int first = all.first; first <= all.last; first += columnsAtOnce) {
        const StepRange steps{first, std::min(first + columnsAtOnce - 1, all.last)};
        if (!fillRows(trace, loss, node, steps, stop, norms))
            return {};
    }
    return norms;
}

} // namespace unfold
