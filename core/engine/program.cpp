#include "core/engine/program.h"

#include <algorithm>

namespace unfold {
namespace {

CompiledTerm compileTerm(const Program &program, const std::vector<int> &group, int node, int k)
{
    const Circuit &circuit = program.circuit;
    const Term &term = circuit.nodes[node].terms[k];
    const auto onLoop = [&](int other) { return other >= 0 && group[other] == group[node]; };

    CompiledTerm compiled;
    compiled.term = k;
    compiled.source = circuit.indexOf(term.source);
    compiled.delay = term.delay;
    compiled.parameter = term.parameter.empty() ? -1 : indexOf(program.parameters, term.parameter);
    compiled.sign = term.sign;
    if (!term.gate.empty()) {
        compiled.gate = circuit.indexOf(term.gate);
        compiled.gateDelay = term.gateDelay;
    }
    compiled.inLoop = onLoop(compiled.source) || onLoop(compiled.gate);
    return compiled;
}

/// Makes room around the sequence of a node for the steps that one of its readers reads outside it.
void keepInitial(CompiledNode &read, int delay)
{
    read.before = std::max(read.before, delay);
    read.after = std::max(read.after, -delay);
}

} // namespace

double Program::cost() const
{
    double cost = 0;
    for (const CompiledNode &node : nodes)
        for (const CompiledTerm &term : node.terms) {
            const double matrix = term.parameter < 0 ? 1.0 : 3.0 * nodes[term.source].size;
            cost += matrix * node.size * node.span.count() * batch;
        }
    return cost;
}

Program compile(const Circuit &circuit, int steps, int batch)
{
    Program program;
    program.circuit = circuit;
    program.steps = steps;
    program.batch = batch;
    program.parameters = parametersOf(circuit);
    program.groups = orderInTime(circuit);
    program.nodes.resize(circuit.nodes.size());

    const int nodes = static_cast<int>(circuit.nodes.size());
    const std::vector<int> group = groupOfNode(program.groups, nodes);
    for (int n = 0; n < nodes; ++n) {
        const Node &node = circuit.nodes[n];
        CompiledNode &compiled = program.nodes[n];
        compiled.span = node.span.in(steps);
        compiled.activation = node.activation;
        compiled.size = node.size;
        compiled.bias = node.bias.empty() ? -1 : indexOf(program.parameters, node.bias);
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            CompiledTerm term = compileTerm(program, group, n, k);
            keepInitial(program.nodes[term.source], term.delay);
            if (term.gate >= 0) {
                keepInitial(program.nodes[term.gate], term.gateDelay);
                term.product = term.parameter < 0 ? -1 : program.products++;
            }
            compiled.terms.push_back(term);
        }
    }
    return program;
}

} // namespace unfold
