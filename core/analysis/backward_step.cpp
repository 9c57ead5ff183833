#include "core/analysis/backward_step.h"

#include "core/analysis/edge_gradient.h"

namespace unfold {
namespace {
void multiplyBySlope(const Trace &trace, int node, int step, Matrix &adjoint)
{
    const Activation activation = trace.program->nodes[node].activation;
    if (activation == Activation::Identity)
        return;
    const NodeTrace &n = trace.nodes[node];
    if (activation == Activation::Softmax) {
        const Vector v = n.at(n.value, step).col(0);
        const Eigen::RowVectorXd dot = v.transpose() * adjoint;
        adjoint = v.asDiagonal() * (adjoint.rowwise() - dot);
        return;
    }
    const Vector slope = n.at(n.value, step).col(0).unaryExpr([=](double h) { return slopeAt(activation, h); });
    adjoint.array().colwise() *= slope.array();
}

/// target += sign · Pᵀ da, P the identity where the term has no parameter.
void addProduct(const Trace &trace, const CompiledTerm &term, const Matrix &da, Matrix &target)
{
    if (term.parameter < 0)
        target += term.sign * da;
    else if (da.cols() == 1)
        target.col(0).noalias() += term.sign * (trace.parameters[term.parameter].transpose() * da.col(0));
    else
        target.noalias() += term.sign * (trace.parameters[term.parameter].transpose() * da);
}

auto valueColumn(const Trace &trace, int node, int step)
{
    const NodeTrace &n = trace.nodes[node];
    return n.at(n.value, step).col(0).array();
}
} // namespace

void pushBack(const Trace &trace, int node, int step, Matrix &adjoint, const BackwardSink &sink)
{
    multiplyBySlope(trace, node, step, adjoint);
    for (const CompiledTerm &term : trace.program->nodes[node].terms) {
        const int sourceStep = step - term.delay;
        Matrix *source = sink(term.source, sourceStep);
        if (term.gate < 0) {
            if (source)
                addProduct(trace, term, adjoint, *source);
            continue;
        }
        const int gateStep = step - term.gateDelay;
        Matrix *gate = sink(term.gate, gateStep);
        if (!source && !gate)
            continue;
        Matrix product = Matrix::Zero(trace.program->nodes[term.source].size, adjoint.cols());
        addProduct(trace, term, adjoint, product);
        if (gate)
            gate->array() += product.array().colwise() * valueColumn(trace, term.source, sourceStep);
        if (source)
            source->array() += product.array().colwise() * valueColumn(trace, term.gate, gateStep);
    }
}

} // namespace unfold
