// An LSTM reads for the first steps, another one that starts from its s and h writes for the rest.
#include "core/circuit/catalogue_pages.h"

namespace unfold::page {
namespace {

/// One of the two cells, at the steps of `span`; its names end in `suffix` ("", "2"), its columns begin at `column`.
struct CellPlan {
    std::string suffix;
    std::string read; ///< its input
    int size = 1;
    Span span;
    double column = 0;

    Place at(double lane, double inCell) const { return {lane, column + inCell}; }
};

Node cellNode(const CellPlan &plan, const std::string &name, Role role, Activation activation, std::vector<Term> terms,
    Place place)
{
    return {name + plan.suffix, role, plan.size, activation, "", std::move(terms), plan.span, place};
}

/// What a cell does with its gates: s = f ⊙ s(t−1) + i ⊙ k, m = tanh(s), h = q ⊙ m; `old` are the states that s(t−1) is
/// read from, of which one exists at each step.
void addState(const CellPlan &plan, const std::vector<std::string> &old, Circuit &circuit)
{
    const std::string &end = plan.suffix;
    std::vector<Term> carried;
    for (const std::string &state : old)
        carried.push_back(gated("f" + end, state, 1));
    carried.push_back(gated("i" + end, "k" + end));
    circuit.nodes.push_back(cellNode(plan, "s", Role::State, identity, std::move(carried), plan.at(2, 1)));
    circuit.nodes.push_back(cellNode(plan, "m", Role::Inner, hyperbolic, {plain("s" + end)}, plan.at(3, 2)));
    circuit.nodes.push_back(cellNode(plan, "h", Role::State, identity, {gated("q" + end, "m" + end)}, plan.at(4, 2.5)));
}

/// The gates in the order f, i, q, k, each made by gateNode(letter).
template <typename GateNode> void addGates(const CellPlan &plan, GateNode gateNode, Circuit &circuit)
{
    constexpr double columns[] = {0, 1, 3, 2};
    for (int g = 0; g < 4; ++g) {
        Node node = gateNode(std::string(1, "fiqk"[g]));
        node.role = Role::Inner;
        node.size = plan.size;
        node.activation = g == 3 ? hyperbolic : sigmoid;
        node.span = plan.span;
        node.place = plan.at(1, columns[g]);
        circuit.nodes.push_back(std::move(node));
    }
}

} // namespace

Circuit lstmEncoderDecoder(const Options &p)
{
    const CellPlan encoder{"", "x", p.size("h"), {Span::Kind::First, p.encoderSteps}, 0};
    const CellPlan decoder{"2", "y", p.size("h"), {Span::Kind::After, p.encoderSteps}, 5};
    Circuit circuit{"lstm-encoder-decoder",
        {input("x", p.size("x"), encoder.at(0, 1.5), encoder.span),
            input("y", p.size("y"), decoder.at(0, 1.5), decoder.span)}};
    addGates(
        encoder,
        [](const std::string &g) {
            return Node{
                g, Role::Inner, 1, sigmoid, "b_" + g, {times("W_" + g, "h", 1), times("U_" + g, "x")}, every, {}};
        },
        circuit);
    addState(encoder, {"s"}, circuit);
    addGates(
        decoder,
        [](const std::string &g) {
            Term own = times("V_" + g, "h2", 1);
            Term handedOver = times("V_" + g, "h", 1); // at the first step of the decoder alone
            own.recurrent = handedOver.recurrent = true;
            return Node{g + "2", Role::Inner, 1, sigmoid, "d_" + g, {own, handedOver, times("Y_" + g, "y")}, every, {}};
        },
        circuit);
    addState(decoder, {"s2", "s"}, circuit);
    circuit.nodes.push_back(output(p.size("o"), {times("V", "h2")}, decoder.at(5, 2.5), decoder.span));
    return circuit;
}

} // namespace unfold::page
