#include "core/formula/formula.h"
#include "core/formula/formula_parts.h"

namespace unfold {
namespace {

using namespace formula;

/// One way in which a node's value enters another's: as source or as gate of one of its terms.
struct Reader {
    const Node *node = nullptr;
    const Term *term = nullptr;
    int offset = 0; ///< the reader stands at t + offset
    const Node *companion = nullptr; ///< the other factor of a ⊙, nullptr: none
    int companionOffset = 0; ///< it is read at t + companionOffset
};

const Node *find(const Circuit &circuit, const std::string &name)
{
    const int index = circuit.indexOf(name);
    return index < 0 ? nullptr : &circuit.nodes[static_cast<size_t>(index)];
}

std::vector<Reader> readersOf(const Circuit &circuit, const std::string &name)
{
    std::vector<Reader> readers;
    for (const Node &node : circuit.nodes)
        for (const Term &term : node.terms) {
            if (term.source == name)
                readers.push_back({&node, &term, term.delay, find(circuit, term.gate), term.delay - term.gateDelay});
            if (term.gate == name)
                readers.push_back(
                    {&node, &term, term.gateDelay, find(circuit, term.source), term.gateDelay - term.delay});
        }
    return readers;
}

/// ∂L/∂node(t + offset)
Formula::Part partial(const Node &node, int offset, const Time &time)
{
    Formula::Part loss = italic("L", {SymbolRef::Kind::Loss, "L", 0});
    if (time.lossStep > 0)
        loss.superscript = scriptParts(time.names.at(std::to_string(time.lossStep)));
    Formula::Part fraction;
    fraction.numerator = {italic("∂"), loss};
    fraction.denominator = {italic("∂"), nodeSymbol(node, offset, time)};
    return fraction;
}

/// diag(φ′) of the reader, or the Jacobian of softmax; nothing for identity.
Row slope(const Circuit &circuit, const Node &node, int offset, const Time &time)
{
    const Formula::Part value = nodeSymbol(node, offset, time);
    Formula::Part squareClose = text(")");
    squareClose.superscript = {text("2")};
    switch (node.activation) {
    case Activation::Identity: return {};
    case Activation::Tanh:
        return {text("diag"), text("("), text("1"), text("−"), text("("), value, squareClose, text(")"), thinSpace()};
    case Activation::Sigmoid:
        return {text("diag"), text("("), value, text("⊙"), text("("), text("1"), text("−"), value, text(")"), text(")"),
            thinSpace()};
    case Activation::Relu:
        return {text("diag"), text("("), text("["), argumentSymbol(circuit, node, offset, time), text(">"), text("0"),
            text("]"), text(")"), thinSpace()};
    case Activation::Softmax: {
        Formula::Part transposedClose = text(")");
        transposedClose.superscript = {text("T")};
        return {text("("), text("diag"), text("("), value, text(")"), text("−"), value, text("("), value,
            transposedClose, text(")"), thinSpace()};
    }
    }
    return {};
}

/// [companion ⊙] [Pᵀ] [diag(φ′)] ∂L/∂reader
Row pathThrough(const Circuit &circuit, const Reader &reader, const Time &time)
{
    Row row;
    if (reader.companion)
        append(row, {nodeSymbol(*reader.companion, reader.companionOffset, time), text("⊙")});
    const Row middle = slope(circuit, *reader.node, reader.offset, time);
    if (!reader.term->parameter.empty()) {
        row.push_back(parameterSymbol(time.names, reader.term->parameter, true));
        if (middle.empty())
            row.push_back(thinSpace());
    }
    append(row, middle);
    row.push_back(partial(*reader.node, reader.offset, time));
    return row;
}

bool insideSequence(int step, const Time &time)
{
    return 1 <= step && step <= time.horizon();
}

/// Whether the reader, which lies inside 1 … T, exists and its term contributes.
bool flows(const Reader &reader, int step, const Time &time)
{
    return reader.node->span.in(time.horizon()).contains(step + reader.offset)
        && (!reader.companion || readable(*reader.companion, step + reader.companionOffset, time));
}

void add(Row &row, const Row &summand, int sign)
{
    if (sign < 0)
        row.push_back(text("−"));
    else if (!row.empty())
        row.push_back(text("+"));
    append(row, summand);
}

void addPath(Row &row, const Circuit &circuit, const Node &node, const Reader &reader, const Time &time)
{
    const auto there = [&](int t) { return insideSequence(t + reader.offset, time); };
    if (time.step > 0 && time.steps > 0 && !(there(time.step) && flows(reader, time.step, time)))
        return;
    Row summand = pathThrough(circuit, reader, time);
    if (time.step == 0) // that nothing comes from beyond the ends goes without saying
        append(summand, bracketed(condition(node.span.in(time.horizon()), time, [&](int t) {
            return !there(t) || flows(reader, t, time);
        })));
    add(row, summand, reader.term->sign);
}

/// softmax(o) − onehot(y), or o − y.
void addLoss(Row &row, const Node &node, const Loss &loss, const Time &time)
{
    const auto counts
        = [&](int t) { return time.lossStep > 0 ? t == time.lossStep : loss.at.contains(t, time.horizon()); };
    const bool taken = time.step == 0 || time.steps == 0 || counts(time.step);
    if (loss.source != node.name || !taken)
        return;
    const Formula::Part output = nodeSymbol(node, 0, time);
    const std::string step = time.superscript(0);
    Row difference = loss.kind == LossKind::CrossEntropy
        ? Row{text("softmax"), text("("), output, text(")"), text("−"), text("onehot"), text("("),
            targetSymbol(Formula::Style::Italic, step), text(")")}
        : Row{output, text("−"), targetSymbol(Formula::Style::BoldItalic, step)};
    const Row when = condition(node.span.in(time.horizon()), time, counts);
    if (time.step == 0 && !when.empty()) {
        difference.insert(difference.begin(), text("("));
        difference.push_back(text(")"));
        append(difference, bracketed(when));
    }
    add(row, difference, 1);
}

} // namespace

Formula gradientFormula(const Circuit &circuit, int index, int step, const Loss *loss, int steps, int lossStep)
{
    const Node &node = circuit.nodes[static_cast<size_t>(index)];
    const Time time{circuit.names, step, steps, lossStep};
    Row sum;
    for (const Reader &reader : readersOf(circuit, node.name))
        addPath(sum, circuit, node, reader, time);
    if (loss)
        addLoss(sum, node, *loss, time);
    if (sum.empty())
        sum.push_back(text("0"));
    Formula formula{{partial(node, 0, time), text("=")}};
    append(formula.parts, sum);
    append(formula.parts, spanNote(node, time));
    return formula;
}

} // namespace unfold
