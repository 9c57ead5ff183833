#include "ui/diagram/folded/folded_drawing.h"

#include "ui/diagram/folded/folded_labels.h"
#include "ui/diagram/shared/hand_drawn_wires.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double lossLane = 1.05; ///< lanes from the highest node to L

class FoldedDrawing
{
public:
    FoldedDrawing(const FoldedInput &input, const HandDrawing &handDrawing, FoldedLayout &layout)
        : m_input(input)
        , m_handDrawing(handDrawing)
        , m_layout(layout)
    {
    }

    void run()
    {
        fit();
        m_layout.radius = m_scale.radius;
        m_layout.letterFactor = std::clamp(m_scale.perColumn / (38 * m_input.fonts.unit), 0.72, 1.0);
        addFrames();
        addNodes();
        addLoss();
        addJoints();
        for (const HandDrawnWire &wire : wiresOf(m_handDrawing, m_scale))
            addWire(wire);
        addBlockLetters();
        addLabels(m_input, m_layout);
    }

private:
    void fit();
    void addFrames();
    void addNodes();
    void addLoss();
    void addJoints();
    void addWire(const HandDrawnWire &wire);
    void addSquare(const HandDrawnWire &wire, const EdgeShape &edge);
    void addBlockLetters();
    bool hasLoss() const { return m_input.loss && m_input.loss->source >= 0; }

    const FoldedInput &m_input;
    const HandDrawing &m_handDrawing;
    FoldedLayout &m_layout;
    DrawingScale m_scale;
};

/// As large as the widget allows, lanes and columns apart, but not far out of proportion.
void FoldedDrawing::fit()
{
    Place low = m_handDrawing.low;
    Place high = m_handDrawing.high;
    for (const DrawnWire &way : m_handDrawing.ways)
        for (const Place &p : way.line.loop) {
            low = {std::min(low.lane, p.lane), std::min(low.column, p.column)};
            high = {std::max(high.lane, p.lane), std::max(high.column, p.column)};
        }
    if (hasLoss())
        high.lane += lossLane;
    const double unit = m_input.fonts.unit;
    const double margin = 8 * unit;
    const double columns = std::max(0.5, high.column - low.column);
    const double lanes = std::max(0.5, high.lane - low.lane);
    const QSizeF size = m_input.size;
    double radius = 12 * unit;
    for (int round = 0; round < 3; ++round) { // nodes of this radius stand in the outermost lanes
        m_scale.perColumn = std::max(1.0, (size.width() - 2 * margin) / columns);
        m_scale.perLane = std::max(1.0, (size.height() - 2 * margin - 2 * radius) / lanes);
        m_scale.perColumn = std::min(m_scale.perColumn, (m_handDrawing.frames.empty() ? 2.2 : 1.5) * m_scale.perLane);
        m_scale.perLane = std::min(m_scale.perLane, 1.5 * m_scale.perColumn);
        radius = radiusFor(m_handDrawing, m_scale, 18 * unit, 0.33);
    }
    m_scale.radius = radius;
    m_scale.joint = std::max(2.6 * unit, 0.48 * radius);
    m_scale.corner = 0.7 * radius;
    m_scale.origin = {size.width() / 2 - (low.column + columns / 2) * m_scale.perColumn,
        size.height() / 2 + (low.lane + lanes / 2) * m_scale.perLane};
}

void FoldedDrawing::addFrames()
{
    for (const Cell &cell : m_handDrawing.frames) {
        FrameShape frame{cell.name, m_scale.box(cell.low, cell.high), {}};
        const QSizeF size = m_input.fonts.note(cell.name);
        const double gap = 4 * m_input.fonts.unit;
        if (size.height() + gap < 0.9 * m_scale.perLane) // the lower right corner is empty in every page
            frame.label = QRectF(frame.box.bottomRight() - QPointF(size.width() + gap, size.height() + 2), size);
        m_layout.frames.push_back(frame);
    }
}

void FoldedDrawing::addNodes()
{
    for (int n = 0; n < static_cast<int>(m_handDrawing.nodes.size()); ++n) {
        const DrawnNode &drawn = m_handDrawing.nodes[static_cast<size_t>(n)];
        NodeShape shape;
        shape.element = ElementRef::ofNode(drawn.original);
        shape.role = m_handDrawing.circuit.nodes[static_cast<size_t>(n)].role;
        shape.name = m_input.circuit.names.node(m_handDrawing.circuit.nodes[static_cast<size_t>(n)].name);
        shape.disc = {m_scale.at(drawn.place), m_scale.radius};
        if (m_handDrawing.isBlock(n)) {
            shape.block = m_scale.blockBox(m_handDrawing, n).size();
            shape.holds = drawn.holds;
        }
        m_layout.nodes.push_back(std::move(shape));
    }
}

