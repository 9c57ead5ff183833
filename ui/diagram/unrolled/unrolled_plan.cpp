#include "ui/diagram/unrolled/unrolled_plan.h"

#include "ui/diagram/shared/label_place.h"
#include "ui/diagram/shared/route.h"
#include "ui/diagram/unrolled/unrolled_drawing.h"
#include "ui/diagram/unrolled/unrolled_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace unfold {
namespace {

constexpr int farthestCopy = 3; ///< steps on each side whose arrows a ⊙ keeps clear of
constexpr int farthest = 40; ///< steps on each side whose circles an arrow looks at

Detail detailAt(double pitch, double unit)
{
    if (pitch >= 34 * unit)
        return Detail::Full;
    if (pitch >= 16 * unit)
        return Detail::Thinned;
    return pitch >= 5 * unit ? Detail::Dots : Detail::Bands;
}

QRectF boxAround(QPointF centre, QSizeF size)
{
    return {centre - QPointF(size.width() / 2, size.height() / 2), size};
}

std::array<Curve, 4> sidesOf(const QRectF &r)
{
    return {Curve::line(r.topLeft(), r.topRight()), Curve::line(r.topRight(), r.bottomRight()),
        Curve::line(r.bottomRight(), r.bottomLeft()), Curve::line(r.bottomLeft(), r.topLeft())};
}

class Planner
{
public:
    explicit Planner(const PlanInput &input)
        : m_input(input)
    {
        m_plan.pitch = input.pitch;
        m_plan.unit = input.fonts.unit;
        m_plan.detail = detailAt(input.pitch, m_plan.unit);
        m_plan.drawEvery = m_plan.detail == Detail::Bands ? roundStride(7 * m_plan.unit / input.pitch) : 1;
    }

    UnrolledPlan run()
    {
        if (placeByHand())
            return std::move(m_plan);
        placeNodes();
        collectEdges();
        for (const bool gates : {false, true}) {
            for (PlannedEdge &edge : m_plan.edges)
                if (edge.gate == gates)
                    route(edge);
            if (!gates)
                placeDots();
        }
        label();
        return std::move(m_plan);
    }

    /// The labels of a plan whose arrows lie already.
    UnrolledPlan labelled(UnrolledPlan plan)
    {
        m_plan = std::move(plan);
        for (PlannedNode &node : m_plan.nodes)
            node.name = {};
        for (PlannedEdge &edge : m_plan.edges)
            edge.letter = edge.number = {};
        label();
        return std::move(m_plan);
    }

private:
    bool placeByHand();
    void placeNodes();
    void collectEdges();
    void route(PlannedEdge &edge);
    bool onlyStepOf(const PlannedEdge &edge) const;
    void placeDots();
    void placeNames();
    void placeLettersAndNumbers();
    Disc sourceDisc(const PlannedEdge &edge) const;
    Disc targetDisc(const PlannedEdge &edge) const;
    bool meet(const PlannedEdge &a, const PlannedEdge &b, int shift) const;
    StepRange stepsOf(const PlannedEdge &edge) const;
    Surroundings surroundings(const PlannedEdge &edge, const Disc &from, const Disc &to) const;
    void label();
    void surroundLabels();
    void take(const QRectF &box);
    double drawnPitch() const { return m_input.pitch * m_plan.drawEvery; }
    int lossIndex() const { return static_cast<int>(m_input.circuit.nodes.size()); }

