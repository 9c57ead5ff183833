#include "ui/diagram/folded/folded_labels.h"

#include "core/circuit/complement.h"
#include "ui/diagram/shared/hand_drawing.h"
#include "ui/diagram/shared/label_place.h"

#include <algorithm>
#include <numeric>

namespace unfold {
namespace {

struct Wanted {
    LabelShape label;
    QSizeF size;
    std::vector<QPointF> centres;
    bool clear = true; ///< covers nothing
};

/// Letters of parameters: beside every arrow that carries one. A loop has its letter at the way out.
void wantParameters(const FoldedInput &input, const FoldedLayout &layout, std::vector<Wanted> &wanted)
{
    std::vector<size_t> order(layout.edges.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { // a short arrow has less room to choose from
        const EdgeShape &p = layout.edges[a];
        const EdgeShape &q = layout.edges[b];
        return p.nearLetter && q.nearLetter && p.longestPiece().length() < q.longestPiece().length();
    });
    for (const size_t i : order) {
        const EdgeShape &edge = layout.edges[i];
        if (edge.parameter.empty() || !edge.head || edge.carries.size() != 1 || !edge.crosses.empty())
            continue;
        const std::string &letter = input.circuit.names.parameter(edge.parameter);
        const QSizeF size = input.fonts.symbol(letter) * layout.letterFactor;
        const double gap = 3 * input.fonts.unit;
        std::vector<QPointF> centres;
        for (const EdgeShape &other : layout.edges)
            if (!other.head && other.element == edge.element) {
                const auto beside = centresBeside(other.curve, size, gap);
                centres.insert(centres.end(), beside.begin(), beside.end());
            }
        auto beside = centresBeside(edge.longestPiece(), size, gap);
        if (edge.nearLetter) // among parallel arrows, only a near letter says whose it is
            beside.resize(beside.size() / 2);
        centres.insert(centres.end(), beside.begin(), beside.end());
        wanted.push_back({{LabelShape::Kind::Parameter, ElementRef::ofParameter(edge.parameter), letter, {}}, size,
            std::move(centres), true});
    }
}

/// What crosses the border of a block, beside its line.
void wantCrossings(const FoldedInput &input, const FoldedLayout &layout, std::vector<Wanted> &wanted)
{
    for (const EdgeShape &edge : layout.edges) {
        if (edge.crosses.empty())
            continue;
        const std::string &name = input.circuit.names.node(edge.crosses);
        const QSizeF size = input.fonts.symbol(name) * layout.letterFactor;
        std::vector<QPointF> centres;
        std::vector<Curve> pieces = edge.lead;
        pieces.push_back(edge.curve);
        for (const Curve &piece : pieces)
            if (piece.isStraight() && piece.length() > size.width()) {
                const auto beside = centresBeside(piece, size, 3 * input.fonts.unit);
                centres.insert(centres.end(), beside.begin(), beside.end());
            }
        wanted.push_back({{LabelShape::Kind::Symbol, ElementRef::ofNode(input.circuit.indexOf(edge.crosses)), name, {}},
            size, std::move(centres), true});
    }
}

void wantSigns(const FoldedInput &input, const FoldedLayout &layout, std::vector<Wanted> &wanted)
{
    for (const EdgeShape &edge : layout.edges) {
        const ElementRef &s = edge.element;
        if (s.kind != ElementRef::Kind::Edge || s.gate || !edge.head)
            continue;
        if (input.circuit.nodes[static_cast<size_t>(s.node)].terms[static_cast<size_t>(s.term)].sign > 0)
            continue;
        const QSizeF size = input.fonts.note("−");
        std::vector<QPointF> centres;
        for (const double side : {1.0, 1.6, -1.0, -1.6})
            for (const double t : {0.85, 0.78, 0.7, 0.92, 0.6, 0.5, 0.4}) {
                const QPointF d = edge.curve.direction(t);
                centres.push_back(edge.curve.at(t) + side * (size.width() / 2 + 5) * QPointF(d.y(), -d.x()));
            }
        auto beside = centresBeside(edge.curve, size, 2);
        if (edge.nearLetter)
            beside.resize(beside.size() / 3);
        centres.insert(centres.end(), beside.begin(), beside.end());
        wanted.push_back({{LabelShape::Kind::Sign, s, "−", {}}, size, std::move(centres), true});
    }
}

/// Whether the term and its complement are one arrow.
bool drawnAsOne(const FoldedLayout &layout, const ElementRef &term, const ElementRef &complement)
{
    return std::any_of(layout.edges.begin(), layout.edges.end(), [&](const EdgeShape &edge) {
        const std::vector<ElementRef> both{term, complement};
        return edge.enters > 0 && edge.carries == both;
    });
}

/// 1 − z, where the gate of such an arrow meets it.
void wantComplements(const FoldedInput &input, const FoldedLayout &layout, std::vector<Wanted> &wanted)
{
    for (const EdgeShape &edge : layout.edges) {
        ElementRef term = edge.element;
        if (term.kind != ElementRef::Kind::Edge || !term.gate || !edge.head)
            continue;
        term.gate = false;
        const Node &node = input.circuit.nodes[static_cast<size_t>(term.node)];
        const int complement = complementOf(node, term.term);
        if (complement < 0 || !drawnAsOne(layout, term, ElementRef::ofEdge(term.node, complement)))
            continue;
        const std::string &gate = node.terms[static_cast<size_t>(term.term)].gate;
        const std::string text = complementText(input.circuit, gate);
        const QSizeF size = input.fonts.symbol(text) * layout.letterFactor;
        wanted.push_back({{LabelShape::Kind::Symbol, ElementRef::ofNode(input.circuit.indexOf(gate)), text, {}}, size,
            centresBeforeHead(edge.curve, size, 3 * input.fonts.unit), true});
    }
}

void wantNotes(const FoldedInput &input, const FoldedLayout &layout, std::vector<Wanted> &wanted)
{
    const double gap = 4 * input.fonts.unit;
    for (const DelaySquare &square : layout.squares) {
        const std::string text = delayNote(square.delay);
        const QSizeF size = input.fonts.note(text);
        wanted.push_back({{LabelShape::Kind::Note, square.element, text, {}}, size,
            centresAround({square.box.center(), square.box.width() / 2}, size, gap), true});
    }
    for (const NodeShape &node : layout.nodes) {
        std::string text;
        if (node.kind == NodeShape::Kind::Node)
            text = spanNote(input.circuit.nodes[static_cast<size_t>(node.element.node)].span);
        else if (node.kind == NodeShape::Kind::Loss)
            text = spanNote(input.loss->at);
        if (text.empty())
            continue;
        const QSizeF size = input.fonts.note(text);
        wanted.push_back(
            {{LabelShape::Kind::Note, node.element, text, {}}, size, centresAround(node.disc, size, gap), true});
    }
}

LabelSurroundings surroundingsOf(const FoldedInput &input, const FoldedLayout &layout)
{
    LabelSurroundings around;
    for (const NodeShape &node : layout.nodes)
        if (node.isBlock())
            around.boxes.push_back(node.box());
        else
            around.discs.push_back(node.disc);
    for (const FrameShape &frame : layout.frames) {
        const QRectF &box = frame.box;
        for (const auto &[from, to] : {std::pair(box.topLeft(), box.topRight()), {box.topRight(), box.bottomRight()},
                 {box.bottomRight(), box.bottomLeft()}, {box.bottomLeft(), box.topLeft()}})
            around.wires.emplace_back(Curve::line(from, to));
        if (!frame.label.isNull())
            around.boxes.push_back(frame.label);
    }
    for (const GateDot &gate : layout.gates)
        around.discs.push_back(gate.disc);
    for (const DelaySquare &square : layout.squares)
        around.boxes.push_back(square.box);
    for (const EdgeShape &edge : layout.edges) {
        for (const Curve &piece : edge.lead)
            around.wires.emplace_back(piece);
        around.wires.emplace_back(edge.curve);
    }
    around.bounds = QRectF(QPointF(0, 0), input.size);
    return around;
}

} // namespace

void addLabels(const FoldedInput &input, FoldedLayout &layout)
{
    std::vector<Wanted> wanted;
    wantCrossings(input, layout, wanted);
    wantParameters(input, layout, wanted);
    wantComplements(input, layout, wanted);
    wantSigns(input, layout, wanted);
    wantNotes(input, layout, wanted);
    LabelSurroundings around = surroundingsOf(input, layout);
    const size_t others = around.boxes.size();
    for (Wanted &want : wanted) {
        want.label.box = placeLabel(want.size, want.centres, around).box;
        around.boxes.push_back(want.label.box);
    }
    for (int round = 0; round < 3; ++round) // early labels can make way for later ones
        for (size_t i = 0; i < wanted.size(); ++i) {
            LabelSurroundings without = around;
            without.boxes.erase(without.boxes.begin() + static_cast<std::ptrdiff_t>(others + i));
            const PlacedLabel placed = placeLabel(wanted[i].size, wanted[i].centres, without);
            wanted[i].label.box = placed.box;
            wanted[i].clear = placed.clear();
            around.boxes[others + i] = placed.box;
        }
    for (const Wanted &want : wanted) // what would cover something is left to the tooltip
        if (want.clear)
            layout.labels.push_back(want.label);
}

} // namespace unfold
