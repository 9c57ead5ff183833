#include "ui/diagram/unrolled/unrolled_drawing.h"

#include "ui/diagram/shared/hand_drawn_wires.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double lanesToLoss = 1.0; ///< lanes from the highest node to L
constexpr double targetLane = 0.85; ///< lanes from L to y
constexpr double narrowest = 44; ///< px of a step in which an opened cell can still be made out

class DrawingPlanner
{
public:
    DrawingPlanner(const PlanInput &input, UnrolledPlan &plan)
        : m_input(input)
        , m_plan(plan)
        , m_handDrawing(*plan.handDrawing)
        , m_opened(!m_handDrawing.frames.empty())
    {
    }

    void run()
    {
        fit();
        addNodes();
        for (const HandDrawnWire &wire : wiresOf(m_handDrawing, m_scale))
            addEdge(wire);
        addLoss();
        for (const Joint &joint : m_handDrawing.joints)
            if (joint.term < 0)
                m_plan.sums.push_back({m_scale.at(joint.place), m_scale.joint});
        for (const Cell &cell : m_handDrawing.frames)
            m_plan.frames.push_back(m_scale.box(cell.low, cell.high));
    }

private:
    void fit();
    void addNodes();
    void addEdge(const HandDrawnWire &wire);
    void addLoss();
    bool hasLoss() const { return m_input.loss && m_input.loss->source >= 0; }
    int lossSource() const { return m_handDrawing.drawnFor(m_input.loss->source); }

    const PlanInput &m_input;
    UnrolledPlan &m_plan;
    HandDrawing &m_handDrawing;
    bool m_opened;
    DrawingScale m_scale;
};

void DrawingPlanner::fit()
{
    const double unit = m_plan.unit;
    const double line = m_input.fonts.note("h").height();
    m_plan.captionHeight = line + 6 * unit;
    const int strips = (m_input.stepLabels ? 1 : 0) + (m_plan.tooNarrow ? 1 : 0);
    m_plan.stepLabelTop = m_input.height - strips * (line + 2 * unit);
    const double columns = m_handDrawing.high.column - m_handDrawing.low.column;
    const double lanes = m_handDrawing.high.lane - m_handDrawing.low.lane + (hasLoss() ? lanesToLoss + targetLane : 0);
    const double pitch = m_input.pitch * m_plan.drawEvery;
    m_scale.stepBack = QPointF(-pitch, 0);
    m_scale.perColumn = std::min(pitch / (columns + (m_opened ? 0.9 : 1.9)), (m_opened ? 62 : 36) * unit);
    double radius = std::min(16 * unit, 0.31 * pitch);
    const double names = m_plan.detail == Detail::Full ? 3 * unit : line + 2 * unit;
    const double largest = m_plan.detail == Detail::Bands ? 2 * unit
        : m_plan.detail == Detail::Dots                   ? 3.2 * unit
                                                          : 16 * unit;
    for (int round = 0; round < 3; ++round) {
        const double room = m_plan.stepLabelTop - m_plan.captionHeight - 2 * (radius + names);
        m_scale.perLane = std::clamp(room / lanes, 1.0, (m_opened ? 62 : 66) * unit);
        radius = std::max(
            1.5, std::min({radiusFor(m_handDrawing, m_scale, largest, 0.4), 0.31 * pitch, 0.38 * m_scale.perLane}));
    }
    m_scale.radius = radius;
    m_scale.joint = std::max(1.2, 0.48 * radius);
    m_scale.corner = 0.7 * radius;
    const double middle = m_opened
        ? (m_handDrawing.frames.front().low.column + m_handDrawing.frames.front().high.column) / 2
        : (m_handDrawing.low.column + m_handDrawing.high.column) / 2;
    const double bottom = (m_plan.captionHeight + m_plan.stepLabelTop + lanes * m_scale.perLane) / 2;
    m_scale.origin = {-middle * m_scale.perColumn, bottom + m_handDrawing.low.lane * m_scale.perLane};
    m_plan.widthFactor = std::clamp(radius / (14 * unit), 0.35, 1.0);
    if (m_opened && radius < 4.5 * unit) {
        m_plan.detail = Detail::Dots;
    }
}

