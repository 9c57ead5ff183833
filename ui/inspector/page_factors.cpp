#include "ui/inspector/page_factors.h"

#include "core/analysis/norms.h"
#include "core/formula/formula_parts.h"
#include "core/linalg/stable_norm.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct PageFactorsText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString matrixName(const PageSource &s, const Edge &edge, const Term &term)
{
    const QString matrix = term.parameter.empty()
        ? QString()
        : QString::fromStdString(plainText({{formula::parameterSymbol(s.circuit().names, term.parameter, true)}}));
    if (term.gate.empty())
        return matrix.isEmpty() ? PageFactorsText::tr("the arrow") : matrix;
    const QString gate = QString::fromStdString(s.circuit().names.node(edge.gate ? term.source : term.gate));
    return matrix.isEmpty() ? PageFactorsText::tr("the gate %1").arg(gate)
                            : PageFactorsText::tr("%1 and the gate %2").arg(matrix, gate);
}

/// The contributions beside that of an arrow, where they are not 0. The loss itself is one, though of two vectors.
int contributionsBeside(const PageSource &s, const Expression &gradient, const Edge &edge)
{
    int arrows = 0;
    int loss = 0;
    for (const Summand &summand : gradient.summands) {
        if (summand.edge == edge || (valueOf(s.run, summand).array() == 0).all())
            continue;
        if (summand.edge)
            ++arrows;
        else
            loss = 1;
    }
    return arrows + loss;
}

/// ‖∂L/∂n(from)‖ / ‖∂L/∂n(to)‖ of one node; nullopt where that says nothing.
std::optional<double> ratioOfNorms(const PageSource &s, const Edge &edge)
{
    if (edge.from.node != edge.to.node)
        return std::nullopt;
    const NodeTrace &node = s.result.trace->nodes[static_cast<size_t>(edge.from.node)];
    const double from = stableNorm(node.at(node.gradient, edge.from.step).col(0));
    const double to = stableNorm(node.at(node.gradient, edge.to.step).col(0));
    const bool divides = to > 0 && std::isfinite(to) && std::isfinite(from);
    return divides ? std::optional(from / to) : std::nullopt;
}

QString wholeNote(const PageSource &s, const Edge &edge, int contributions)
{
    const QString name = s.read(s.node(edge.from.node));
    const QString sum = PageFactorsText::tr("∂L/∂%1 is the sum of %2 contributions.").arg(name).arg(contributions);
    const auto whole = ratioOfNorms(s, edge);
    if (!whole)
        return sum;
    return joined(sum,
        PageFactorsText::tr("Its norm: × %1 from step %2 to step %3.")
            .arg(numberText(*whole, 4))
            .arg(edge.to.step)
            .arg(edge.from.step));
}

} // namespace

std::optional<PageFactors> factorsOf(const PageSource &s, const Edge &edge)
{
    const auto gradient = edgeGradient(*s.result.trace, edge);
    if (!gradient)
        return std::nullopt;
    const Term &term = s.node(edge.to.node).terms[static_cast<size_t>(edge.term)];
    PageFactors factors;
    factors.gradient = *gradient;
    factors.matrixName = matrixName(s, edge, term);
    factors.parameter = term.parameter;
    factors.heading = PageFactorsText::tr("What each factor of this arrow does");
    factors.together = PageFactorsText::tr("together");
    return factors;
}

std::optional<PageFactors> factorsFrom(const PageSource &s, const Expression &gradient, const std::optional<Edge> &edge)
{
    if (!edge)
        return std::nullopt;
    auto factors = factorsOf(s, *edge);
    if (!factors)
        return std::nullopt;
    factors->heading = PageFactorsText::tr("What each factor does at this step");
    const int others = contributionsBeside(s, gradient, *edge);
    if (others == 0)
        return factors;
    factors->heading = PageFactorsText::tr("What each factor does along %1 only").arg(titleOf(s, *edge));
    factors->together = PageFactorsText::tr("together, along this arrow only");
    factors->note = wholeNote(s, *edge, others + 1);
    return factors;
}

} // namespace unfold
