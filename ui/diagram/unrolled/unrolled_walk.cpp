#include "ui/diagram/unrolled/unrolled_walk.h"

#include "ui/plot/time_axis.h"

#include <algorithm>

namespace unfold {
namespace {

bool nodeExists(const Result &result, int node, int step)
{
    return result.circuit().nodes[static_cast<size_t>(node)].span.in(result.steps()).contains(step);
}

/// A source outside the sequence is an initial value; one inside it must be there at its step.
bool arrowExists(const Result &result, const ElementRef &edge, int step)
{
    const Circuit &circuit = result.circuit();
    const Term &term = circuit.nodes[static_cast<size_t>(edge.node)].terms[static_cast<size_t>(edge.term)];
    const int source = circuit.indexOf(edge.gate ? term.gate : term.source);
    const int from = step - (edge.gate ? term.gateDelay : term.delay);
    return nodeExists(result, edge.node, step)
        && (from < 1 || from > result.steps() || nodeExists(result, source, from));
}

} // namespace

UnrolledWalk::UnrolledWalk(Document *document, UnrolledView *view)
    : DiagramWalk(document)
    , m_view(view)
{
}

StepRange UnrolledWalk::stepsInSight() const
{
    return visibleSteps(m_view->axis(), document().result()->steps());
}

bool UnrolledWalk::exists(WalkPlace place) const
{
    const Result &result = *document().result();
    const ElementRef &thing = at(place.row);
    switch (thing.kind) {
    case ElementRef::Kind::Node: return nodeExists(result, thing.node, place.step);
    case ElementRef::Kind::Edge: return arrowExists(result, thing, place.step);
    default: {
        const auto step = static_cast<size_t>(place.step - 1);
        return step < result.trace->stepLoss.size() && result.trace->stepLoss[step].has_value();
    }
    }
}

ElementRef UnrolledWalk::elementAt(WalkPlace place) const
{
    ElementRef element = at(place.row);
    element.step = place.step;
    return element;
}

/// Of a step that is not drawn, because there is no room for all: the whole of its column.
QRectF UnrolledWalk::rectAt(WalkPlace place) const
{
    const ElementRef element = elementAt(place);
    const UnrolledLayout &drawn = m_view->layoutShapes();
    for (const NodeShape &node : drawn.nodes)
        if (node.kind != NodeShape::Kind::Initial && node.standsFor(element))
            return node.box();
    const EdgeShape *found = nullptr; // the arrow itself, or the one that it is drawn in
    for (const EdgeShape &edge : drawn.edges) {
        const bool carried = std::find(edge.carries.begin(), edge.carries.end(), element) != edge.carries.end();
        if (carried && (!found || edge.carries.size() < found->carries.size()))
            found = &edge;
    }
    if (found)
        return boxOf(*found);
    return columnOf(m_view->axis(), place.step, 0, m_view->height());
}

} // namespace unfold
