#include "core/engine/column_loss.h"

#include "core/engine/step_loss.h"

namespace unfold {
namespace {

/// The loss of one entry; dO, size × 1, becomes its gradient, not yet weighted.
template <typename Column, typename Gradient>
double lossOf(LossKind kind, const LossEntry &entry, const Column &o, Gradient &&dO)
{
    if (kind == LossKind::CrossEntropy)
        return crossEntropy(o, entry.right, dO);
    return squaredError(o, Eigen::Map<const Vector>(entry.target, o.size()), dO);
}

template <typename Column> bool isRight(LossKind kind, const LossEntry &entry, const Column &o)
{
    if (kind != LossKind::CrossEntropy)
        return false;
    Eigen::Index largest = 0;
    o.maxCoeff(&largest);
    return largest == entry.right;
}

} // namespace

LossSums sumsOf(const ColumnLoss &loss, const Trace &trace, Vector &scratch)
{
    const NodeTrace &source = trace.nodes[static_cast<std::size_t>(loss.source)];
    scratch.resize(source.value.rows());
    LossSums sums;
    for (const LossEntry &entry : loss.entries) {
        const auto o = source.at(source.value, entry.step).col(entry.column);
        sums.loss += lossOf(loss.kind, entry, o, scratch);
        sums.right += isRight(loss.kind, entry, o);
        ++sums.counted;
    }
    return sums;
}

LossSums addLoss(const ColumnLoss &loss, Trace &trace)
{
    NodeTrace &source = trace.nodes[static_cast<std::size_t>(loss.source)];
    LossSums sums;
    for (const LossEntry &entry : loss.entries) {
        const auto o = source.at(source.value, entry.step).col(entry.column);
        auto dO = source.at(source.gradient, entry.step).col(entry.column);
        sums.loss += lossOf(loss.kind, entry, o, dO);
        dO *= loss.weight;
        sums.right += isRight(loss.kind, entry, o);
        ++sums.counted;
    }
    trace.stepLoss.clear();
    trace.totalLoss = loss.weight * sums.loss;
    return sums;
}

} // namespace unfold