/// L above what it reads, y beside it.
void FoldedDrawing::addLoss()
{
    if (!hasLoss())
        return;
    const int source = m_handDrawing.drawnFor(m_input.loss->source);
    const Place below = m_handDrawing.placeOf(source);
    const QPointF at = m_scale.at({m_handDrawing.high.lane + lossLane, below.column});
    const double beside = std::max(3.4 * m_scale.radius, std::min(5 * m_scale.radius, 1.6 * m_scale.perColumn));
    const double side = at.x() - beside > m_scale.radius ? -1 : 1;
    NodeShape loss;
    loss.element = ElementRef::ofLoss();
    loss.kind = NodeShape::Kind::Loss;
    loss.name = "L";
    loss.disc = {at, m_scale.radius};
    NodeShape target;
    target.element = ElementRef::ofTarget();
    target.kind = NodeShape::Kind::Target;
    target.name = "y";
    target.disc = {at + QPointF(side * beside, 0), m_scale.radius};
    const auto arrow = [&](const ElementRef &element, QPointF from, QPointF to) {
        EdgeShape edge;
        edge.element = element;
        edge.carries = {element};
        edge.curve = Curve::line(from, to);
        m_layout.edges.push_back(edge);
    };
    const double top = m_handDrawing.isBlock(source) ? m_scale.blockBox(m_handDrawing, source).top()
                                                     : m_scale.at(below).y() - m_scale.radius;
    arrow(ElementRef::ofLoss(), {at.x(), top}, at + QPointF(0, m_scale.radius));
    arrow(ElementRef::ofTarget(), target.disc.centre - QPointF(side * m_scale.radius, 0),
        at + QPointF(side * m_scale.radius, 0));
    m_layout.nodes.push_back(std::move(loss));
    m_layout.nodes.push_back(std::move(target));
}

void FoldedDrawing::addJoints()
{
    for (const Joint &joint : m_handDrawing.joints) {
        const int node = m_handDrawing.circuit.indexOf(joint.node);
        const Disc disc{m_scale.at(joint.place), m_scale.joint};
        if (joint.term < 0)
            m_layout.gates.push_back(
                {ElementRef::ofNode(m_handDrawing.nodes[static_cast<size_t>(node)].original), disc, true});
        else
            m_layout.gates.push_back({m_handDrawing.carriedBy({node, joint.term, true}).front(), disc, false});
    }
}

void FoldedDrawing::addWire(const HandDrawnWire &wire)
{
    EdgeShape edge = edgeOf(m_handDrawing, wire);
    if (wire.square)
        addSquare(wire, edge);
    m_layout.edges.push_back(std::move(edge));
}

void FoldedDrawing::addSquare(const HandDrawnWire &wire, const EdgeShape &edge)
{
    DelaySquare square;
    square.element = edge.element;
    square.carries = edge.carries;
    const double half = std::max(4.0 * m_input.fonts.unit, 0.42 * m_scale.radius);
    square.box = QRectF(*wire.square - QPointF(half, half), QSizeF(2 * half, 2 * half));
    square.delay = m_handDrawing.delayOf(wire.readers.front());
    m_layout.squares.push_back(square);
}

/// The weights inside a block, in rows under its name, where they have room.
void FoldedDrawing::addBlockLetters()
{
    for (NodeShape &node : m_layout.nodes) {
        if (!node.isBlock())
            continue;
        const Names &read = m_input.circuit.names;
        std::vector<std::string> names;
        for (const ElementRef &held : node.holds)
            if (held.kind == ElementRef::Kind::Edge) {
                const std::string &name = m_input.circuit.nodes[static_cast<size_t>(held.node)]
                                              .terms[static_cast<size_t>(held.term)]
                                              .parameter;
                if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
                    names.push_back(name);
            }
        const double gap = 4 * m_input.fonts.unit;
        const double letter = m_layout.letterFactor;
        double widest = 1, tallest = 1;
        for (const std::string &name : names) {
            widest = std::max(widest, m_input.fonts.symbol(read.parameter(name)).width() * letter);
            tallest = std::max(tallest, m_input.fonts.symbol(read.parameter(name)).height() * letter);
        }
        const double heading = std::max(0.32 * node.block.height(), m_input.fonts.note(node.name).height() + gap);
        const QRectF room = node.box().adjusted(gap, heading, -gap, -0.5 * gap);
        const int count = static_cast<int>(names.size());
        const int fitting = std::max(1, static_cast<int>((room.width() + gap) / (widest + gap)));
        const int rows = (count + fitting - 1) / fitting;
        const int perRow = rows > 0 ? (count + rows - 1) / rows : 1;
        if (rows * tallest + (rows - 1) * 2 > room.height() || widest > room.width())
            continue;
        node.named = node.box();
        node.named.setBottom(room.top());
        const double pitch = std::min(room.height() / rows, tallest + gap);
        for (int i = 0; i < count; ++i) {
            const int row = i / perRow;
            const int inRow = std::min(perRow, count - row * perRow);
            const double x = room.center().x() + (i % perRow - (inRow - 1) / 2.0) * (widest + gap);
            const double y = room.top() + (row + 0.5) * pitch;
            const std::string &name = names[static_cast<size_t>(i)];
            const QSizeF size = m_input.fonts.symbol(read.parameter(name)) * letter;
            m_layout.labels.push_back({LabelShape::Kind::Parameter, ElementRef::ofParameter(name), read.parameter(name),
                QRectF(QPointF(x - size.width() / 2, y - size.height() / 2), size)});
        }
    }
}

} // namespace

void layOutFoldedDrawing(const FoldedInput &input, const HandDrawing &handDrawing, FoldedLayout &layout)
{
    FoldedDrawing(input, handDrawing, layout).run();
}

} // namespace unfold
