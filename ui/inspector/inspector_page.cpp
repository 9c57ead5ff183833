#include "ui/inspector/inspector_page.h"

#include "core/analysis/norms.h"
#include "core/formula/formula_parts.h"
#include "core/linalg/stable_norm.h"
#include "ui/inspector/inspector_notes.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct InspectorPageText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString textOf(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString atStep(int step, const QString &what)
{
    return InspectorPageText::tr("Step %1 · %2").arg(step).arg(what);
}

// -- the loss
// ----------------------------------------------------------------------------------------------------------

void addLossOf(const PageSource &s, int step, InspectorPage &page)
{
    const int output = s.run.lossSource();
    std::vector<Quantity> row{Quantity::value(output, step), Quantity::target(output, step)};
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): who calls this has a loss
    if (s.run.loss->kind == LossKind::CrossEntropy)
        row.insert(row.begin() + 1, Quantity::probability(output, step));
    page.extraItems = rowItems(s.run, row, {});
    page.lossStep = step;
    page.extraNote = targetNote(s, step);
}

InspectorPage lossPage(const PageSource &s, const ElementRef &element)
{
    InspectorPage page(element);
    if (!s.run.loss) {
        page.title = InspectorPageText::tr("Loss L");
        page.note = InspectorPageText::tr("This experiment has no loss.");
        return page;
    }
    page.formulas = {lossFormula(s.circuit(), *s.run.loss, s.result.steps())};
    if (element.step == 0) {
        page.title = InspectorPageText::tr("Loss L");
        const int last = s.run.loss->at.in(s.result.steps()).last;
        page.totalLoss = s.cursor.valueShown(last);
        page.note = page.totalLoss ? gradientNote(s) : valueMissing(s, last);
        return page;
    }
    page.title = atStep(element.step, InspectorPageText::tr("loss L"));
    if (!lossTaken(s, element.step))
        page.note = InspectorPageText::tr("No loss is taken at this step.");
    else if (!s.cursor.valueShown(element.step))
        page.note = valueMissing(s, element.step);
    else
        addLossOf(s, element.step, page);
    return page;
}

InspectorPage targetPage(const PageSource &s, ElementRef element)
{
    if (element.step == 0)
        element.step = s.cursor.step;
    InspectorPage page(element);
    page.title = atStep(element.step, InspectorPageText::tr("target y"));
    if (!lossTaken(s, element.step)) {
        page.note = InspectorPageText::tr("There is no target at this step: no loss is taken.");
        return page;
    }
    page.items = rowItems(s.run, {Quantity::target(s.run.lossSource(), element.step)}, {});
    page.note = targetNote(s, element.step);
    return page;
}

// -- nodes
// -------------------------------------------------------------------------------------------------------------

std::optional<PageFactors> factorsOf(const PageSource &s, const std::optional<Edge> &edge)
{
    if (!edge)
        return std::nullopt;
    const auto gradient = edgeGradient(*s.result.trace, *edge);
    if (!gradient)
        return std::nullopt;
    const Term &term = s.node(edge->to.node).terms[static_cast<size_t>(edge->term)];
    PageFactors factors{*gradient, {}, term.parameter};
    QStringList names;
    if (!term.parameter.empty())
        names << textOf(plainText({{formula::parameterSymbol(s.circuit().names, term.parameter, true)}}));
    if (!term.gate.empty())
        names << InspectorPageText::tr("the gate %1")
                     .arg(textOf(s.circuit().names.node(edge->gate ? term.source : term.gate)));
    factors.matrixName
        = names.isEmpty() ? InspectorPageText::tr("the arrow") : names.join(InspectorPageText::tr(" and "));
    return factors;
}

/// "a", without its step.
QString argumentName(const PageSource &s, int node)
{
    Formula::Part argument = formula::argumentSymbol(s.circuit(), s.node(node), 0, {s.circuit().names});
    argument.superscript.clear();
    return textOf(plainText({{argument}}));
}

void addValue(const PageSource &s, int node, int step, InspectorPage &page)
{
    page.title = atStep(step, titleOf(s, s.node(node)));
    page.formulas = nodeFormulas(s.circuit(), node, step, s.result.steps());
    if (s.node(node).role == Role::Input)
        page.note = labelNote(s, step);
    if (!s.cursor.valueShown(step)) {
        page.note = joined(page.note, valueMissing(s, step));
        return;
    }
    const Expression expression = valueExpression(s.run, node, step);
    page.items = itemsOf(s.run, expression);
    if (!expression.summands.empty())
        page.expression = expression;
    else
        page.items.back().opens = false; // what is given was not made by any product
    if (expression.activation != Activation::Identity)
        page.sumName = argumentName(s, node);
    if (s.run.lossSource() == node && lossTaken(s, step)) {
        page.extraTitle = InspectorPageText::tr("Prediction and loss");
        addLossOf(s, step, page);
    }
}

