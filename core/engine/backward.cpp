// The backward pass: backpropagation through time, the mirror of forward.cpp.
//
//   da(t)                     = ∂L/∂value(t) ⊙ φ′(a(t))
//   ∂L/∂source(t − delay)    += sign · Pᵀ da(t)  [⊙ gate(t − gateDelay)]
//   ∂L/∂gate(t − gateDelay)  += sign · Pᵀ da(t)  ⊙ source(t − delay)
//   ∂L/∂P                    += sign · Σ_t da(t) (source [⊙ gate])ᵀ,   one product over all steps
#include "core/engine/activation.h"
#include "core/engine/column_loss.h"
#include "core/engine/engine.h"
#include "core/engine/stoppable.h"
#include "core/engine/trace_columns.h"

namespace unfold {
namespace {

void shapeGradients(Trace &trace)
{
    trace.gradients.resize(trace.parameters.size());
    for (std::size_t p = 0; p < trace.parameters.size(); ++p)
        trace.gradients[p].setZero(trace.parameters[p].rows(), trace.parameters[p].cols());
    trace.productGradients.resize(trace.products.size());
    for (std::size_t p = 0; p < trace.products.size(); ++p)
        trace.productGradients[p].resize(trace.products[p].rows(), trace.products[p].cols());
    for (NodeTrace &node : trace.nodes) {
        node.gradient.setZero(node.value.rows(), node.value.cols());
        node.preActivationGradient.resize(node.value.rows(), node.value.cols());
        clearOutside(trace.steps(), node, node.preActivationGradient);
        clearWhereAbsent(trace.steps(), node, node.preActivationGradient);
    }
}

/// da = ∂L/∂value ⊙ φ′ at the steps of `range`.
void slopeOver(const Program &program, int node, StepRange range, Trace &trace)
{
    NodeTrace &n = trace.nodes[node];
    const auto dValue = n.over(n.gradient, range); // whole columns: one stretch of memory
    const auto value = n.over(n.value, range);
    auto da = n.over(n.preActivationGradient, range);
    slopeBackward(program.nodes[node].activation, dValue.data(), value.data(), da.data(), da.size(), da.rows());
}

/// Packs the transposes that the loops will multiply by, step after step.
void packTransposedLoopMatrices(const Program &program, Trace &trace)
{
    for (const CompiledNode &node : program.nodes)
        for (const CompiledTerm &term : node.terms)
            if (term.inLoop && term.parameter >= 0)
                packTransposed(trace.parameters[term.parameter], trace.loopMatrices[term.parameter]);
}

/// dSource += sign · Pᵀ · da; by the packed Pᵀ where the term is walked step by step.
void sendBackThroughMatrix(
    const CompiledTerm &term, double factor, const ConstMatrixBlock &da, MatrixBlock dSource, const Trace &trace)
{
    if (term.inLoop)
        addProduct(factor, trace.loopMatrices[term.parameter], da, dSource);
    else
        addTransposedProduct(factor, trace.parameters[term.parameter], da, dSource);
}

/// Shares dProduct = ∂L/∂(source ⊙ gate), source size × (steps · batch), between the two factors.
template <typename D> void shareProduct(const CompiledTerm &term, StepRange range, const D &dProduct, Trace &trace)
{
    NodeTrace &from = trace.nodes[term.source];
    NodeTrace &by = trace.nodes[term.gate];
    const StepRange read = readBy(range, term.delay);
    const StepRange readGate = readBy(range, term.gateDelay);
    from.over(from.gradient, read).array() += term.sign * dProduct.array() * by.over(by.value, readGate).array();
    by.over(by.gradient, readGate).array() += term.sign * dProduct.array() * from.over(from.value, read).array();
}

/// Adds what flows back through one term, at the steps of `range` of its node.
void sendBack(const Program &program, int node, const CompiledTerm &term, StepRange range, Trace &trace)
{
    const NodeTrace &to = trace.nodes[node];
    const auto da = to.over(to.preActivationGradient, range); // size × (steps · batch)
    if (term.gate < 0) {
        NodeTrace &from = trace.nodes[term.source];
        auto dSource = from.over(from.gradient, readBy(range, term.delay)); // source size × (steps · batch)
        if (term.parameter < 0)
            dSource += term.sign * da;
        else
            sendBackThroughMatrix(term, term.sign, da, dSource, trace);
    } else if (term.parameter < 0) {
        shareProduct(term, range, da, trace);
    } else {
        auto dProduct = stepsOf(trace.productGradients[term.product], range, program.batch);
        dProduct.setZero();
        sendBackThroughMatrix(term, 1, da, dProduct, trace); // the sign comes with the shares
        shareProduct(term, range, dProduct, trace);
    }
}

/// The gradients of the parameters of a node: one product each over its whole span.
void addParameterGradients(const Program &program, int node, Trace &trace)
{
    const CompiledNode &n = program.nodes[node];
    const NodeTrace &to = trace.nodes[node];
    const auto da = to.over(to.preActivationGradient, n.span); // size × (steps · batch)
    if (n.bias >= 0)
        for (const auto &column : da.colwise()) // in the order of memory, which a sum of rows would not keep
            trace.gradients[n.bias].col(0) += column;
    for (const CompiledTerm &term : n.terms) {
        if (term.parameter < 0)
            continue;
        Matrix &dP = trace.gradients[term.parameter]; // size × source size
        const NodeTrace &from = trace.nodes[term.source];
        if (term.gate < 0)
            addProductTransposed(term.sign, da, from.over(from.value, readBy(n.span, term.delay)), dP);
        else
            addProductTransposed(term.sign, da, stepsOf(trace.products[term.product], n.span, program.batch), dP);
    }
}

/// The loop of a group against the walk of the forward pass.
void walkBack(const Program &program, const Group &group, Trace &trace, const std::stop_token &stop)
{
    for (int i = 1; i <= program.steps && !stop.stop_requested(); ++i) {
        const int t = group.walk == Walk::Forward ? program.steps + 1 - i : i;
        for (auto node = group.nodes.rbegin(); node != group.nodes.rend(); ++node) {
            const CompiledNode &n = program.nodes[*node];
            if (!n.span.contains(t))
                continue;
            slopeOver(program, *node, {t, t}, trace);
            for (const CompiledTerm &term : n.terms)
                if (term.inLoop)
                    sendBack(program, *node, term, {t, t}, trace);
        }
    }
}

/// Whether the gradients of inputs are asked for, behind which nothing learns.
enum class OfInputs { Asked, LeftAt0 };

void groupBackward(
    const Program &program, const Group &group, OfInputs inputs, Trace &trace, const std::stop_token &stop)
{
    const auto isAsked = [&](const CompiledTerm &term) {
        return inputs == OfInputs::Asked || term.gate >= 0
            || program.circuit.nodes[static_cast<std::size_t>(term.source)].role != Role::Input;
    };
    if (group.walk == Walk::WholeSequence)
        for (int node : group.nodes)
            slopeOver(program, node, program.nodes[node].span, trace);
    else
        walkBack(program, group, trace, stop);
    for (int node : group.nodes) {
        if (stop.stop_requested())
            return;
        addParameterGradients(program, node, trace);
        for (const CompiledTerm &term : program.nodes[node].terms)
            if (!term.inLoop && isAsked(term))
                sendBack(program, node, term, program.nodes[node].span, trace);
    }
}

} // namespace

namespace {

/// addLosses() fills the gradient of the source, the first of the pass.
template <typename AddLosses>
bool backwardFrom(AddLosses addLosses, OfInputs inputs, Trace &trace, const std::stop_token &stop)
{
    const Program &program = *trace.program;
    trace.hasGradient = false; // until all of it is there
    shapeGradients(trace);
    addLosses();
    packTransposedLoopMatrices(program, trace);
    for (auto group = program.groups.rbegin(); group != program.groups.rend(); ++group)
        groupBackward(program, *group, inputs, trace, stop);
    if (stop.stop_requested())
        return false;
    for (NodeTrace &node : trace.nodes)
        clearWhereAbsent(program.steps, node, node.gradient);
    trace.hasGradient = true;
    return true;
}

} // namespace

bool backward(const Loss &loss, StepRange counted, Trace &trace, const std::stop_token &stop)
{
    return backwardFrom([&] { addLoss(loss, counted, trace); }, OfInputs::Asked, trace, stop);
}

LossSums backward(const ColumnLoss &loss, Trace &trace)
{
    LossSums sums;
    backwardFrom([&] { sums = addLoss(loss, trace); }, OfInputs::LeftAt0, trace, {});
    return sums;
}

void backward(const Loss &loss, StepRange counted, Trace &trace)
{
    backward(loss, counted, trace, {});
}

void backward(const Loss &loss, Trace &trace)
{
    backward(loss, {1, trace.program->steps}, trace);
}

} // namespace unfold
