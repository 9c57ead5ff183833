#include "core/formula/formula_parts.h"

#include "core/circuit/complement.h"
#include "core/formula/formula.h"

#include <algorithm>
#include <cstdlib>

namespace unfold::formula {
namespace {

constexpr const char *minus = "−"; // U+2212

std::string number(int n)
{
    return (n < 0 ? minus : "") + std::to_string(std::abs(n));
}

Row related(const std::string &relation, const Row &right)
{
    Row row{italic("t"), text(relation)};
    append(row, right);
    return row;
}

Row rangeRow(StepRange range, StepRange whole, const Time &time)
{
    if (range.count() == 1)
        return related("=", stepRow(range.first, time));
    if (range.first == whole.first)
        return related("≤", stepRow(range.last, time));
    if (range.last == whole.last)
        return related("≥", stepRow(range.first, time));
    Row row = stepRow(range.first, time);
    row.push_back(text("≤"));
    append(row, related("≤", stepRow(range.last, time)));
    return row;
}

std::vector<StepRange> rangesWhere(StepRange whole, const std::function<bool(int)> &holds)
{
    std::vector<StepRange> ranges;
    for (int t = whole.first; t <= whole.last; ++t) {
        if (!holds(t))
            continue;
        if (ranges.empty() || ranges.back().last != t - 1)
            ranges.push_back({t, t});
        ranges.back().last = t;
    }
    return ranges;
}

} // namespace

Formula equation(const Formula::Part &left, const Row &right)
{
    Formula formula{{left, text("=")}};
    append(formula.parts, right);
    return formula;
}

Row stepRow(int step, const Time &time)
{
    if (time.steps > 0 || step <= time.horizon() / 2)
        return {text(number(step))};
    Row row{italic("T")};
    if (const int before = time.horizon() - step; before > 0)
        append(row, {text(minus), text(number(before))});
    return row;
}

Formula::Part sumOver(StepRange range, const Time &time)
{
    Formula::Part sum = text("∑");
    sum.subscript = {italic("t"), text("=")};
    append(sum.subscript, stepRow(range.first, time));
    sum.superscript = stepRow(range.last, time);
    return sum;
}

std::string Time::superscript(int offset) const
{
    if (step > 0)
        return names.at(number(step + offset));
    if (offset == 0)
        return names.at("t");
    return names.at(std::string("t") + (offset > 0 ? "+" : minus) + std::to_string(std::abs(offset)));
}

Formula::Part text(const std::string &upright)
{
    Formula::Part part;
    part.text = upright;
    return part;
}

Formula::Part italic(const std::string &letters, const SymbolRef &ref)
{
    Formula::Part part = text(letters);
    part.style = Formula::Style::Italic;
    part.ref = ref;
    return part;
}

Formula::Part thinSpace()
{
    return text("\u2009");
}

void append(Row &row, const Row &more)
{
    row.insert(row.end(), more.begin(), more.end());
}

Row oneMinus(const Formula::Part &symbol)
{
    return {text("("), text("1"), text(minus), symbol, text(")")};
}

const Node &nodeCalled(const Circuit &circuit, const std::string &name)
{
    return circuit.nodes[static_cast<size_t>(circuit.indexOf(name))];
}

Formula::Part timedSymbol(
    const std::string &name, SymbolRef::Kind kind, const std::string &node, int offset, const Time &time)
{
    const SymbolRef ref{kind, node, -offset};
    Formula::Part part = symbolPart(name, ref);
    part.superscript = scriptParts(time.superscript(offset - time.names.delayOf(node)));
    return part;
}

Formula::Part nodeSymbol(const Node &node, int offset, const Time &time)
{
    return timedSymbol(time.names.node(node.name), SymbolRef::Kind::Node, node.name, offset, time);
}

bool hasPreActivation(const Node &node)
{
    if (node.role == Role::Input || node.activation == Activation::Identity)
        return false;
    if (!node.bias.empty() || node.terms.size() != 1)
        return true;
    const Term &only = node.terms.front();
    return !only.parameter.empty() || !only.gate.empty() || only.sign < 0;
}

Formula::Part argumentSymbol(const Circuit &circuit, const Node &node, int offset, const Time &time)
{
    if (!hasPreActivation(node)) {
        const Term &only = node.terms.front();
        const Node &source = circuit.nodes[static_cast<size_t>(circuit.indexOf(only.source))];
        return nodeSymbol(source, offset - only.delay, time);
    }
    const std::string name = preActivationName(circuit, circuit.indexOf(node.name));
    return timedSymbol(name, SymbolRef::Kind::PreActivation, node.name, offset, time);
}

Formula::Part parameterSymbol(const Names &names, const std::string &parameter, bool transposed)
{
    Formula::Part part = symbolPart(names.parameter(parameter), {SymbolRef::Kind::Parameter, parameter, 0});
    if (transposed)
        part.superscript = {text("⊤")};
    return part;
}

Formula::Part targetSymbol(Formula::Style style, const std::string &superscript)
{
    Formula::Part part = text("y");
    part.style = style;
    part.ref = {SymbolRef::Kind::Target, "y", 0};
    part.superscript = scriptParts(superscript);
    return part;
}

Formula::Part predictionSymbol(const Node &output, const Time &time)
{
    return timedSymbol("ŷ", SymbolRef::Kind::Prediction, output.name, 0, time);
}

Row condition(StepRange whole, const Time &time, const std::function<bool(int)> &holds)
{
    const std::vector<StepRange> ranges = rangesWhere(whole, holds);
    if (ranges.size() == 1 && ranges.front() == whole)
        return {};
    Row row;
    for (const StepRange &range : ranges) {
        if (!row.empty())
            row.push_back(text(","));
        append(row, rangeRow(range, whole, time));
    }
    return row;
}

bool readable(const Node &node, int step, const Time &time)
{
    return step < 1 || step > time.horizon() || node.span.in(time.horizon()).contains(step);
}

bool contributes(const Circuit &circuit, const Term &term, int step, const Time &time)
{
    return readable(nodeCalled(circuit, term.source), step - term.delay, time)
        && (term.gate.empty() || readable(nodeCalled(circuit, term.gate), step - term.gateDelay, time));
}

bool joinsComplement(const Circuit &circuit, const Node &node, int term, const Time &time)
{
    const int other = complementOf(node, term);
    if (other < 0)
        return false;
    const StepRange range = time.step > 0 ? StepRange{time.step, time.step} : node.span.in(time.horizon());
    for (int t = range.first; t <= range.last; ++t)
        if (contributes(circuit, node.terms[static_cast<size_t>(term)], t, time)
            != contributes(circuit, node.terms[static_cast<size_t>(other)], t, time))
            return false;
    return true;
}

Row spanNote(const Node &node, const Time &time)
{
    return rangeNote(node.span.in(time.horizon()), time);
}

Row rangeNote(StepRange range, const Time &time)
{
    if (time.step > 0)
        return {};
    const Row when = condition({1, time.horizon()}, time, [&](int t) { return range.contains(t); });
    if (when.empty())
        return {};
    Row row{text("\u2003")};
    append(row, when);
    return row;
}

Row bracketed(const Row &condition)
{
    if (condition.empty())
        return {};
    Row row{thinSpace(), text("[")};
    append(row, condition);
    row.push_back(text("]"));
    return row;
}

} // namespace unfold::formula
