#include "core/formula/formula_parts.h"
#include "ui/inspector/inspector_nearest.h"
#include "ui/inspector/inspector_pages.h"
#include "ui/inspector/page_factors.h"

#include <QCoreApplication>

#include <algorithm>

namespace unfold {
namespace {

struct EdgePageText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

Formula shareLabel(const Formula &whole)
{
    Formula label{{formula::text(EdgePageText::tr("part of").toStdString()), formula::thinSpace()}};
    label.parts.insert(label.parts.end(), whole.parts.begin(), whole.parts.end());
    return label;
}

Formula sumLabel(const PageSource &s, int node, int step)
{
    if (s.node(node).activation == Activation::Identity)
        return labelOf(s.run, Quantity::value(node, step));
    return {{formula::argumentSymbol(s.circuit(), s.node(node), 0, {s.circuit().names, step, s.result.steps()})}};
}

void addShare(const PageSource &s, const Expression &whole, const Edge &edge, const Formula &label, InspectorPage &page)
{
    Expression part = onlyThrough(whole, edge);
    part.activation = Activation::Identity;
    page.items = shareItems(s.run, part, shareLabel(label));
    page.expression = part;
}

/// What flows back through the arrow.
void addBackward(const PageSource &s, const Edge &edge, InspectorPage &page)
{
    const Expression whole = gradientExpression(s.run, edge.from.node, edge.from.step);
    addShare(s, whole, edge, labelOf(s.run, whole.result), page);
    page.factors = factorsOf(s, edge);
}

/// What the arrow adds to its target. Both factors of a ⊙ make one product: that of the source's arrow.
void addForward(const PageSource &s, const Edge &edge, InspectorPage &page)
{
    const auto &terms = s.run.program().nodes[static_cast<size_t>(edge.to.node)].terms;
    const auto term = std::find_if(
        terms.begin(), terms.end(), [&](const CompiledTerm &compiled) { return compiled.term == edge.term; });
    const Edge shown{{term->source, edge.to.step - term->delay}, edge.to, edge.term, false};
    const Expression whole = valueExpression(s.run, edge.to.node, edge.to.step);
    if (s.cursor.valueShown(edge.to.step))
        addShare(s, whole, shown, sumLabel(s, edge.to.node, edge.to.step), page);
    else
        addKnown(s, onlyThrough(whole, shown), page);
}

/// The gradient where the pass has brought it; otherwise what the arrow does forward, and why.
void addArrow(const PageSource &s, const Edge &edge, InspectorPage &page)
{
    const bool initial = edge.from.step < 1 || edge.from.step > s.result.steps();
    if (s.backward() && !initial && s.cursor.gradientShown(edge.to.step))
        return addBackward(s, edge, page);
    if (s.backward())
        page.note = joined(page.note, initial ? initialNote(s, edge.from) : gradientMissing(s, edge.to.step));
    else if (!s.cursor.valueShown(edge.to.step))
        page.note = joined(page.note, valueMissing(s, edge.to.step));
    addForward(s, edge, page);
}

} // namespace

InspectorPage edgePage(const PageSource &s, ElementRef element)
{
    const int wanted = element.step > 0 ? element.step : s.cursor.step;
    const auto edge = nearestArrow(s, element);
    element.step = edge ? edge->to.step : wanted;
    InspectorPage page(element);
    page.entryName = EdgePageText::tr("contribution");
    if (!edge) {
        page.title = EdgePageText::tr("arrow to %1").arg(s.read(s.node(element.node)));
        page.note = EdgePageText::tr("This arrow exists at no step of this sequence.");
        return page;
    }
    page.title = titleOf(s, *edge);
    if (element.step != wanted)
        page.note
            = EdgePageText::tr("This arrow does not exist at step %1; step %2 is shown.").arg(wanted).arg(element.step);
    addArrow(s, *edge, page);
    if (page.items.empty() && page.extraItems.empty()) // nothing is known yet, and there is no matrix
        page.formulas = nodeFormulas(s.circuit(), element.node, element.step, s.result.steps());
    return page;
}

} // namespace unfold
