// The changes of a circuit that concern its terms.
#include "core/circuit/edit_circuit.h"
#include "core/circuit/free_names.h"

#include <algorithm>

namespace unfold {
namespace {

Term &at(Circuit &circuit, int node, int term)
{
    return circuit.nodes[static_cast<std::size_t>(node)].terms[static_cast<std::size_t>(term)];
}

} // namespace

Circuit withTerm(Circuit circuit, int node, const std::string &source)
{
    Term term;
    term.source = source;
    term.parameter = freeParameterName(circuit, node, source);
    circuit.nodes[static_cast<std::size_t>(node)].terms.push_back(std::move(term));
    circuit.drawing = {};
    return circuit;
}

Circuit withoutTerm(Circuit circuit, int node, int term)
{
    auto &terms = circuit.nodes[static_cast<std::size_t>(node)].terms;
    terms.erase(terms.begin() + term);
    circuit.drawing = {};
    return circuit;
}

Circuit withSource(Circuit circuit, int node, int term, const std::string &source)
{
    at(circuit, node, term).source = source;
    circuit.drawing = {};
    return circuit;
}

Circuit withDelay(Circuit circuit, int node, int term, int delay)
{
    at(circuit, node, term).delay = delay;
    circuit.drawing = {};
    return circuit;
}

Circuit withSign(Circuit circuit, int node, int term, int sign)
{
    at(circuit, node, term).sign = sign;
    return circuit;
}

Circuit withGate(Circuit circuit, int node, int term, const std::string &gate)
{
    at(circuit, node, term).gate = gate;
    if (gate.empty())
        at(circuit, node, term).gateDelay = 0;
    circuit.drawing = {};
    return circuit;
}

Circuit withGateDelay(Circuit circuit, int node, int term, int delay)
{
    at(circuit, node, term).gateDelay = delay;
    circuit.drawing = {};
    return circuit;
}

Circuit withParameter(Circuit circuit, int node, int term, const std::string &parameter)
{
    at(circuit, node, term).parameter = parameter;
    return circuit;
}

Circuit withParameterRenamed(Circuit circuit, const std::string &from, const std::string &to)
{
    const auto rename = [&](std::string &name) {
        if (name == from)
            name = to;
    };
    for (Node &node : circuit.nodes) {
        rename(node.bias);
        for (Term &term : node.terms)
            rename(term.parameter);
    }
    return circuit;
}

int usesOf(const Circuit &circuit, const std::string &parameter)
{
    int uses = 0;
    for (const Node &node : circuit.nodes) {
        uses += node.bias == parameter ? 1 : 0;
        uses += static_cast<int>(std::count_if(
            node.terms.begin(), node.terms.end(), [&](const Term &t) { return t.parameter == parameter; }));
    }
    return parameter.empty() ? 0 : uses;
}

} // namespace unfold
