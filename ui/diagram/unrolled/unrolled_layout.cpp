#include "ui/diagram/unrolled/unrolled_layout.h"

#include "ui/diagram/unrolled/unrolled_layouter.h"

#include <algorithm>
#include <cmath>

namespace unfold {

/// Every k-th step; the first and the last always, and every step of a loss taken at one step.
void UnrolledLayouter::collectDrawn()
{
    const int every = m_plan.drawEvery;
    const StepRange visible = m_layout.visible;
    if (visible.count() == 0)
        return;
    if (visible.first % every != 0)
        m_drawn.push_back(visible.first == 1 ? 1 : visible.first - visible.first % every);
    for (int t = (visible.first + every - 1) / every * every; t <= visible.last; t += every)
        m_drawn.push_back(t);
    if (visible.last == m_input.steps && m_drawn.back() != m_input.steps)
        m_drawn.push_back(m_input.steps);
    if (m_drawn.front() < 1)
        m_drawn.front() = 1;
}

bool UnrolledLayouter::exists(int node, int step) const
{
    return m_circuit.nodes[static_cast<size_t>(node)].span.in(m_input.steps).contains(step);
}

bool UnrolledLayouter::lossAt(int step) const
{
    return m_input.loss && m_input.loss->source >= 0 && m_input.loss->at.contains(step, m_input.steps)
        && m_input.circuit.nodes[static_cast<size_t>(m_input.loss->source)].span.in(m_input.steps).contains(step);
}

void UnrolledLayouter::addNode(const NodeShape &shape, size_t planned, int step)
{
    const PlannedNode &plan = m_plan.nodes[planned];
    NodeShape node = shape;
    node.disc = {plan.disc.centre + QPointF(shiftOf(step), 0), plan.disc.radius};
    node.labelled = plan.inside;
    node.block = plan.block;
    m_layout.nodes.push_back(node);
    if (plan.name.isNull() || step % m_plan.nameEvery != 0)
        return;
    m_layout.labels.push_back(
        {LabelShape::Kind::Symbol, shape.element, shape.name, plan.name.translated(shiftOf(step), 0)});
}

void UnrolledLayouter::addNodes(int step)
{
    const std::vector<Node> &nodes = m_circuit.nodes;
    for (int n = 0; n < static_cast<int>(nodes.size()); ++n)
        if (exists(n, step)) {
            const Node &node = nodes[static_cast<size_t>(n)];
            NodeShape shape{ElementRef::ofNode(originalOf(n), step), NodeShape::Kind::Node, node.role,
                m_input.circuit.names.node(node.name), {}, true, 0};
            if (m_plan.handDrawing)
                shape.holds = atStep(m_plan.handDrawing->nodes[static_cast<size_t>(n)].holds, step);
            addNode(shape, static_cast<size_t>(n), step);
        }
    addFrames(step);
    if (!lossAt(step))
        return;
    addNode({ElementRef::ofLoss(step), NodeShape::Kind::Loss, Role::Output, "L", {}, true, 0}, nodes.size(), step);
    addNode(
        {ElementRef::ofTarget(step), NodeShape::Kind::Target, Role::Input, "y", {}, true, 0}, nodes.size() + 1, step);
}

/// The frames of opened cells, and the + inside.
void UnrolledLayouter::addFrames(int step)
{
    const QPointF by(shiftOf(step), 0);
    for (const QRectF &frame : m_plan.frames)
        m_layout.frames.push_back({{}, frame.translated(by), {}});
    size_t sum = 0;
    if (m_plan.handDrawing)
        for (const Joint &joint : m_plan.handDrawing->joints)
            if (joint.term < 0) {
                const Disc &disc = m_plan.sums[sum++];
                m_layout.gates.push_back(
                    {ElementRef::ofNode(m_circuit.indexOf(joint.node), step), {disc.centre + by, disc.radius}, true});
            }
}

/// Of the circuit, for a node that is drawn.
int UnrolledLayouter::originalOf(int node) const
{
    return m_plan.handDrawing ? m_plan.handDrawing->nodes[static_cast<size_t>(node)].original : node;
}

std::vector<ElementRef> UnrolledLayouter::atStep(std::vector<ElementRef> elements, int step)
{
    for (ElementRef &element : elements)
        element.step = step;
    return elements;
}

/// The letter of every parameter once, near the left edge.
void UnrolledLayouter::addLetters()
{
    for (const PlannedEdge &edge : m_plan.edges) {
        if (edge.letter.isNull())
            continue;
        const auto shown = std::find_if(m_drawn.begin(), m_drawn.end(), [&](int t) {
            return m_axis.x(t) + edge.letter.left() >= m_axis.left && contributes(edge, t) && t - edge.delay >= 1
                && t - edge.delay <= m_input.steps && clearOfInitials(edge.letter.translated(shiftOf(t), 0));
        });
        if (shown == m_drawn.end())
            continue;
        LabelShape letter = m_plan.letterOf(edge, m_input.circuit);
        letter.box = edge.letter.translated(shiftOf(*shown), 0);
        m_layout.labels.push_back(std::move(letter));
    }
}

void UnrolledLayouter::addRows()
{
    for (size_t i = 0; i < m_plan.nodes.size(); ++i) {
        const PlannedNode &node = m_plan.nodes[i];
        const size_t count = m_circuit.nodes.size();
        if (node.inside || (i < count && !m_plan.frames.empty() && cellOf(m_circuit, m_circuit.nodes[i].name) >= 0))
            continue;
        const std::string name = i < count ? m_input.circuit.names.node(m_circuit.nodes[i].name)
            : i == count                   ? "L"
                                           : "y";
        const ElementRef element = i < count ? ElementRef::ofNode(originalOf(static_cast<int>(i)))
            : i == count                     ? ElementRef::ofLoss()
                                             : ElementRef::ofTarget();
        // Of other steps than the one before it (encoder, decoder) it may stand in the same row: their names stand side
        // by side.
        const double y = node.disc.centre.y();
        const auto before = std::count_if(m_layout.rows.begin(), m_layout.rows.end(),
            [&](const RowName &row) { return std::abs(row.left.y() - y) < 10 * m_plan.unit; });
        const double x = (4 + 16 * static_cast<double>(before)) * m_plan.unit;
        m_layout.rows.push_back({element, name, {x, y}, !node.block.isEmpty()});
    }
}

UnrolledLayout layOutUnrolled(const PlanInput &input, const UnrolledPlan &plan, const TimeAxis &axis, double width)
{
    if (plan.nodes.empty())
        return {};
    return UnrolledLayouter(input, plan, axis, width).run();
}

ElementRef UnrolledLayout::hit(QPointF point) const
{
    if (const NodeShape *node = nodeAt(nodes, point))
        return node->element;
    for (const LabelShape &label : labels)
        if (label.box.contains(point))
            return label.element;
    for (const GateDot &gate : gates)
        if (distance(point, gate.disc.centre) <= gate.disc.radius + 2)
            return gate.element;
    if (const EdgeShape *edge = edgeAt(edges, point, 5))
        return edge->element;
    const auto atName = [&](const RowName &row) {
        const QPointF off = point - row.left;
        return off.x() > -4 * unit && off.x() < 24 * unit && std::abs(off.y()) < 8 * unit;
    };
    // From the last: of two names side by side the second begins before the room of the first ends.
    const auto name = std::find_if(rows.rbegin(), rows.rend(), atName);
    return name != rows.rend() ? name->element : ElementRef();
}

const NodeShape *UnrolledLayout::initialAt(QPointF point) const
{
    const NodeShape *node = nodeAt(nodes, point);
    return node && node->kind == NodeShape::Kind::Initial ? node : nullptr;
}

} // namespace unfold
