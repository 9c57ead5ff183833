#include "core/formula/formula.h"

#include "core/circuit/complement.h"
#include "core/formula/formula_parts.h"

#include <algorithm>

namespace unfold {
namespace {

using namespace formula;

/// [parameter ·] [gate ⊙] source, without sign; complement: (1 − gate) ⊙ source.
Row product(const Circuit &circuit, const Term &term, bool complement, const Time &time)
{
    Row row;
    const bool fenced = !term.parameter.empty() && !term.gate.empty();
    if (!term.parameter.empty())
        append(row, {parameterSymbol(time.names, term.parameter), thinSpace()});
    if (fenced)
        row.push_back(text("("));
    if (!term.gate.empty()) {
        const Formula::Part gate = nodeSymbol(nodeCalled(circuit, term.gate), -term.gateDelay, time);
        append(row, complement ? oneMinus(gate) : Row{gate});
        row.push_back(text("⊙"));
    }
    row.push_back(nodeSymbol(nodeCalled(circuit, term.source), -term.delay, time));
    if (fenced)
        row.push_back(text(")"));
    return row;
}

bool contributesIn(const Circuit &circuit, const Term &term, StepRange steps, const Time &time)
{
    for (int t = steps.first; t <= steps.last; ++t)
        if (contributes(circuit, term, t, time))
            return true;
    return false;
}

/// A term behind those that are there already, with its sign and, at any t, the steps at which it is there.
void addTerm(Row &row, const Circuit &circuit, const Node &node, int index, const Time &time)
{
    const Term &term = node.terms[static_cast<size_t>(index)];
    const StepRange span = node.span.in(time.horizon());
    const StepRange asked = time.step == 0 ? span : StepRange{time.step, time.step};
    if ((time.step == 0 || time.steps > 0) && !contributesIn(circuit, term, asked, time))
        return;
    const bool joined = joinsComplement(circuit, node, index, time);
    if (joined && !term.gate.empty())
        return; // written where its complement is
    if (term.sign < 0)
        row.push_back(text("−"));
    else if (!row.empty())
        row.push_back(text("+"));
    const Term &written = joined ? node.terms[static_cast<size_t>(complementOf(node, index))] : term;
    append(row, product(circuit, written, joined, time));
    if (time.step == 0)
        append(row, bracketed(condition(span, time, [&](int t) { return contributes(circuit, term, t, time); })));
}

/// bias ± terms; "0" where there is nothing.
Row preActivation(const Circuit &circuit, const Node &node, const Time &time)
{
    Row row;
    if (!node.bias.empty())
        row.push_back(parameterSymbol(time.names, node.bias));
    for (int index = 0; index < static_cast<int>(node.terms.size()); ++index)
        addTerm(row, circuit, node, index, time);
    return row.empty() ? Row{text("0")} : row;
}

Formula::Part activationWord(Activation activation)
{
    return activation == Activation::Sigmoid ? italic("σ") : text(std::string(nameOf(activation)));
}

} // namespace

std::vector<Formula> nodeFormulas(const Circuit &circuit, int index, int step, int steps)
{
    const Node &node = circuit.nodes[static_cast<size_t>(index)];
    const Time time{circuit.names, step, steps, 0};
    if (node.role == Role::Input)
        return {};
    const Row sum = preActivation(circuit, node, time);
    const Formula::Part value = nodeSymbol(node, 0, time);
    std::vector<Formula> lines;
    if (node.activation == Activation::Identity) {
        lines.push_back(equation(value, sum));
    } else {
        const Formula::Part argument = argumentSymbol(circuit, node, 0, time);
        if (hasPreActivation(node))
            lines.push_back(equation(argument, sum));
        lines.push_back(equation(value, {activationWord(node.activation), text("("), argument, text(")")}));
    }
    append(lines.back().parts, spanNote(node, time));
    return lines;
}

std::string preActivationName(const Circuit &circuit, int node)
{
    const auto &read = circuit.names.preActivations;
    if (const auto found = read.find(circuit.nodes[static_cast<size_t>(node)].name); found != read.end())
        return found->second;
    const auto count = std::count_if(circuit.nodes.begin(), circuit.nodes.end(), hasPreActivation);
    if (count == 1 && circuit.indexOf("a") < 0)
        return "a";
    std::string name = circuit.nodes[static_cast<size_t>(node)].name;
    std::erase(name, '_');
    return "a_" + name;
}

} // namespace unfold
