#include "core/formula/gradient_parts.h"

namespace unfold::formula {

Formula::Part partial(const Formula::Part &of, const Time &time)
{
    Formula::Part loss = italic("L", {SymbolRef::Kind::Loss, "L", 0});
    if (time.lossStep > 0)
        loss.superscript = scriptParts(time.names.at(std::to_string(time.lossStep)));
    Formula::Part fraction;
    fraction.numerator = {italic("∂"), loss};
    fraction.denominator = {italic("∂"), of};
    return fraction;
}

Formula::Part partial(const Node &node, int offset, const Time &time)
{
    return partial(nodeSymbol(node, offset, time), time);
}

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
        transposedClose.superscript = {text("⊤")};
        return {text("("), text("diag"), text("("), value, text(")"), text("−"), value, text("("), value,
            transposedClose, text(")"), thinSpace()};
    }
    }
    return {};
}

void addSummand(Row &row, const Row &summand, int sign)
{
    if (sign < 0)
        row.push_back(text("−"));
    else if (!row.empty())
        row.push_back(text("+"));
    append(row, summand);
}

Reach::Reach(const Circuit &circuit, const Loss *loss, const Time &time)
    : m_horizon(time.horizon())
{
    if (!loss)
        return;
    m_reached.assign(circuit.nodes.size(), std::vector<char>(static_cast<size_t>(m_horizon) + 1, 0));
    const int source = circuit.indexOf(loss->source);
    const StepRange at = time.lossStep > 0 ? StepRange{time.lossStep, time.lossStep} : loss->at.in(m_horizon);
    for (int t = at.first; t <= at.last; ++t)
        visit(source, t);
    while (!m_open.empty()) {
        const auto [node, step] = m_open.back();
        m_open.pop_back();
        for (const Term &term : circuit.nodes[static_cast<size_t>(node)].terms) {
            if (!contributes(circuit, term, step, time))
                continue;
            visit(circuit.indexOf(term.source), step - term.delay);
            if (!term.gate.empty())
                visit(circuit.indexOf(term.gate), step - term.gateDelay);
        }
    }
}

void Reach::visit(int node, int step)
{
    if (step < 1 || step > m_horizon)
        return;
    char &reached = m_reached[static_cast<size_t>(node)][static_cast<size_t>(step)];
    if (!reached)
        m_open.emplace_back(node, step);
    reached = 1;
}

bool Reach::operator()(int node, int step) const
{
    return m_reached.empty() || m_reached[static_cast<size_t>(node)][static_cast<size_t>(step)];
}

} // namespace unfold::formula
