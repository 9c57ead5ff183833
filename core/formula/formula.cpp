#include "core/formula/formula.h"

#include "core/formula/formula_parts.h"

#include <algorithm>

namespace unfold {
namespace {

using namespace formula;

const Node &nodeCalled(const Circuit &circuit, const std::string &name)
{
    return circuit.nodes[static_cast<size_t>(circuit.indexOf(name))];
}

bool contributes(const Circuit &circuit, const Term &term, int step, const Time &time)
{
    return readable(nodeCalled(circuit, term.source), step - term.delay, time)
        && (term.gate.empty() || readable(nodeCalled(circuit, term.gate), step - term.gateDelay, time));
}

/// [parameter ·] [gate ⊙] source, without sign.
Row product(const Circuit &circuit, const Term &term, const Time &time)
{
    Row row;
    const bool fenced = !term.parameter.empty() && !term.gate.empty();
    if (!term.parameter.empty())
        append(row, {parameterSymbol(time.names, term.parameter), thinSpace()});
    if (fenced)
        row.push_back(text("("));
    if (!term.gate.empty())
        append(row, {nodeSymbol(nodeCalled(circuit, term.gate), -term.gateDelay, time), text("⊙")});
    row.push_back(nodeSymbol(nodeCalled(circuit, term.source), -term.delay, time));
    if (fenced)
        row.push_back(text(")"));
    return row;
}

/// bias ± terms; "0" where there is nothing.
Row preActivation(const Circuit &circuit, const Node &node, const Time &time)
{
    Row row;
    if (!node.bias.empty())
        row.push_back(parameterSymbol(time.names, node.bias));
    for (const Term &term : node.terms) {
        if (time.step > 0 && time.steps > 0 && !contributes(circuit, term, time.step, time))
            continue;
        if (term.sign < 0)
            row.push_back(text("−"));
        else if (!row.empty())
            row.push_back(text("+"));
        append(row, product(circuit, term, time));
        if (time.step == 0)
            append(row, bracketed(condition(node.span.in(time.horizon()), time, [&](int t) {
                return contributes(circuit, term, t, time);
            })));
    }
    return row.empty() ? Row{text("0")} : row;
}

Formula equation(const Formula::Part &left, const Row &right)
{
    Formula formula{{left, text("=")}};
    append(formula.parts, right);
    return formula;
}

Formula::Part activationWord(Activation activation)
{
    return activation == Activation::Sigmoid ? italic("σ") : text(std::string(nameOf(activation)));
}

/// Σ over the steps, with its limits.
Formula::Part sumOver(StepRange range, const Time &time)
{
    Formula::Part sum = text("∑");
    sum.subscript = {italic("t"), text("="), text(std::to_string(range.first))};
    sum.superscript = {time.steps > 0 ? text(std::to_string(range.last)) : italic("T")};
    return sum;
}

Row crossEntropy(const Formula::Part &output, const std::string &targetStep)
{
    Formula::Part close = text(")");
    close.subscript = {targetSymbol(Formula::Style::Italic, targetStep)};
    return {text("log"), text("softmax"), text("("), output, close};
}

Row squaredError(const Formula::Part &output, const std::string &targetStep)
{
    Formula::Part close = text("‖");
    close.superscript = {text("2")};
    return {text("‖"), output, text("−"), targetSymbol(Formula::Style::BoldItalic, targetStep), close};
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

Formula lossFormula(const Circuit &circuit, const Loss &loss, int steps)
{
    const Time generic{circuit.names, 0, steps, 0};
    const StepRange range = loss.at.in(generic.horizon());
    const bool several = loss.at.countIn(generic.horizon()) != 1;
    const Time time = several ? generic : Time{circuit.names, range.first, steps, 0};
    const Formula::Part output = nodeSymbol(nodeCalled(circuit, loss.source), 0, time);
    const std::string targetStep = time.superscript(0);
    Row right;
    if (loss.kind == LossKind::CrossEntropy)
        right.push_back(text("−"));
    else
        append(right, {text("½"), thinSpace()});
    if (several)
        right.push_back(sumOver(range, generic));
    append(right,
        loss.kind == LossKind::CrossEntropy ? crossEntropy(output, several ? targetStep : "")
                                            : squaredError(output, targetStep));
    return equation(italic("L", {SymbolRef::Kind::Loss, "L", 0}), right);
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