    const PlanInput &m_input;
    UnrolledPlan m_plan;
    LabelSurroundings m_around; ///< what labels keep clear of; grows with them
};

/// Along given lines, where there are any.
bool Planner::placeByHand()
{
    if (!planByHand(m_input, m_plan))
        return false;
    label();
    return true;
}

/// Opened cells have too many nodes for names beside them.
void Planner::label()
{
    surroundLabels();
    if (m_plan.frames.empty())
        placeNames();
    if (m_plan.detail == Detail::Full)
        placeLettersAndNumbers();
}

void Planner::placeNodes()
{
    const Rows rows = rowsOf(m_input, m_plan.detail);
    m_plan.captionHeight = rows.captionHeight;
    m_plan.stepLabelTop = rows.stepLabelTop;
    m_plan.widthFactor = std::clamp(rows.discs.front().radius / (14 * m_plan.unit), 0.35, 1.0);
    for (const Disc &disc : rows.discs)
        m_plan.nodes.push_back({disc, {}, m_plan.detail == Detail::Full && disc.radius >= 9.2 * m_plan.unit});
}

void Planner::collectEdges()
{
    const Circuit &circuit = m_input.circuit;
    for (int n = 0; n < lossIndex(); ++n) {
        const std::vector<Term> &terms = circuit.nodes[static_cast<size_t>(n)].terms;
        for (int k = 0; k < static_cast<int>(terms.size()); ++k) {
            const Term &term = terms[static_cast<size_t>(k)];
            m_plan.edges.push_back({n, k, false, circuit.indexOf(term.source), term.delay, {}, {}, {}, {}});
            if (!term.gate.empty())
                m_plan.edges.push_back({n, k, true, circuit.indexOf(term.gate), term.gateDelay, {}, {}, {}, {}});
        }
    }
    if (m_plan.nodes.size() > circuit.nodes.size()) {
        m_plan.edges.push_back({-1, -1, false, m_input.loss->source, 0, {}, {}, {}, {}});
        m_plan.edges.push_back({-1, -1, false, -1, 0, {}, {}, {}, {}});
    }
    // Arrows within a step take the straight ways, those over many steps arch around them. Of the arrows around a
    // circle of their own step the first goes left: it leads to the last node, so that the right margin beside the
    // nodes before it stays free for the names of their initial values.
    std::stable_sort(m_plan.edges.begin(), m_plan.edges.end(), [](const PlannedEdge &a, const PlannedEdge &b) {
        return std::pair(std::abs(a.delay), -a.node) < std::pair(std::abs(b.delay), -b.node);
    });
}

Disc Planner::sourceDisc(const PlannedEdge &edge) const
{
    const auto index = static_cast<size_t>(edge.source < 0 ? lossIndex() + 1 : edge.source);
    Disc disc = m_plan.nodes[index].disc;
    disc.centre.rx() -= edge.delay * drawnPitch();
    return disc;
}

Disc Planner::targetDisc(const PlannedEdge &edge) const
{
    if (edge.gate)
        if (const PlannedEdge *source = m_plan.edgeOf(edge.node, edge.term, false); source && source->dot)
            return *source->dot;
    return m_plan.nodes[static_cast<size_t>(edge.node < 0 ? lossIndex() : edge.node)].disc;
}

/// Whether an arrow and another that enters its node `shift` steps later are ever both there: those of an encoder and
/// of a decoder are not, nor are two into one node, one at its first step, the other at all that follow.
bool Planner::meet(const PlannedEdge &a, const PlannedEdge &b, int shift) const
{
    if (a.node < 0 || b.node < 0)
        return true;
    const StepRange p = stepsOf(a);
    const StepRange q = stepsOf(b);
    return std::max(p.first + shift, q.first) <= std::min(p.last + shift, q.last);
}

/// The steps at which an arrow enters its node.
StepRange Planner::stepsOf(const PlannedEdge &edge) const
{
    const std::vector<Node> &nodes = m_input.circuit.nodes;
    const StepRange there = nodes[static_cast<size_t>(edge.node)].span.in(m_input.steps);
    const StepRange source = nodes[static_cast<size_t>(edge.source)].span.in(m_input.steps);
    const bool initial = source.first == 1; // its value before step 1 is read as well
    return {std::max(there.first, initial ? 1 : source.first + edge.delay),
        std::min(there.last, source.last == m_input.steps ? m_input.steps : source.last + edge.delay)};
}

Surroundings Planner::surroundings(const PlannedEdge &edge, const Disc &from, const Disc &to) const
{
    Surroundings around;
    around.clearance = std::min(4.0 * m_plan.unit, 0.1 * m_input.pitch);
    around.longHandle = 45 * m_plan.unit;
    const double aside = (m_plan.drawEvery > 1 ? 0.6 : 0.9) * drawnPitch(); // the first step can stand nearer
    const double left = std::min(from.centre.x(), to.centre.x()) - aside;
    const double right = std::max(from.centre.x(), to.centre.x()) + aside;
    around.bounds = QRectF(left, m_plan.captionHeight, right - left, m_plan.stepLabelTop - m_plan.captionHeight);
    const int first = std::max(-farthest, std::min(0, -edge.delay)) - 1;
    const int last = std::min(farthest, std::max(0, -edge.delay)) + 1;
    for (int shift = first; shift <= last; ++shift) {
        const QPointF by(shift * drawnPitch(), 0);
        for (const PlannedNode &node : m_plan.nodes) {
            const Disc disc{node.disc.centre + by, node.disc.radius};
            if (distance(disc.centre, from.centre) > 0.5 && distance(disc.centre, to.centre) > 0.5)
                around.obstacles.push_back(disc);
        }
    }
    const int near = std::min(std::abs(edge.delay) + 1, 3);
    for (const PlannedEdge &other : m_plan.edges)
        if (&other != &edge && !other.curve.start.isNull())
            for (int shift = -near; shift <= near; ++shift) {
                if (!meet(edge, other, shift))
                    continue;
                const Curve copy = other.curve.moved({shift * drawnPitch(), 0});
                around.wires.emplace_back(copy);
                if (other.dot && !(edge.gate && edge.node == other.node && edge.term == other.term && shift == 0))
                    around.obstacles.push_back(
                        {other.dot->centre + QPointF(shift * drawnPitch(), 0), other.dot->radius});
            }
    return around;
}

void Planner::route(PlannedEdge &edge)
{
    const Disc from = sourceDisc(edge);
    const Disc to = targetDisc(edge);
    Surroundings around = surroundings(edge, from, to);
    if (onlyStepOf(edge)) { // crossing an arrow is calmer than a bend at every step
        around.wires.clear();
        edge.curve = straightBetween(from, to);
        if (conflict(Polyline(edge.curve), from, to, around) == 0)
            return;
        around = surroundings(edge, from, to);
    }
    edge.curve = unfold::route({from, {}}, {to, {}}, around);
}

/// Whether it is the only arrow from a node to its own next step.
bool Planner::onlyStepOf(const PlannedEdge &edge) const
{
    return edge.source == edge.node && std::abs(edge.delay) == 1
        && std::none_of(m_plan.edges.begin(), m_plan.edges.end(), [&edge](const PlannedEdge &other) {
               return &other != &edge && other.node == edge.node && other.source == edge.source
                   && std::abs(other.delay) == 1;
           });
}

void Planner::placeDots()
{
    if (m_plan.detail != Detail::Full)
        return;
    const double radius = std::max(3.0 * m_plan.unit, 0.28 * m_plan.nodes.front().disc.radius);
    for (PlannedEdge &edge : m_plan.edges) {
        if (edge.node < 0
            || m_input.circuit.nodes[static_cast<size_t>(edge.node)].terms[static_cast<size_t>(edge.term)].gate.empty())
            continue;
        double best = 2 * m_plan.unit; // nearer to a circle than this, the dot would be no help
        for (const double t : {0.5, 0.6, 0.4, 0.7, 0.3}) {
            const QPointF p = edge.curve.at(t);
            double room = 20 - 10 * std::abs(t - 0.5);
            for (const PlannedNode &node : m_plan.nodes)
                for (const double shift : {-drawnPitch(), 0.0, drawnPitch()})
                    room
                        = std::min(room, distance(p, node.disc.centre + QPointF(shift, 0)) - node.disc.radius - radius);
            for (const PlannedEdge &other : m_plan.edges) {
                if (other.dot)
                    room = std::min(room, distance(p, other.dot->centre) - 2 * radius - 3);
                for (int shift = -farthestCopy; &other != &edge && !other.gate && shift <= farthestCopy; ++shift)
                    room = std::min(room,
                        Polyline(other.curve.moved({shift * drawnPitch(), 0})).distanceTo(p) - radius + m_plan.unit);
            }
            if (room > best) {
                best = room;
                edge.dot = Disc{p, radius};
            }
        }
    }
}

/// Nodes, arrows and frames of this step and of those around it. They stand still while labels are placed.
void Planner::surroundLabels()
{
    LabelSurroundings &around = m_around;
    around.bounds = QRectF(-1e6, m_plan.captionHeight, 2e6, m_plan.stepLabelTop - m_plan.captionHeight);
    int reach = 0;
    for (const PlannedEdge &edge : m_plan.edges)
        reach = std::max(reach, std::min(std::abs(edge.delay), farthest / 4));
    for (int shift = -reach - 1; shift <= reach + 1; ++shift) {
        const QPointF by(shift * drawnPitch(), 0);
        for (const PlannedNode &node : m_plan.nodes)
            if (node.block.isEmpty())
                around.discs.push_back({node.disc.centre + by, node.disc.radius});
            else
                around.boxes.push_back(boxAround(node.disc.centre + by, node.block));
        for (const Disc &sum : m_plan.sums)
            around.discs.push_back({sum.centre + by, sum.radius});
        for (const QRectF &frame : m_plan.frames)
            for (const Curve &side : sidesOf(frame.translated(by)))
                around.wires.emplace_back(side);
        for (const PlannedEdge &edge : m_plan.edges) {
            for (const Curve &piece : edge.lead)
                around.wires.emplace_back(piece.moved(by));
            around.wires.emplace_back(edge.curve.moved(by));
            if (edge.dot)
                around.discs.push_back({edge.dot->centre + by, edge.dot->radius});
        }
    }
}

/// A label keeps its room at the neighbouring steps as well.
void Planner::take(const QRectF &box)
{
    for (int shift = -4; shift <= 4; ++shift)
        m_around.boxes.push_back(box.translated(shift * drawnPitch(), 0));
}

/// Names beside the circles that have no room for them, at some of the steps.
void Planner::placeNames()
{
    const std::string widest = "h⁽" + std::to_string(m_input.steps) + "⁾";
    const double width = m_input.fonts.note(widest).width() + 14 * m_plan.unit;
    m_plan.nameEvery = roundStride(width / m_input.pitch, m_plan.drawEvery);
    if (m_plan.detail == Detail::Full)
        return;
    for (PlannedNode &node : m_plan.nodes) {
        const QSizeF size(width - 10 * m_plan.unit, m_input.fonts.note(widest).height());
        std::vector<QPointF> centres;
        for (const QPointF &centre : centresAround(node.disc, size, 1))
            if (centre.x() == node.disc.centre.x())
                centres.push_back(centre);
        const PlacedLabel placed = placeLabel(size, centres, m_around);
        if (!placed.clear())
            continue;
        node.name = placed.box;
        m_around.boxes.push_back(placed.box);
    }
}

void Planner::placeLettersAndNumbers()
{
    const bool numbers = m_input.pitch >= 68 * m_plan.unit;
    for (PlannedEdge &edge : m_plan.edges) {
        if (!numbers || edge.delay == 0 || edge.node < 0 || !edge.outer)
            continue;
        const QSizeF size = m_input.fonts.note("8.8e−88");
        std::vector<QPointF> centres = centresBeside(edge.longestPiece(), size, 4 * m_plan.unit);
        centres.resize(centres.size() / 3); // farther away, nobody could tell whose number it is
        const PlacedLabel placed = placeLabel(size, centres, m_around);
        if (!placed.clear())
            continue;
        edge.number = placed.box;
        take(placed.box);
    }
    for (PlannedEdge &edge : m_plan.edges) {
        const std::string letter = m_plan.letterOf(edge, m_input.circuit).text;
        if (letter.empty())
            continue;
        const QSizeF size = m_input.fonts.symbol(letter) * 0.8;
        const std::vector<QPointF> centres = edge.gate ? centresBeforeHead(edge.curve, size, 2 * m_plan.unit)
                                                       : centresBeside(edge.longestPiece(), size, 2 * m_plan.unit);
        const PlacedLabel placed = placeLabel(size, centres, m_around);
        if (!placed.clear())
            continue;
        edge.letter = placed.box;
        take(placed.box);
    }
}

} // namespace

