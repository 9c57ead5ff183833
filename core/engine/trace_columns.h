#pragma once
// Which columns of a trace a term reads: the part that the forward and the backward pass share.
#include "core/engine/trace.h"

namespace unfold {

/// The steps that a term with this delay reads while its node is at the steps of `range`.
inline StepRange readBy(StepRange range, int delay)
{
    return {range.first - delay, range.last - delay};
}

/// size × (steps · batch) block of a stored product; column (t − 1) · batch + sequence.
template <typename M> auto stepsOf(M &product, StepRange range, int batch)
{
    return product.middleCols((range.first - 1) * batch, range.count() * batch);
}

/// Writes 0 to the columns around the sequence, which stand for initial values.
inline void clearOutside(int steps, const NodeTrace &node, Matrix &m)
{
    m.leftCols(node.before * node.batch).setZero();
    m.rightCols(m.cols() - (node.before + steps) * node.batch).setZero();
}

/// Writes 0 to the columns of the steps of 1 … `steps` at which the node does not exist.
inline void clearWhereAbsent(int steps, const NodeTrace &node, Matrix &m)
{
    const StepRange span = node.span.count() > 0 ? node.span : StepRange{steps + 1, steps};
    node.over(m, {1, span.first - 1}).setZero();
    node.over(m, {span.last + 1, steps}).setZero();
}

} // namespace unfold
