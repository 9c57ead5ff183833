#include "ui/inspector/inspector_page.h"

#include "ui/inspector/inspector_nearest.h"
#include "ui/inspector/inspector_pages.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct InspectorPageText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

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

QString atStep(int step, const QString &what)
{
    return InspectorPageText::tr("Step %1 · %2").arg(step).arg(what);
}

InspectorPage parameterPage(const PageSource &s, const ElementRef &element)
{
    InspectorPage page(element);
    const int index = indexOf(s.run.program().parameters, element.parameter);
    const ParameterInfo &info = s.run.program().parameters[static_cast<size_t>(index)];
    page.title = parameterTitle(s, info);
    page.note = parameterNote(s, index);
    page.items = rowItems(s.run, {Quantity::parameter(index)}, {});
    if (!s.backward())
        return page;
    page.note += QLatin1Char('\n') + parameterGradientNote(s, index);
    if (s.cursor.step > 1)
        return page;
    page.items.push_back(parameterGradientItem(s.run, index));
    page.items.back().block = 1;
    page.parameter = index;
    page.entryName = QStringLiteral("∂L/∂") + s.read(info);
    return page;
}

InspectorPage inspectorPage(const Result &result, const Cursor &cursor)
{
    const PageSource s{result, cursor, inspected(result)};
    const ElementRef &selection = cursor.selection;
    if (!known(s, selection))
        return nodePage(s, ElementRef::ofNode(nodeToShow(s), cursor.step));
    switch (selection.kind) {
    case ElementRef::Kind::Edge: return edgePage(s, selection);
    case ElementRef::Kind::Loss: return lossPage(s, selection);
    case ElementRef::Kind::Target: return targetPage(s, selection);
    case ElementRef::Kind::Parameter: return parameterPage(s, selection);
    default: return nodePage(s, selection);
    }
}

} // namespace unfold
