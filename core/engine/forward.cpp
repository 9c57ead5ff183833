// The forward pass.
//
//   value(t) = φ( bias + Σ sign · [P ·] (source(t − delay) [⊙ gate(t − gateDelay)]) )
//
// Every value matrix holds its initial values in the columns around the sequence and 0 where the node does not exist,
// so that no step needs a case of its own. The pre-activation is gathered where the value will stand.
#include "core/engine/activation.h"
#include "core/engine/engine.h"
#include "core/engine/stoppable.h"
#include "core/engine/trace_columns.h"

namespace unfold {
namespace {

void shapeTrace(const Program &program, Trace &trace)
{
    trace.nodes.resize(program.nodes.size());
    trace.products.resize(program.products);
    for (std::size_t n = 0; n < program.nodes.size(); ++n) {
        const CompiledNode &node = program.nodes[n];
        NodeTrace &at = trace.nodes[n];
        at.span = node.span;
        at.before = node.before;
        at.batch = program.batch;
        at.value.resize(node.size, (node.before + program.steps + node.after) * program.batch);
        for (const CompiledTerm &term : node.terms)
            if (term.product >= 0)
                trace.products[term.product].resize(program.nodes[term.source].size, program.steps * program.batch);
    }
}

/// initial: size × batch, or empty for zeros; before: size × (node.before · batch), or empty for `initial`.
void placeInitial(
    const Program &program, const Matrix *initial, const Matrix *before, const CompiledNode &node, NodeTrace &at)
{
    const auto place = [&](int step) {
        if (initial && initial->size() > 0)
            at.at(at.value, step) = *initial;
        else
            at.at(at.value, step).setZero();
    };
    if (before && before->size() > 0)
        at.value.leftCols(before->cols()) = *before;
    else
        for (int t = 1 - node.before; t < 1; ++t)
            place(t);
    for (int t = program.steps + 1; t <= program.steps + node.after; ++t)
        place(t);
}

/// sequence: size × (steps of the span · batch), or empty for zeros.
void placeSequence(const Matrix *sequence, NodeTrace &at)
{
    if (sequence && sequence->size() > 0)
        at.over(at.value, at.span) = *sequence;
    else
        at.over(at.value, at.span).setZero();
}

/// a += sign · P · source, all of them size × (steps · batch); by the packed P where the term is walked step by step.
void addMatrixTerm(const CompiledTerm &term, const ConstMatrixBlock &source, MatrixBlock a, const Trace &trace)
{
    if (term.inLoop)
        addProduct(term.sign, trace.loopMatrices[term.parameter], source, a);
    else
        addProduct(term.sign, trace.parameters[term.parameter], source, a);
}

/// Adds one term to the pre-activation of `node` at the steps of `range`.
void addTerm(const Program &program, int node, const CompiledTerm &term, StepRange range, Trace &trace)
{
    NodeTrace &to = trace.nodes[node];
    const NodeTrace &from = trace.nodes[term.source];
    auto a = to.over(to.value, range); // size × (steps · batch)
    const auto source = from.over(from.value, readBy(range, term.delay)); // source size × (steps · batch)
    if (term.gate < 0) {
        if (term.parameter < 0)
            a += term.sign * source;
        else
            addMatrixTerm(term, source, a, trace);
        return;
    }
    const NodeTrace &by = trace.nodes[term.gate];
    const auto gate = by.over(by.value, readBy(range, term.gateDelay)); // source size × (steps · batch)
    if (term.parameter < 0) {
        a += term.sign * source.cwiseProduct(gate);
        return;
    }
    auto product = stepsOf(trace.products[term.product], range, program.batch);
    product = source.cwiseProduct(gate);
    addMatrixTerm(term, product, a, trace);
}

/// What of `node` needs nothing from its own loop: the bias, and all other terms as one product each over its span.
void startPreActivation(const Program &program, int node, Trace &trace)
{
    const CompiledNode &n = program.nodes[node];
    auto a = trace.nodes[node].over(trace.nodes[node].value, n.span); // size × (steps · batch)
    if (n.bias >= 0)
        a.colwise() = trace.parameters[n.bias].col(0);
    else
        a.setZero();
    for (const CompiledTerm &term : n.terms)
        if (!term.inLoop)
            addTerm(program, node, term, n.span, trace);
}

void activateOver(const Program &program, int node, StepRange range, Trace &trace)
{
    auto a = trace.nodes[node].over(trace.nodes[node].value, range); // whole columns: one stretch of memory
    activate(program.nodes[node].activation, a.data(), a.size(), a.rows());
}

/// Packs the matrices that the loops will multiply by, step after step.
void packLoopMatrices(const Program &program, Trace &trace)
{
    trace.loopMatrices.resize(trace.parameters.size());
    for (const CompiledNode &node : program.nodes)
        for (const CompiledTerm &term : node.terms)
            if (term.inLoop && term.parameter >= 0)
                pack(trace.parameters[term.parameter], trace.loopMatrices[term.parameter]);
}

/// The loop of a group, step by step: what startPreActivation left out.
void walk(const Program &program, const Group &group, Trace &trace, const std::stop_token &stop)
{
    for (int i = 1; i <= program.steps && !stop.stop_requested(); ++i) {
        const int t = group.walk == Walk::Forward ? i : program.steps + 1 - i;
        for (int node : group.nodes) {
            const CompiledNode &n = program.nodes[node];
            if (!n.span.contains(t))
                continue;
            for (const CompiledTerm &term : n.terms)
                if (term.inLoop)
                    addTerm(program, node, term, {t, t}, trace);
            activateOver(program, node, {t, t}, trace);
        }
    }
}

} // namespace

bool forward(std::shared_ptr<const Program> shared, const Inputs &inputs, Trace &trace, const std::stop_token &stop)
{
    trace.program = std::move(shared);
    const Program &program = *trace.program;
    shapeTrace(program, trace);
    trace.hasGradient = false;

    const auto given = [](const std::vector<Matrix> &all, std::size_t n) { return n < all.size() ? &all[n] : nullptr; };
    for (std::size_t n = 0; n < program.nodes.size(); ++n) {
        placeInitial(program, given(inputs.initial, n), given(inputs.before, n), program.nodes[n], trace.nodes[n]);
        clearWhereAbsent(program.steps, trace.nodes[n], trace.nodes[n].value);
        if (program.circuit.nodes[n].role == Role::Input)
            placeSequence(given(inputs.sequence, n), trace.nodes[n]);
    }
    packLoopMatrices(program, trace);
    for (const Group &group : program.groups) {
        for (int node : group.nodes)
            if (program.circuit.nodes[node].role != Role::Input && !stop.stop_requested())
                startPreActivation(program, node, trace);
        if (group.walk != Walk::WholeSequence)
            walk(program, group, trace, stop);
        else
            for (int node : group.nodes)
                activateOver(program, node, program.nodes[node].span, trace);
    }
    return !stop.stop_requested();
}

void forward(std::shared_ptr<const Program> program, const Inputs &inputs, Trace &trace)
{
    forward(std::move(program), inputs, trace, {});
}

} // namespace unfold
