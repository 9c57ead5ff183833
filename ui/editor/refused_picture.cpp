#include "ui/editor/refused_picture.h"

#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {

constexpr double redWidth = 3;

bool carries(const std::vector<ElementRef> &elements, const LoopArrow &arrow)
{
    const ElementRef wanted = ElementRef::ofEdge(arrow.to, arrow.term, 0, arrow.gate);
    return std::find(elements.begin(), elements.end(), wanted) != elements.end();
}

bool isOn(const std::vector<ElementRef> &elements, const std::vector<LoopArrow> &loop)
{
    return std::any_of(loop.begin(), loop.end(), [&](const LoopArrow &arrow) { return carries(elements, arrow); });
}

} // namespace

bool isOnLoop(const EdgeShape &edge, const std::vector<LoopArrow> &loop)
{
    return isOn(edge.carries, loop);
}

void paintRefusedLoop(QPainter &painter, const Theme &theme, DiagramLabels &labels, const Circuit &circuit,
    const FoldedLayout &layout, const std::vector<LoopArrow> &loop)
{
    DiagramPainter draw(painter, theme, circuit, labels);
    const double width = redWidth * Metrics::unit();
    for (const EdgeShape &edge : layout.edges)
        if (isOnLoop(edge, loop))
            draw.edge(edge, {theme.loss, width, Qt::SolidLine});
    painter.setBrush(Qt::NoBrush);
    for (const DelaySquare &square : layout.squares)
        if (isOn(square.carries, loop)) {
            painter.setPen(QPen(theme.loss, width));
            painter.drawRect(square.box);
        }
    for (const NodeShape &node : layout.nodes)
        if (std::any_of(loop.begin(), loop.end(),
                [&](const LoopArrow &arrow) { return node.element == ElementRef::ofNode(arrow.to); }))
            draw.node(node, {theme.lossFill, theme.loss, theme.loss, width, Qt::SolidLine}, {});
}

} // namespace unfold