void addGradient(const PageSource &s, int node, int step, InspectorPage &page)
{
    page.title = atStep(step, InspectorPageText::tr("gradient at %1").arg(s.read(s.node(node))));
    const bool direct = s.run.lossSource() == node && s.run.counted.contains(step);
    page.formulas
        = {gradientFormula(s.circuit(), node, step, direct ? s.run.loss : nullptr, s.result.steps(), s.run.lossStep)};
    page.note = whoseGradient(s);
    if (!s.cursor.gradientShown(step)) {
        page.note = gradientMissing(s, step);
        return;
    }
    page.expression = gradientExpression(s.run, node, step);
    page.items = itemsOf(s.run, *page.expression);
    page.entryName = QStringLiteral("∂L/∂") + s.read(s.node(node));
    if (page.expression->summands.empty())
        page.note = joined(page.note,
            InspectorPageText::tr("Nothing that this loss depends on reads %1 here: the gradient is 0.")
                .arg(s.read(s.node(node))));
    page.factors = factorsOf(s, recurrentEdgeFrom(*s.result.trace, node, step));
}

InspectorPage nodePage(const PageSource &s, ElementRef element)
{
    if (element.step == 0)
        element.step = s.cursor.step;
    InspectorPage page(element);
    page.entryName = s.read(s.node(element.node));
    if (!s.result.trace->nodes[static_cast<size_t>(element.node)].exists(element.step)) {
        page.title = atStep(element.step, titleOf(s, s.node(element.node)));
        page.note = absent(s, element.node, element.step);
    } else if (s.backward()) {
        addGradient(s, element.node, element.step, page);
    } else {
        addValue(s, element.node, element.step, page);
    }
    return page;
}

// -- edges
// -------------------------------------------------------------------------------------------------------------

Formula shareLabel(const Formula &whole)
{
    Formula label{{formula::text(InspectorPageText::tr("part of").toStdString()), formula::thinSpace()}};
    label.parts.insert(label.parts.end(), whole.parts.begin(), whole.parts.end());
    return label;
}

Formula sumLabel(const PageSource &s, int node, int step)
{
    if (s.node(node).activation == Activation::Identity)
        return labelOf(s.run, Quantity::value(node, step));
    return {{formula::argumentSymbol(s.circuit(), s.node(node), 0, {s.circuit().names, step, s.result.steps()})}};
}

void fillEdge(const PageSource &s, const Edge &edge, InspectorPage &page)
{
    const bool back = s.backward();
    const int from = edge.from.step;
    if (back && (from < 1 || from > s.result.steps())) {
        page.note
            = InspectorPageText::tr("The arrow comes from an initial value; the gradient is not followed beyond it.");
    } else if (back && !s.cursor.gradientShown(edge.to.step)) {
        page.note = gradientMissing(s, edge.to.step);
    } else if (!back && !s.cursor.valueShown(edge.to.step)) {
        page.note = valueMissing(s, edge.to.step);
    } else {
        const Expression whole = back ? gradientExpression(s.run, edge.from.node, from)
                                      : valueExpression(s.run, edge.to.node, edge.to.step);
        Edge shown = edge;
        if (!back) { // both factors of a ⊙ make one product
            const CompiledNode &node = s.run.program().nodes[static_cast<size_t>(edge.to.node)];
            for (const CompiledTerm &term : node.terms)
                if (term.term == edge.term)
                    shown = {{term.source, edge.to.step - term.delay}, edge.to, edge.term, false};
        }
        Expression part = onlyThrough(whole, shown);
        part.activation = Activation::Identity;
        const Formula label = back ? labelOf(s.run, whole.result) : sumLabel(s, edge.to.node, edge.to.step);
        page.items = shareItems(s.run, part, shareLabel(label));
        page.expression = part;
        page.factors = back ? factorsOf(s, edge) : std::nullopt;
    }
}

