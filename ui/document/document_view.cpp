#include "ui/document/document_view.h"

#include "ui/document/document.h"

namespace unfold {
namespace {

std::optional<ViewElement> saved(const Circuit &circuit, const ElementRef &element)
{
    const auto nodeName = [&] { return circuit.nodes[static_cast<size_t>(element.node)].name; };
    using Kind = ViewElement::Kind;
    switch (element.kind) {
    case ElementRef::Kind::Node: return ViewElement{Kind::Node, nodeName(), element.step, element.unit, -1, false};
    case ElementRef::Kind::Parameter: return ViewElement{Kind::Parameter, element.parameter, 0, -1, -1, false};
    case ElementRef::Kind::Edge:
        return ViewElement{Kind::Edge, nodeName(), element.step, -1, element.term, element.gate};
    case ElementRef::Kind::Loss: return ViewElement{Kind::Loss, {}, element.step, -1, -1, false};
    case ElementRef::Kind::Target: return ViewElement{Kind::Target, {}, element.step, -1, -1, false};
    case ElementRef::Kind::Path: // touched, never opened
    case ElementRef::Kind::None: break;
    }
    return std::nullopt;
}

ElementRef elementOf(const Circuit &circuit, const ViewElement &saved)
{
    switch (saved.kind) {
    case ViewElement::Kind::Node: return ElementRef::ofNode(circuit.indexOf(saved.name), saved.step, saved.unit);
    case ViewElement::Kind::Parameter: return ElementRef::ofParameter(saved.name);
    case ViewElement::Kind::Edge:
        return ElementRef::ofEdge(circuit.indexOf(saved.name), saved.term, saved.step, saved.gate);
    case ViewElement::Kind::Loss: return ElementRef::ofLoss(saved.step);
    case ViewElement::Kind::Target: return ElementRef::ofTarget(saved.step);
    }
    return {};
}

} // namespace

ViewState viewOf(const Document &document)
{
    const auto result = document.result();
    if (!(result->experiment.circuit == document.experiment().circuit)
        || result->experiment.steps != document.experiment().steps)
        return {};
    const Cursor &cursor = document.cursor();
    ViewState view;
    view.step = cursor.step;
    view.backward = cursor.pass == Pass::Backward;
    if (document.timeWindow() != TimeWindow::all(result->steps()))
        view.window = ViewWindow{document.timeWindow().from, document.timeWindow().to};
    if (document.plottedNode() >= 0)
        view.watched = result->circuit().nodes[static_cast<size_t>(document.plottedNode())].name;
    view.gradientOf = document.gradientOf();
    view.selected = saved(result->circuit(), cursor.selection);
    if (document.axisFitted())
        view.axisFitted = true;
    if (!result->circuit().cells.empty())
        view.cellsOpened = document.cellsOpened();
    return view;
}

void applyView(Document &document, const ViewState &view)
{
    const auto result = document.result();
    const Circuit &circuit = result->circuit();
    if (view.gradientOf)
        document.setGradientOf(*view.gradientOf);
    if (view.backward && (!*view.backward || result->trace->hasGradient))
        document.setPass(*view.backward ? Pass::Backward : Pass::Forward);
    if (view.cellsOpened)
        document.openCells(*view.cellsOpened);
    if (view.axisFitted)
        document.fitAxis(*view.axisFitted);
    if (view.window)
        document.setTimeWindow({view.window->from, view.window->to});
    if (view.step)
        document.setStep(*view.step);
    if (view.selected && existsIn(circuit, result->steps(), elementOf(circuit, *view.selected)))
        document.select(elementOf(circuit, *view.selected));
    if (view.watched && circuit.indexOf(*view.watched) >= 0)
        document.setPlottedNode(circuit.indexOf(*view.watched));
}

} // namespace unfold