void DrawingPlanner::addNodes()
{
    const double unit = m_plan.unit;
    const double legible = (m_opened ? 7 : 9.2) * unit;
    for (int n = 0; n < static_cast<int>(m_handDrawing.nodes.size()); ++n) {
        PlannedNode node;
        node.disc = {m_scale.at(m_handDrawing.placeOf(n)), m_scale.radius};
        node.inside = m_plan.detail == Detail::Full && m_scale.radius >= legible;
        if (m_handDrawing.isBlock(n)) {
            node.block = m_scale.blockBox(m_handDrawing, n).size();
            node.inside = node.block.width() >= 34 * unit;
        }
        m_plan.nodes.push_back(node);
    }
}

void DrawingPlanner::addEdge(const HandDrawnWire &wire)
{
    const InputRef &first = wire.readers.front();
    PlannedEdge edge;
    edge.node = first.node;
    edge.term = first.term;
    edge.gate = first.gate;
    edge.readers = wire.readers;
    edge.source = wire.source;
    edge.delay = wire.toNode ? 0 : m_handDrawing.delayOf(first);
    edge.curve = wire.last;
    edge.lead = wire.lead;
    edge.head = wire.head;
    edge.toNode = wire.toNode;
    edge.outer = wire.outer;
    edge.comesIn = wire.comesIn;
    edge.crosses = wire.crosses;
    edge.value = wire.value;
    const std::string &name = m_handDrawing.circuit.nodes[static_cast<size_t>(first.node)].name;
    if (const Joint *joint = jointOf(m_handDrawing.circuit.drawing, name, first.term);
        joint && !first.gate && wire.readers.size() == 1)
        edge.dot = Disc{m_scale.at(joint->place), m_scale.joint};
    m_plan.edges.push_back(std::move(edge));
}

void DrawingPlanner::addLoss()
{
    if (!hasLoss())
        return;
    const int source = lossSource();
    const double top = m_scale.at(m_handDrawing.high).y();
    const double x = m_scale.at(m_handDrawing.placeOf(source)).x();
    const double radius = m_scale.radius;
    const QPointF loss(x, top - lanesToLoss * m_scale.perLane);
    const QPointF target = loss - QPointF(0, targetLane * m_scale.perLane);
    const double from = m_handDrawing.isBlock(source) ? m_scale.blockBox(m_handDrawing, source).top()
                                                      : m_scale.at(m_handDrawing.placeOf(source)).y() - radius;
    for (const QPointF &centre : {loss, target})
        m_plan.nodes.push_back({{centre, radius}, {}, m_plan.nodes.front().inside});
    PlannedEdge up;
    up.source = m_input.loss->source;
    up.curve = Curve::line({x, from}, loss + QPointF(0, radius));
    m_plan.edges.push_back(up);
    PlannedEdge down;
    down.curve = Curve::line(target + QPointF(0, radius), loss - QPointF(0, radius));
    m_plan.edges.push_back(down);
}

/// Whether a step has room for the gates of a cell.
bool hasRoom(const PlanInput &input)
{
    return input.pitch >= narrowest * input.fonts.unit;
}

} // namespace

std::optional<HandDrawing> handDrawingAt(const PlanInput &input)
{
    return handDrawingOf(input.circuit, input.opened && hasRoom(input));
}

bool planByHand(const PlanInput &input, UnrolledPlan &plan)
{
    plan.handDrawing = handDrawingAt(input);
    if (!plan.handDrawing)
        return false;
    plan.tooNarrow = input.opened && !hasRoom(input) && canClose(input.circuit);
    DrawingPlanner(input, plan).run();
    return true;
}

} // namespace unfold
