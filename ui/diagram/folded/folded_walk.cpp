#include "ui/diagram/folded/folded_walk.h"

#include <algorithm>

namespace unfold {

FoldedWalk::FoldedWalk(Document *document, FoldedView *view)
    : DiagramWalk(document)
    , m_view(view)
{
}

ElementRef FoldedWalk::elementAt(WalkPlace place) const
{
    const ElementRef &thing = at(place.row);
    if (thing.kind != ElementRef::Kind::Edge || thing.gate)
        return thing;
    const Node &node = document().result()->circuit().nodes[static_cast<size_t>(thing.node)];
    const std::string &parameter = node.terms[static_cast<size_t>(thing.term)].parameter;
    return parameter.empty() ? thing : ElementRef::ofParameter(parameter);
}

ElementRef FoldedWalk::openedAt(WalkPlace place) const
{
    ElementRef element = elementAt(place);
    if (element.kind != ElementRef::Kind::Parameter)
        element.step = document().cursor().step;
    return element;
}

QRectF FoldedWalk::rectAt(WalkPlace place) const
{
    const ElementRef &thing = at(place.row);
    const FoldedLayout &drawn = m_view->layoutShapes();
    for (const NodeShape &node : drawn.nodes)
        if (node.standsFor(thing))
            return node.box();
    for (const LabelShape &label : drawn.labels)
        if (label.kind == LabelShape::Kind::Parameter && label.element == elementAt(place))
            return label.box;
    for (const EdgeShape &edge : drawn.edges)
        if (edge.element == thing || std::find(edge.carries.begin(), edge.carries.end(), thing) != edge.carries.end())
            return boxOf(edge);
    return {};
}

} // namespace unfold
