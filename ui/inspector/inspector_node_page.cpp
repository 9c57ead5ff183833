#include "core/formula/formula_parts.h"
#include "ui/inspector/inspector_nearest.h"
#include "ui/inspector/inspector_pages.h"
#include "ui/inspector/page_factors.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct NodePageText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// "a", without its step.
QString argumentName(const PageSource &s, int node)
{
    Formula::Part argument = formula::argumentSymbol(s.circuit(), s.node(node), 0, {s.circuit().names});
    argument.superscript.clear();
    return QString::fromStdString(plainText({{argument}}));
}

void addExpression(const PageSource &s, const Expression &expression, InspectorPage &page)
{
    page.items = itemsOf(s.run, expression);
    if (!expression.summands.empty())
        page.expression = expression;
    else
        page.items.back().opens = false; // what is given was not made by any product
    if (expression.activation != Activation::Identity)
        page.sumName = argumentName(s, expression.result.index);
}

void addValue(const PageSource &s, int node, int step, InspectorPage &page)
{
    page.title = atStep(step, titleOf(s, s.node(node)));
    page.entryName = s.read(s.node(node));
    page.formulas = nodeFormulas(s.circuit(), node, step, s.result.steps());
    const bool given = s.node(node).role == Role::Input;
    const bool shown = s.cursor.valueShown(step);
    if (given)
        page.note = joined(page.note, labelNote(s, step));
    if (!shown)
        page.note = joined(page.note, given ? inputAhead(s) : valueMissing(s, step));
    const Expression expression = valueExpression(s.run, node, step);
    if (!shown && !given)
        return addKnown(s, expression, page);
    addExpression(s, expression, page);
    if (s.run.lossSource() == node && lossTaken(s, step)) {
        page.extraTitle = NodePageText::tr("Prediction and loss");
        addLossOf(s, step, page);
    }
}

void addGradient(const PageSource &s, int node, int step, InspectorPage &page)
{
    page.title = atStep(step, NodePageText::tr("gradient at %1").arg(s.read(s.node(node))));
    const bool direct = s.run.lossSource() == node && s.run.counted.contains(step);
    page.formulas
        = {gradientFormula(s.circuit(), node, step, direct ? s.run.loss : nullptr, s.result.steps(), s.run.lossStep)};
    page.note = joined(page.note, whoseGradient(s));
    page.expression = gradientExpression(s.run, node, step);
    page.items = itemsOf(s.run, *page.expression);
    page.entryName = QStringLiteral("∂L/∂") + s.read(s.node(node));
    if (page.expression->summands.empty())
        page.note = joined(page.note, noDependence(s, node));
    page.factors = factorsFrom(s, *page.expression, recurrentEdgeFrom(*s.result.trace, node, step));
}

} // namespace

void addKnown(const PageSource &s, const Expression &expression, InspectorPage &page)
{
    page.items = rowItems(s.run, knownOperands(s, expression), {});
    page.incomplete = true;
}

InspectorPage nodePage(const PageSource &s, ElementRef element)
{
    const int wanted = element.step > 0 ? element.step : s.cursor.step;
    const auto step = nearestStepOf(s, element.node, wanted);
    element.step = step.value_or(wanted);
    InspectorPage page(element);
    if (!step) {
        page.title = titleOf(s, s.node(element.node));
        page.note = nowhere(s, element.node);
        return page;
    }
    if (*step != wanted)
        page.note = elsewhere(s, element.node, *step);
    if (s.backward() && s.cursor.gradientShown(*step)) {
        addGradient(s, element.node, *step, page);
    } else {
        if (s.backward())
            page.note = joined(page.note, gradientMissing(s, *step));
        addValue(s, element.node, *step, page);
    }
    return page;
}

} // namespace unfold
