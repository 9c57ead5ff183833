#include "ui/editor/canvas_things.h"

#include "ui/editor/editor_words.h"

#include <algorithm>
#include <vector>

namespace unfold {
namespace {

constexpr double inside = 0.55; ///< of a node's radius: here it is moved, further out it is connected
constexpr double reach = 5; ///< px beyond the rim that still belong to it

} // namespace

const NodeShape &shapeOf(const FoldedLayout &layout, int node)
{
    const auto found = std::find_if(layout.nodes.begin(), layout.nodes.end(),
        [&](const NodeShape &shape) { return shape.element == ElementRef::ofNode(node); });
    return *found; // opened, every node is drawn
}

int nodeUnder(const FoldedLayout &layout, QPointF point)
{
    for (const NodeShape &shape : layout.nodes)
        if (shape.kind == NodeShape::Kind::Node && distance(shape.disc.centre, point) <= shape.disc.radius + reach)
            return shape.element.node;
    return -1;
}

bool onRim(const FoldedLayout &layout, QPointF point, int node)
{
    return distance(shapeOf(layout, node).disc.centre, point) > inside * layout.radius;
}

EditSelection thingAt(const Circuit &circuit, const FoldedLayout &layout, QPointF point)
{
    const ElementRef element = layout.hit(point);
    if (element.kind == ElementRef::Kind::Parameter)
        return readerOf(circuit, element.parameter);
    if (element.kind == ElementRef::Kind::Node || element.kind == ElementRef::Kind::Edge)
        return {element.node, element.kind == ElementRef::Kind::Edge ? element.term : -1};
    return {};
}

EditSelection nextThing(const Circuit &circuit, EditSelection selection, int by)
{
    std::vector<EditSelection> things;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n)
        for (int k = -1; k < static_cast<int>(circuit.nodes[static_cast<size_t>(n)].terms.size()); ++k)
            things.push_back({n, k});
    const auto here = std::find(things.begin(), things.end(), selection);
    const int count = static_cast<int>(things.size());
    const int at = here == things.end() ? (by > 0 ? -1 : count) : static_cast<int>(here - things.begin());
    return things[static_cast<size_t>((at + by + count) % count)];
}

} // namespace unfold