InspectorPage edgePage(const PageSource &s, ElementRef element)
{
    if (element.step == 0)
        element.step = s.cursor.step;
    const Term &term = s.node(element.node).terms[static_cast<size_t>(element.term)];
    const int delay = element.gate ? term.gateDelay : term.delay;
    const std::string &from = element.gate ? term.gate : term.source;
    const Names &names = s.circuit().names;
    InspectorPage page(element);
    page.entryName = InspectorPageText::tr("share");
    const QString through = term.parameter.empty()
        ? QString()
        : InspectorPageText::tr(" through %1").arg(textOf(names.parameter(term.parameter)));
    const auto at = [&](int step) { return textOf(names.at(std::to_string(step))); };
    page.title = InspectorPageText::tr("%1%2 → %3%4%5")
                     .arg(textOf(names.node(from)), textOf(names.nodeAt(from, element.step - delay)),
                         s.read(s.node(element.node)), at(element.step), through);
    const Edge edge{
        {s.circuit().indexOf(from), element.step - delay}, {element.node, element.step}, element.term, element.gate};
    const UnrolledGraph graph = unfold(s.circuit(), s.result.steps(), {element.step, element.step});
    if (std::find(graph.edges.begin(), graph.edges.end(), edge) == graph.edges.end())
        page.note = InspectorPageText::tr("This arrow does not exist at step %1.").arg(element.step);
    else
        fillEdge(s, edge, page);
    return page;
}

// -- parameters
// --------------------------------------------------------------------------------------------------------

InspectorPage parameterPage(const PageSource &s, const ElementRef &element, int index)
{
    InspectorPage page(element);
    const ParameterInfo &info = s.run.program().parameters[static_cast<size_t>(index)];
    page.title = parameterTitle(s, info);
    page.note = parameterNote(s, index);
    page.items = rowItems(s.run, {Quantity::parameter(index)}, {});
    if (!s.backward())
        return page;
    if (s.cursor.step > 1) {
        page.note += InspectorPageText::tr(
            "\nIts gradient is a sum with a share of every step; the gradient has flowed back to step %1 "
            "of %2, so the sum is "
            "not complete yet.")
                         .arg(s.cursor.step)
                         .arg(s.result.steps());
        return page;
    }
    page.items.push_back(parameterGradientItem(s.run, index));
    page.items.back().block = 1;
    page.parameter = index;
    page.entryName = QStringLiteral("∂L/∂") + s.read(info);
    page.note
        += InspectorPageText::tr("\nNorm of its gradient %1. %2")
               .arg(numberText(stableNorm(s.result.trace->gradients[static_cast<size_t>(index)])), whoseGradient(s));
    return page;
}

/// A selection that the circuit knows; none where it is of another one.
bool known(const PageSource &s, const ElementRef &element)
{
    const bool node = element.kind == ElementRef::Kind::Node || element.kind == ElementRef::Kind::Edge;
    if (node && (element.node < 0 || element.node >= static_cast<int>(s.circuit().nodes.size())))
        return false;
    if (element.kind == ElementRef::Kind::Edge)
        return element.term >= 0 && element.term < static_cast<int>(s.node(element.node).terms.size());
    if (element.kind == ElementRef::Kind::Parameter)
        return indexOf(s.run.program().parameters, element.parameter) >= 0;
    return element.kind != ElementRef::Kind::None && element.step <= s.result.steps();
}

} // namespace

int InspectorPage::entries() const
{
    for (const ExpressionItem &item : items)
        if (item.opens)
            return static_cast<int>(item.numbers.rows());
    return 0;
}

int InspectorPage::columns() const
{
    for (const ExpressionItem &item : items)
        if (item.opens)
            return static_cast<int>(item.numbers.cols());
    return 0;
}

InspectedRun inspected(const Result &result)
{
    const Loss *loss = result.prepared->loss ? &*result.prepared->loss : nullptr;
    const StepRange counted = loss ? countedSteps(*loss, result.report.shown, result.steps()) : StepRange{};
    const bool oneOfSeveral = result.report.severalLosses && result.report.shown == GradientOf::LastStep;
    return {*result.trace, loss, counted, oneOfSeveral ? counted.last : 0};
}

InspectorPage inspectorPage(const Result &result, const Cursor &cursor)
{
    const PageSource s{result, cursor, inspected(result)};
    const ElementRef &selection = cursor.selection;
    if (!known(s, selection))
        return nodePage(s, ElementRef::ofNode(result.report.node, cursor.step));
    switch (selection.kind) {
    case ElementRef::Kind::Edge: return edgePage(s, selection);
    case ElementRef::Kind::Loss: return lossPage(s, selection);
    case ElementRef::Kind::Target: return targetPage(s, selection);
    case ElementRef::Kind::Parameter:
        return parameterPage(s, selection, indexOf(s.run.program().parameters, selection.parameter));
    default: return nodePage(s, selection);
    }
}

} // namespace unfold
