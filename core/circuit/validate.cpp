#include "core/circuit/validate.h"

#include "core/circuit/input_error.h"
#include "core/circuit/order.h"
#include "core/circuit/parameters.h"

namespace unfold {
namespace {

/// Every step that a delay reaches beyond the sequence is kept with an initial value of its own.
constexpr int longestDelay = 100000;

/// Putting nodes in order takes (number of nodes)² · (number of terms) looks.
constexpr std::size_t mostNodes = 200;
constexpr std::size_t mostTerms = 1000;
constexpr std::size_t longestName = 100; ///< bytes

std::string quoted(const std::string &name)
{
    return "\"" + name + "\"";
}

std::string sized(const Node &node)
{
    return quoted(node.name) + " of size " + std::to_string(node.size);
}

void checkSpan(const Span &span, const std::string &place)
{
    if (span.kind == Span::Kind::Listed)
        throw InputError(place, "a node has a list of steps", "first, last or after some step; a loss may have a list");
    const int least = span.kind == Span::Kind::After ? 0 : 1;
    if (span.kind != Span::Kind::Every && span.count < least)
        throw InputError(place, "a span of " + std::to_string(span.count) + " steps",
            "a number of steps of " + std::to_string(least) + " or more");
}

void checkName(const std::string &name, const std::string &place)
{
    if (name.size() > longestName)
        throw InputError(place, "the name has " + std::to_string(name.size()) + " bytes",
            "a name of at most " + std::to_string(longestName) + " bytes");
}

void checkCounts(const Circuit &circuit)
{
    if (circuit.nodes.empty())
        throw InputError("circuit.nodes", "the circuit has no nodes", "at least one");
    if (circuit.nodes.size() > mostNodes)
        throw InputError("circuit.nodes", "the circuit has " + std::to_string(circuit.nodes.size()) + " nodes",
            "at most " + std::to_string(mostNodes));
    std::size_t terms = 0;
    for (const Node &node : circuit.nodes)
        terms += node.terms.size();
    if (terms > mostTerms)
        throw InputError("circuit.nodes", "the nodes have " + std::to_string(terms) + " terms together",
            "at most " + std::to_string(mostTerms));
}

void checkInput(const Node &node, const std::string &place)
{
    if (!node.terms.empty())
        throw InputError(place + ".terms", "the input " + quoted(node.name) + " has terms",
            "none: the values of an input come from the sequence");
    if (!node.bias.empty())
        throw InputError(place + ".bias", "the input " + quoted(node.name) + " has a bias",
            "none: the values of an input come from the sequence");
    if (node.activation != Activation::Identity)
        throw InputError(place + ".activation", "the input " + quoted(node.name) + " has an activation",
            "none: the values of an input come from the sequence");
}

void checkNode(const Circuit &circuit, int index, const std::string &place)
{
    const Node &node = circuit.nodes[index];
    checkName(node.name, place + ".name");
    checkName(node.bias, place + ".bias");
    if (node.name.empty())
        throw InputError(place + ".name", "the name is empty", "a name");
    if (circuit.indexOf(node.name) != index)
        throw InputError(place + ".name", "a second node is called " + quoted(node.name), "a name of its own");
    if (node.size < 1)
        throw InputError(
            place + ".size", "the size of " + quoted(node.name) + " is " + std::to_string(node.size), "1 or more");
    checkSpan(node.span, place + ".span");
    if (node.role == Role::Input)
        checkInput(node, place);
}

void checkDelay(int delay, const std::string &place)
{
    if (delay < -longestDelay || delay > longestDelay)
        throw InputError(place, "the delay is " + std::to_string(delay),
            "a delay from " + std::to_string(-longestDelay) + " to " + std::to_string(longestDelay));
}

const Node &nodeNamed(const Circuit &circuit, const std::string &name, const std::string &place)
{
    const int index = circuit.indexOf(name);
    if (index < 0)
        throw InputError(place, "no node is called " + quoted(name), "the name of a node of the circuit");
    return circuit.nodes[index];
}

void checkTerm(const Circuit &circuit, const Node &node, const Term &term, const std::string &place)
{
    checkName(term.parameter, place + ".parameter");
    const Node &source = nodeNamed(circuit, term.source, place + ".source");
    if (term.sign != 1 && term.sign != -1)
        throw InputError(place + ".sign", "the sign is " + std::to_string(term.sign), "1 or -1");
    checkDelay(term.delay, place + ".delay");
    checkDelay(term.gateDelay, place + ".gateDelay");
    if (term.parameter.empty() && source.size != node.size)
        throw InputError(place + ".source", sized(source) + " enters " + sized(node) + " without a parameter",
            "equal sizes, or a parameter");
    if (term.gate.empty()) {
        if (term.gateDelay != 0)
            throw InputError(place + ".gateDelay", "a gate delay without a gate", "a gate, or no gateDelay");
        return;
    }
    const Node &gate = nodeNamed(circuit, term.gate, place + ".gate");
    if (gate.size != source.size)
        throw InputError(place + ".gate", sized(gate) + " multiplies " + sized(source) + " elementwise", "equal sizes");
}

} // namespace

void validate(const Circuit &circuit)
{
    checkCounts(circuit);
    const auto placeOf = [](std::size_t n) { return "circuit.nodes[" + std::to_string(n) + "]"; };
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n)
        checkNode(circuit, static_cast<int>(n), placeOf(n));
    for (std::size_t n = 0; n < circuit.nodes.size(); ++n) {
        const Node &node = circuit.nodes[n];
        for (std::size_t k = 0; k < node.terms.size(); ++k)
            checkTerm(circuit, node, node.terms[k], placeOf(n) + ".terms[" + std::to_string(k) + "]");
    }
    parametersOf(circuit); // refuses parameters of two shapes, and loops that cannot be ordered in time
}

} // namespace unfold
