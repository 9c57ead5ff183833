// What a circuit is given: states before step 1, the gain of its recurrent weights. And its matrices side by side.
#include "core/circuit/parameters.h"
#include "core/formula/formula.h"
#include "core/formula/formula_parts.h"

#include <algorithm>

namespace unfold {
namespace {

using namespace formula;

/// How far outside 1 … T a node is read: steps before 1, or after T where `after`.
int readOutside(const Circuit &circuit, const Node &node, bool after, const Time &time)
{
    int farthest = 0;
    const int horizon = time.horizon();
    for (const Node &reader : circuit.nodes)
        for (const Term &term : reader.terms)
            for (const bool gate : {false, true}) {
                if ((gate ? term.gate : term.source) != node.name)
                    continue;
                const StepRange span = reader.span.in(horizon);
                const int delay = gate ? term.gateDelay : term.delay;
                const int outside = after ? span.last - delay - horizon : 1 - (span.first - delay);
                farthest = span.count() > 0 ? std::max(farthest, outside) : farthest;
            }
    return farthest;
}

/// h(0) = 0, or h(t) = 0  t ≤ 0 where it is read farther out.
Formula initialFormula(const Node &node, bool zero, bool after, int farthest, const Time &time)
{
    const Row end = after ? stepRow(time.horizon(), time) : Row{text("0")};
    Formula::Part symbol = nodeSymbol(node, 0, time);
    if (farthest == 1) {
        const std::string beyond = time.steps > 0 ? std::to_string(time.steps + 1) : "T+1";
        symbol.superscript = scriptParts(time.names.at(after ? beyond : "0"));
    }
    Formula formula{{symbol, text(zero ? "=" : "≠"), text("0")}};
    if (farthest > 1) {
        append(formula.parts, {text("\u2003"), italic("t"), text(after ? ">" : "≤")});
        append(formula.parts, end);
    }
    return formula;
}

bool standsAlone(const Circuit &circuit, const Node &node, const Term &term, const Time &time)
{
    return !term.parameter.empty() && term.gate.empty() && term.sign > 0
        && condition(node.span.in(time.horizon()), time, [&](int t) {
               return contributes(circuit, term, t, time);
           }).empty();
}

} // namespace

std::vector<Formula> initialFormulas(const Circuit &circuit, const std::set<std::string> &given, int steps)
{
    const Time time{circuit.names, 0, steps, 0};
    std::vector<Formula> formulas;
    for (const Node &node : circuit.nodes)
        for (const bool after : {false, true})
            if (const int farthest = readOutside(circuit, node, after, time); farthest > 0)
                formulas.push_back(initialFormula(node, !given.contains(node.name), after, farthest, time));
    return formulas;
}

std::vector<Formula> gainFormulas(const Circuit &circuit)
{
    std::vector<Formula> formulas;
    for (const ParameterInfo &parameter : parametersOf(circuit)) {
        if (!parameter.recurrent)
            continue;
        const std::string &name = circuit.names.parameter(parameter.name);
        const SymbolRef ref{SymbolRef::Kind::Parameter, parameter.name, 0};
        const std::string initial = name + (name.find('_') == std::string::npos ? "_0" : ",0");
        formulas.push_back(equation(symbolPart(name, ref), {text("gain"), symbolPart(initial, ref)}));
    }
    return formulas;
}

std::optional<Formula> stackedFormula(const Circuit &circuit, int index, int steps)
{
    const Node &node = circuit.nodes[static_cast<size_t>(index)];
    const auto name = circuit.names.stacked.find(node.name);
    if (name == circuit.names.stacked.end())
        return std::nullopt;
    const Time time{circuit.names, 0, steps, 0};
    Row matrices, columns;
    for (const Term &term : node.terms) {
        if (!standsAlone(circuit, node, term, time))
            return std::nullopt;
        if (!columns.empty()) {
            append(matrices, {thinSpace(), text("|"), thinSpace()});
            columns.push_back(text(","));
        }
        matrices.push_back(parameterSymbol(time.names, term.parameter));
        columns.push_back(nodeSymbol(nodeCalled(circuit, term.source), -term.delay, time));
    }
    const Formula::Part stacked = symbolPart(name->second, {});
    Formula formula{{text("=")}};
    if (!node.bias.empty())
        append(formula.parts, {parameterSymbol(time.names, node.bias), text("+")});
    append(formula.parts, {stacked, thinSpace(), text("[")});
    append(formula.parts, columns);
    append(formula.parts, {text("]"), text("\u2003"), stacked, text("="), text("[")});
    append(formula.parts, matrices);
    formula.parts.push_back(text("]"));
    return formula;
}

} // namespace unfold