LabelShape UnrolledPlan::letterOf(const PlannedEdge &edge, const Circuit &circuit) const
{
    if (!edge.crosses.empty())
        return {LabelShape::Kind::Symbol, ElementRef::ofNode(edge.value), circuit.names.node(edge.crosses), {}};
    if (edge.node < 0 || edge.toNode || edge.readers.size() > 1)
        return {};
    if (edge.gate && handDrawing && handDrawing->joinsComplement(edge.readers.front())) {
        const std::string &gate = handDrawing->termOf(edge.readers.front()).gate;
        return {LabelShape::Kind::Symbol, ElementRef::ofNode(circuit.indexOf(gate)), complementText(circuit, gate), {}};
    }
    if (edge.gate)
        return {};
    if (handDrawing && handDrawing->carriedBy(edge.readers.front()).size() > 1)
        return {};
    const Circuit &drawn = handDrawing ? handDrawing->circuit : circuit;
    const Term &term = drawn.nodes[static_cast<size_t>(edge.node)].terms[static_cast<size_t>(edge.term)];
    return {LabelShape::Kind::Parameter, ElementRef::ofParameter(term.parameter),
        circuit.names.parameter(term.parameter), {}};
}

const Curve &PlannedEdge::longestPiece() const
{
    const Curve *longest = &curve;
    for (const Curve &piece : lead)
        if (piece.length() > longest->length())
            longest = &piece;
    return *longest;
}

const PlannedEdge *UnrolledPlan::edgeOf(int node, int term, bool gate) const
{
    const auto found = std::find_if(edges.begin(), edges.end(),
        [&](const PlannedEdge &e) { return e.node == node && e.term == term && e.gate == gate; });
    return found == edges.end() ? nullptr : &*found;
}

int roundStride(double least, int of)
{
    for (int power = 1;; power *= 10)
        for (const int digit : {1, 2, 5})
            if (const int stride = digit * power; stride >= least && stride % of == 0)
                return stride;
}

UnrolledPlan withLabels(const PlanInput &input, const UnrolledPlan &plan)
{
    return Planner(input).labelled(plan);
}

UnrolledPlan planUnrolled(const PlanInput &input)
{
    if (input.circuit.nodes.empty() || !(input.pitch > 0))
        return {};
    return Planner(input).run();
}

} // namespace unfold
