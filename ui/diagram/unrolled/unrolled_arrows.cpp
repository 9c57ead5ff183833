// The arrows of the unrolled graph: from step to step, and from the initial values before the first.
#include "ui/diagram/shared/hand_drawn_wires.h"
#include "ui/diagram/shared/route.h"
#include "ui/diagram/unrolled/unrolled_layouter.h"

#include <algorithm>
#include <cmath>

namespace unfold {

void UnrolledLayouter::addEdges(int step)
{
    for (const PlannedEdge &edge : m_plan.edges)
        addEdge(edge, step);
}

/// Arrows whose target lies outside the window and whose source within it.
void UnrolledLayouter::addEdgesBeyond()
{
    if (m_drawn.empty() || m_plan.drawEvery > 1)
        return;
    const StepRange visible = m_layout.visible;
    for (const PlannedEdge &edge : m_plan.edges) {
        for (int t = visible.last + 1; t <= std::min(m_input.steps, visible.last + edge.delay); ++t)
            addEdge(edge, t);
        for (int t = visible.first - 1; t >= std::max(1, visible.first + edge.delay); --t)
            addEdge(edge, t);
    }
}

void UnrolledLayouter::addEdge(const PlannedEdge &planned, int step)
{
    if (!contributes(planned, step))
        return;
    EdgeShape shape;
    setElement(planned, step, shape);
    shape.from = step - planned.delay;
    shape.to = step;
    shape.within = planned.delay == 0 || !planned.outer;
    shape.head = planned.head && (m_plan.detail == Detail::Full || m_plan.detail == Detail::Thinned);
    const QPointF by(shiftOf(step), 0);
    shape.curve = planned.curve.moved(by);
    if (m_plan.drawEvery > 1 && planned.delay != 0 && !bringTogether(planned, step, shape.curve))
        return;
    for (const Curve &piece : planned.lead)
        shape.lead.push_back(piece.moved(by));
    if (planned.dot && m_plan.handDrawing && shape.head)
        shape.enters = planned.dot->radius;
    shape.crosses = planned.crosses;
    shape.toNode = planned.toNode;
    if (!planned.number.isNull())
        shape.number = planned.number.translated(shiftOf(step), 0);
    if (shape.from < 1 || shape.from > m_input.steps) {
        if (m_plan.detail == Detail::Bands)
            return;
        if (planned.outer)
            addInitial(planned, shape);
    }
    if (planned.dot && !planned.gate)
        m_layout.gates.push_back({ElementRef::ofEdge(originalOf(planned.node), planned.term, step, true),
            {planned.dot->centre + QPointF(shiftOf(step), 0), planned.dot->radius}, false});
    m_layout.edges.push_back(std::move(shape));
}

void UnrolledLayouter::setElement(const PlannedEdge &planned, int step, EdgeShape &shape) const
{
    if (planned.node < 0) {
        shape.element = planned.source < 0 ? ElementRef::ofTarget(step) : ElementRef::ofLoss(step);
        shape.carries = {shape.element};
        return;
    }
    if (!m_plan.handDrawing) {
        shape.element = ElementRef::ofEdge(planned.node, planned.term, step, planned.gate);
        shape.carries = {shape.element};
        if (!planned.gate)
            shape.parameter = termOf(planned).parameter;
        return;
    }
    HandDrawnWire wire;
    wire.readers = planned.readers;
    wire.source = planned.source;
    wire.toNode = planned.toNode;
    wire.value = planned.value;
    const EdgeShape drawn = edgeOf(*m_plan.handDrawing, wire);
    shape.carries = atStep(drawn.carries, step);
    shape.element = drawn.element;
    shape.element.step = shape.element.kind == ElementRef::Kind::Edge ? step : step - planned.delay;
    shape.parameter = drawn.parameter;
}

/// Whether both factors of the arrow's term exist where it reads them, as in `unfold`.
bool UnrolledLayouter::contributes(const PlannedEdge &planned, int step) const
{
    if (planned.node < 0)
        return lossAt(step);
    if (!exists(planned.node, step))
        return false;
    if (planned.readers.size() < 2)
        return termContributes(termOf(planned), step);
    return std::any_of(planned.readers.begin(), planned.readers.end(),
        [&](const InputRef &reader) { return termContributes(m_plan.handDrawing->termOf(reader), step); });
}

bool UnrolledLayouter::termContributes(const Term &term, int step) const
{
    const auto there = [&](const std::string &name, int delay) {
        const int from = step - delay;
        return from < 1 || from > m_input.steps || exists(m_circuit.indexOf(name), from);
    };
    return there(term.source, term.delay) && (term.gate.empty() || there(term.gate, term.gateDelay));
}

/// Where not every step is drawn, an arrow comes from the drawn step before. At the ends of a long sequence that is
/// nearer than usual. False where there is none.
bool UnrolledLayouter::bringTogether(const PlannedEdge &planned, int step, Curve &curve) const
{
    const auto here = std::find(m_drawn.begin(), m_drawn.end(), step) - m_drawn.begin();
    const auto from = here - planned.delay;
    if (from < 0 || from >= static_cast<std::ptrdiff_t>(m_drawn.size()))
        return false;
    const int gap = step - m_drawn[static_cast<size_t>(from)];
    const double nearer = (planned.delay * m_plan.drawEvery - gap) * m_axis.pitch();
    const double factor = (curve.start.x() + nearer - curve.end.x()) / (curve.start.x() - curve.end.x());
    for (QPointF *point : {&curve.start, &curve.control0, &curve.control1})
        point->setX(curve.end.x() + factor * (point->x() - curve.end.x()));
    return true;
}

/// Before step 1 and after step T the axis ends; initial values share what room the margin has.
double UnrolledLayouter::initialX(int step) const
{
    int farthest = 1;
    for (const PlannedEdge &edge : m_plan.edges)
        farthest = std::max(farthest, step < 1 ? edge.delay : -edge.delay);
    const double margin = 14 * m_plan.unit;
    if (step < 1) {
        const double room = std::max(0.0, m_axis.x(1) - margin);
        return m_axis.x(1) - std::min(m_axis.pitch(), room / farthest) * (1 - step);
    }
    const double end = m_axis.x(m_input.steps);
    const double room = std::max(0.0, m_width - margin - end);
    return end + std::min(m_axis.pitch(), room / farthest) * (step - m_input.steps);
}

void UnrolledLayouter::addInitial(const PlannedEdge &planned, EdgeShape &shape)
{
    const int original = planned.value >= 0 ? planned.value : originalOf(planned.source);
    Disc source = m_plan.nodes[static_cast<size_t>(planned.source)].disc;
    if (m_plan.handDrawing) // it is where the line comes in
        source.centre = {0, planned.comesIn.y()};
    const double radius = std::max(2.0, 0.5 * source.radius);
    const double centre = std::clamp(initialX(shape.from) + source.centre.x(), radius + 2, m_width - radius - 2);
    const Disc disc{{centre, source.centre.y()}, radius};
    if (m_plan.handDrawing) {
        const int side = planned.delay > 0 ? 1 : -1; // the past is left, the future right
        enterFrom(disc.centre + QPointF(side * disc.radius, 0), planned.comesIn.x() + shiftOf(shape.to), side, shape);
    } else if (shape.curve.isStraight()) {
        const QPointF d = shape.curve.end - disc.centre;
        const double length = std::max(1e-9, std::hypot(d.x(), d.y()));
        shape.curve = Curve::line(disc.centre + d * (disc.radius / length), shape.curve.end);
    } else { // leaves as the others do, from the value
        const Curve usual = shape.curve;
        const double usualX = shiftOf(shape.to) - planned.delay * m_axis.pitch() + source.centre.x();
        const double shrink = std::abs((disc.centre.x() - usual.end.x()) / (usualX - usual.end.x()));
        shape.curve.start = disc.centre + disc.radius * usual.direction(0);
        shape.curve.control0 = shape.curve.start + std::min(1.0, shrink) * (usual.control0 - usual.start);
        shape.curve.control1 = usual.end + std::min(1.0, shrink) * (usual.control1 - usual.end);
        Disc target = m_plan.nodes[static_cast<size_t>(planned.node)].disc;
        if (const PlannedEdge *gated = m_plan.edgeOf(planned.node, planned.term, false); planned.gate && gated->dot)
            target = *gated->dot;
        target.centre += QPointF(shiftOf(shape.to), 0);
        if (planned.gate || !planned.dot)
            m_bent.emplace_back(m_layout.edges.size(), target); // this arrow, which is added next
    }
    shape.number = {};
    if (!m_initials.insert({original, shape.from}).second)
        return;
    NodeShape node;
    node.kind = NodeShape::Kind::Initial;
    node.element = ElementRef::ofNode(original);
    node.role = m_input.circuit.nodes[static_cast<size_t>(original)].role;
    node.name = m_input.circuit.names.node(m_input.circuit.nodes[static_cast<size_t>(original)].name);
    node.disc = disc;
    node.step = shape.from;
    node.labelled = false;
    m_layout.nodes.push_back(std::move(node));
}

/// A line from the step before (side 1) or after (−1), cut where it enters the step at `x`, and drawn from `start`
/// instead.
void UnrolledLayouter::enterFrom(QPointF start, double x, int side, EdgeShape &shape)
{
    std::vector<Curve> inside;
    std::vector<Curve> pieces = shape.lead;
    pieces.push_back(shape.curve);
    for (const Curve &piece : pieces)
        if (side * (piece.start.x() - x) >= -0.5)
            inside.push_back(piece);
        else if (side * (piece.end.x() - x) >= -0.5) // runs straight on
            inside.push_back(Curve::line(start, piece.end));
    if (inside.empty())
        return;
    if (distance(inside.front().start, start) > 0.5)
        inside.insert(inside.begin(), Curve::line(start, inside.front().start));
    shape.curve = inside.back();
    inside.pop_back();
    shape.lead = std::move(inside);
}

/// Arrows of the first and last step that bend around a circle of their own step find another way where an initial
/// value is nearer than a step.
void UnrolledLayouter::bendAroundInitials()
{
    if (m_plan.handDrawing)
        return;
    for (size_t i = 0; i < m_layout.edges.size(); ++i) {
        const EdgeShape &edge = m_layout.edges[i];
        if (edge.from != edge.to || edge.curve.isStraight())
            continue;
        const Polyline line(edge.curve);
        const NodeShape *target = nullptr;
        bool hit = false;
        for (const NodeShape &node : m_layout.nodes) {
            if (std::abs(distance(edge.curve.end, node.disc.centre) - node.disc.radius) < 0.5)
                target = &node;
            hit = hit
                || (node.kind == NodeShape::Kind::Initial && line.comesWithin(node.disc.radius, node.disc.centre));
        }
        if (hit && target)
            m_bent.emplace_back(i, target->disc);
    }
}

/// Arrows of long delays from initial values stand closer together than others: they find their own ways.
void UnrolledLayouter::routeInitials()
{
    for (const auto &[index, target] : m_bent) {
        EdgeShape &edge = m_layout.edges[index];
        RouteEnd from;
        const RouteEnd to{target, {}};
        Surroundings around;
        around.clearance = 3 * m_plan.unit;
        around.longHandle = 45 * m_plan.unit;
        around.bounds = QRectF(0, m_plan.captionHeight, m_width, m_plan.stepLabelTop - m_plan.captionHeight);
        for (const NodeShape &node : m_layout.nodes) {
            if (std::abs(distance(edge.curve.start, node.disc.centre) - node.disc.radius) < 0.5)
                from.disc = node.disc;
            else if (distance(target.centre, node.disc.centre) > 0.5
                && node.disc.centre.x() < edge.curve.end.x() + 2 * m_axis.pitch())
                around.obstacles.push_back(node.disc);
        }
        for (const GateDot &gate : m_layout.gates)
            if (distance(target.centre, gate.disc.centre) > 0.5
                && gate.disc.centre.x() < edge.curve.end.x() + 2 * m_axis.pitch())
                around.obstacles.push_back(gate.disc);
        for (size_t i = 0; i < m_layout.edges.size(); ++i)
            if (i != index && m_layout.edges[i].to <= edge.to + 1)
                around.wires.emplace_back(m_layout.edges[i].curve);
        if (from.disc.radius > 0)
            edge.curve = route(from, to, around);
    }
}

bool UnrolledLayouter::clearOfInitials(const QRectF &box) const
{
    for (const auto &[index, target] : m_bent)
        if (Polyline(m_layout.edges[index].curve).touches(box))
            return false;
    return true;
}

} // namespace unfold
