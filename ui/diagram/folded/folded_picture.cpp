#include "ui/diagram/folded/folded_picture.h"

#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {

bool litSquare(const Circuit &circuit, const ElementRef &touched, const DelaySquare &square)
{
    return std::any_of(square.carries.begin(), square.carries.end(),
        [&](const ElementRef &s) { return lightsUp(circuit, touched, s); });
}

} // namespace

void paintFolded(QPainter &painter, const Theme &theme, DiagramLabels &labels, const Circuit &circuit,
    const FoldedLayout &layout, const ElementRef &hover, const ElementRef &selected)
{
    painter.setRenderHint(QPainter::Antialiasing);
    DiagramPainter draw(painter, theme, circuit, labels);
    for (const FrameShape &frame : layout.frames)
        draw.frame(frame);
    for (const EdgeShape &edge : layout.edges)
        if (lit(circuit, hover, edge))
            draw.edgeHalo(edge);
    for (const NodeShape &node : layout.nodes)
        if (lit(circuit, hover, node) || lit(circuit, selected, node))
            draw.nodeHalo(node);
    for (const EdgeShape &edge : layout.edges)
        draw.edge(edge, draw.lookOf(edge));
    for (const DelaySquare &square : layout.squares)
        draw.square(square, litSquare(circuit, hover, square));
    for (const GateDot &gate : layout.gates)
        draw.gate(gate, {theme.nodeLine, 1.3, Qt::SolidLine}, lightsUp(circuit, hover, gate.element));
    for (const NodeShape &node : layout.nodes)
        draw.node(node, draw.lookOf(node), stepLabel(circuit, node.element));
    for (const LabelShape &label : layout.labels) {
        if (label.kind == LabelShape::Kind::Parameter)
            draw.letter(label, layout.letterFactor, lightsUp(circuit, hover, label.element));
        else if (label.kind == LabelShape::Kind::Symbol)
            draw.centred(
                labels.label(label.text, {}, layout.letterFactor * symbolPixels(), theme.text), label.box.center());
        else
            draw.words(label);
    }
}

} // namespace unfold
