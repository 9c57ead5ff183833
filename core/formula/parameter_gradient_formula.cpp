#include "core/formula/formula.h"
#include "core/formula/gradient_parts.h"

namespace unfold {
namespace {

using namespace formula;

/// What a parameter is multiplied by in one of its uses; term nullptr: by 1, it is a bias.
struct Use {
    int node = -1;
    const Term *term = nullptr;
};

std::vector<Use> usesOf(const Circuit &circuit, const std::string &parameter)
{
    std::vector<Use> uses;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        if (node.bias == parameter)
            uses.push_back({n, nullptr});
        for (const Term &term : node.terms)
            if (term.parameter == parameter)
                uses.push_back({n, &term});
    }
    return uses;
}

Formula::Part transposed(Formula::Part part)
{
    part.superscript.push_back(text("⊤"));
    return part;
}

/// source(t−1)ᵀ, or (gate ⊙ source)ᵀ.
Row multiplied(const Circuit &circuit, const Term &term, const Time &time)
{
    const Formula::Part source = nodeSymbol(nodeCalled(circuit, term.source), -term.delay, time);
    if (term.gate.empty())
        return {thinSpace(), transposed(source)};
    return {text("("), nodeSymbol(nodeCalled(circuit, term.gate), -term.gateDelay, time), text("⊙"), source,
        transposed(text(")"))};
}

/// [∑] diag(φ′) ∂L/∂node(t) source(t−1)ᵀ over the steps at which the use is there and has a way to the loss.
void addUse(Row &row, const Circuit &circuit, const Use &use, const Reach &reach, const Time &time)
{
    const Node &node = circuit.nodes[static_cast<size_t>(use.node)];
    const StepRange span = node.span.in(time.horizon());
    const auto counts
        = [&](int t) { return reach(use.node, t) && (!use.term || contributes(circuit, *use.term, t, time)); };
    StepRange range = span;
    while (range.count() > 0 && !counts(range.first))
        ++range.first;
    while (range.count() > 0 && !counts(range.last))
        --range.last;
    if (range.count() == 0)
        return;
    const bool once = range.count() == 1 && time.steps > 0;
    const Time at = once ? Time{time.names, range.first, time.steps, time.lossStep} : time;
    Row summand;
    if (!once)
        summand.push_back(sumOver(range, time));
    append(summand, slope(circuit, node, 0, at));
    summand.push_back(partial(node, 0, at));
    if (use.term)
        append(summand, multiplied(circuit, *use.term, at));
    if (!once)
        append(summand, bracketed(condition(range, time, counts)));
    addSummand(row, summand, use.term ? use.term->sign : 1);
}

} // namespace

Formula parameterGradientFormula(
    const Circuit &circuit, const std::string &parameter, const Loss &loss, int steps, int lossStep)
{
    const Time time{circuit.names, 0, steps, lossStep};
    const Reach reach(circuit, &loss, time);
    Row sum;
    for (const Use &use : usesOf(circuit, parameter))
        addUse(sum, circuit, use, reach, time);
    if (sum.empty())
        sum.push_back(text("0"));
    return equation(partial(parameterSymbol(circuit.names, parameter), time), sum);
}

} // namespace unfold
