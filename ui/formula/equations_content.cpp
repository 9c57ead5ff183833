#include "ui/formula/equations_content.h"

#include "core/circuit/parameters.h"

namespace unfold {
namespace {

using Formulas = std::vector<Formula>;

/// Short formulas in one row, which breaks at the wide spaces between them.
Formulas inOneRow(const Formulas &formulas)
{
    Formula row;
    for (const Formula &formula : formulas) {
        if (!row.parts.empty())
            row.parts.push_back({.text = "\u2003", .ref = {}});
        row.parts.insert(row.parts.end(), formula.parts.begin(), formula.parts.end());
    }
    return row.parts.empty() ? Formulas{} : Formulas{row};
}

void append(Formulas &all, const Formulas &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

Formulas forwardFormulas(const EquationsAsked &asked)
{
    Formulas all;
    for (int node = 0; node < static_cast<int>(asked.circuit.nodes.size()); ++node) {
        Formulas lines = nodeFormulas(asked.circuit, node, 0, asked.steps);
        if (const auto stacked = stackedFormula(asked.circuit, node, asked.steps))
            lines.insert(lines.begin() + 1, *stacked);
        append(all, lines);
    }
    append(all, inOneRow(initialFormulas(asked.circuit, asked.given, asked.steps)));
    append(all, inOneRow(gainFormulas(asked.circuit)));
    return all;
}

Formulas valueGradients(const EquationsAsked &asked, const Loss &loss)
{
    const std::vector<Node> &nodes = asked.circuit.nodes;
    std::vector<int> order{asked.node};
    for (int node = static_cast<int>(nodes.size()) - 1; node >= 0; --node)
        if (node != asked.node && nodes[static_cast<size_t>(node)].role != Role::Input)
            order.push_back(node);
    Formulas all;
    for (const int node : order)
        all.push_back(gradientFormula(asked.circuit, node, 0, &loss, asked.steps, asked.lossStep));
    return all;
}

Formulas parameterGradients(const EquationsAsked &asked, const Loss &loss)
{
    Formulas all;
    for (const ParameterInfo &parameter : parametersOf(asked.circuit))
        all.push_back(parameterGradientFormula(asked.circuit, parameter.name, loss, asked.steps, asked.lossStep));
    return all;
}

} // namespace

EquationsContent equationsContent(const EquationsAsked &asked)
{
    EquationsContent content;
    content.nodes = forwardFormulas(asked);
    if (!asked.loss)
        return content;
    const Loss loss{*asked.loss, asked.lossSource, asked.lossAt, {}, {}};
    content.loss = lossFormulas(asked.circuit, loss, asked.steps);
    if (asked.node < 0)
        return content;
    content.gradient = valueGradients(asked, loss);
    content.parameters = parameterGradients(asked, loss);
    return content;
}

} // namespace unfold
