#include "ui/diagram/folded_wires.h"

#include "ui/diagram/route.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace unfold {
namespace {

constexpr double down = std::numbers::pi / 2;

/// One reader of a source: a term or its gate.
struct Reader {
    Subject subject;
    int source = -1;
    int target = -1;
    int delay = 0;
    std::string parameter;
};

/// A wire to be routed, with its ends.
struct Wire {
    EdgeShape shape;
    RouteEnd from, to;
    int square = -1; ///< the square it touches
    bool fixed = false;
};

class Wiring
{
public:
    Wiring(const FoldedInput &input, FoldedLayout &layout)
        : m_input(input)
        , m_layout(layout)
    {
        m_half = std::max(4.0 * input.fonts.unit, 0.3 * layout.radius);
    }

    void run()
    {
        collect();
        for (const Reader &reader : m_sources)
            if (reader.delay == 0)
                addDirect(reader);
        addLoss();
        for (auto &[key, readers] : m_delayed)
            addSquare(key.first, key.second, readers);
        routeAll();
        routeAll(); // again, now that every wire knows the others
        addGates();
        for (const Wire &wire : m_wires)
            m_layout.edges.push_back(wire.shape);
    }

private:
    void collect();
    void addDirect(const Reader &reader);
    void addLoss();
    void addSquare(int source, int delay, const std::vector<Reader> &readers);
    QPointF loopCentre(const Disc &node, double &side) const;
    double roomCost(double room) const;
    QPointF hubCentre(const Disc &source, const std::vector<Reader> &readers) const;
    void addLoop(const DelaySquare &square, const Disc &node, double side, const Reader &reader);
    void addTrunk(const DelaySquare &square, const Disc &source, double direction);
    void addBranch(const DelaySquare &square, const Reader &reader, std::optional<double> direction);
    void addGates();
    void routeAll();
    void route(Wire &wire);
    Surroundings surroundings(const Disc &from, const Disc &to) const;
    Disc discOf(int node) const { return m_layout.nodes[static_cast<size_t>(node)].disc; }
    Disc squareDisc(const DelaySquare &square) const { return {square.box.center(), m_half}; }
    Wire wireOf(const Reader &reader) const;

    const FoldedInput &m_input;
    FoldedLayout &m_layout;
    double m_half = 0; ///< of a square's side
    std::vector<Reader> m_sources;
    std::vector<Reader> m_gates;
    std::map<std::pair<int, int>, std::vector<Reader>> m_delayed; ///< by source and delay
    std::vector<Wire> m_wires;
};

void Wiring::collect()
{
    const Circuit &circuit = m_input.circuit;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            const Term &term = node.terms[static_cast<size_t>(k)];
            const Reader source{Subject::ofEdge(n, k), circuit.indexOf(term.source), n, term.delay, term.parameter};
            m_sources.push_back(source);
            if (term.delay != 0)
                m_delayed[{source.source, term.delay}].push_back(source);
            if (term.gate.empty())
                continue;
            const Reader gate{Subject::ofEdge(n, k, 0, true), circuit.indexOf(term.gate), n, term.gateDelay, {}};
            m_gates.push_back(gate);
            if (term.gateDelay != 0)
                m_delayed[{gate.source, term.gateDelay}].push_back(gate);
        }
    }
}

Surroundings Wiring::surroundings(const Disc &from, const Disc &to) const
{
    Surroundings around;
    const auto isEnd = [&](QPointF p) { return distance(p, from.centre) < 0.5 || distance(p, to.centre) < 0.5; };
    for (const NodeShape &node : m_layout.nodes)
        if (!isEnd(node.disc.centre))
            around.obstacles.push_back(node.disc);
    for (const DelaySquare &square : m_layout.squares)
        if (!isEnd(square.box.center()))
            around.obstacles.push_back({square.box.center(), 1.3 * m_half});
    for (const GateDot &gate : m_layout.gates)
        if (!isEnd(gate.disc.centre))
            around.obstacles.push_back(gate.disc);
    around.bounds = QRectF(QPointF(0, 0), m_input.size).adjusted(4, 4, -4, -4);
    around.clearance = 5 * m_input.fonts.unit;
    around.longHandle = 4 * m_layout.radius;
    return around;
}

Wire Wiring::wireOf(const Reader &reader) const
{
    Wire wire;
    wire.shape.subject = reader.subject;
    wire.shape.carries = {reader.subject};
    wire.shape.parameter = reader.parameter;
    return wire;
}

void Wiring::addDirect(const Reader &reader)
{
    Wire wire = wireOf(reader);
    wire.from.disc = discOf(reader.source);
    wire.to.disc = discOf(reader.target);
    route(wire);
    m_wires.push_back(std::move(wire));
}

void Wiring::addLoss()
{
    const size_t loss = m_input.circuit.nodes.size();
    if (m_layout.nodes.size() <= loss)
        return;
    for (const bool target : {false, true}) {
        Wire wire = wireOf({target ? Subject::ofTarget() : Subject::ofLoss(), -1, -1, 0, {}});
        wire.from.disc = target ? m_layout.nodes[loss + 1].disc : discOf(m_input.loss->source);
        wire.to.disc = m_layout.nodes[loss].disc;
        route(wire);
        m_wires.push_back(std::move(wire));
    }
}

/// Beside the node, on the side with more room.
QPointF Wiring::loopCentre(const Disc &node, double &side) const
{
    double best = std::numeric_limits<double>::infinity();
    QPointF chosen;
    for (const double s : {1.0, -1.0})
        for (const double reach : {4.0, 3.4, 2.9, 2.4}) {
            const QPointF centre = node.centre + QPointF(s * reach * node.radius, 0);
            const Disc square{centre, m_half};
            Surroundings around = surroundings(node, square);
            for (const Wire &wire : m_wires)
                around.wires.emplace_back(wire.shape.curve);
            double cost = (s < 0 ? 3 : 0) + 2 * (4.0 - reach);
            const QRectF room = around.bounds.adjusted(2 * m_half, 0, -2 * m_half, 0);
            cost += room.contains(centre) ? 0 : 1000;
            for (const Disc &other : around.obstacles) {
                const double gap = distance(other.centre, centre) - other.radius;
                cost += (gap < 2.5 * m_half ? 500 : 0) + std::max(0.0, 2.6 * m_layout.radius - gap);
            }
            const double out = s > 0 ? -0.7 : -std::numbers::pi + 0.7;
            const double handle = 0.5 * reach * node.radius;
            cost += conflict(Polyline(Curve::between(node, out, square, down, handle)), node, square, around);
            cost += conflict(
                Polyline(Curve::between(square, down, node, std::numbers::pi - out, handle)), square, node, around);
            if (cost < best) {
                best = cost;
                chosen = centre;
                side = s;
            }
        }
    return chosen;
}

/// A square wants to stand clear of the nodes, so that arrows have room to swing through it.
double Wiring::roomCost(double room) const
{
    const double wanted = 1.9 * m_layout.radius;
    return (room < 2.2 * m_half ? 800 : 0) + std::max(0.0, wanted - room) * 1.2;
}

/// Somewhere between the source and those that read it, where straight wires would meet least.
QPointF Wiring::hubCentre(const Disc &source, const std::vector<Reader> &readers) const
{
    QPointF mean;
    for (const Reader &reader : readers)
        mean += discOf(reader.target).centre / double(readers.size());
    std::vector<QPointF> centres{(source.centre + mean) / 2};
    const double step = 0.75 * m_layout.radius;
    for (double x = 2 * m_half + 4; x < m_input.size.width() - 2 * m_half; x += step)
        for (double y = 2 * m_half + 4; y < m_input.size.height() - 2 * m_half; y += step)
            centres.emplace_back(x, y);
    double best = std::numeric_limits<double>::infinity();
    QPointF chosen = centres.front();
    for (const QPointF &centre : centres) {
        const Disc square{centre, m_half};
        double cost = 0.25 * distance(source.centre, centre);
        for (const Reader &reader : readers)
            cost += 0.25 * distance(discOf(reader.target).centre, centre) / std::sqrt(double(readers.size()));
        if (cost >= best)
            continue;
        for (const NodeShape &node : m_layout.nodes)
            cost += roomCost(distance(node.disc.centre, centre) - node.disc.radius);
        for (const DelaySquare &other : m_layout.squares)
            cost += distance(other.box.center(), centre) < 12 * m_half ? 100 : 0;
        const auto addWire = [&](const Disc &from, const Disc &to) {
            Surroundings around = surroundings(from, to);
            for (const Wire &wire : m_wires)
                around.wires.emplace_back(wire.shape.curve);
            const QPointF d = to.centre - from.centre;
            const double angle = std::atan2(d.y(), d.x());
            const Curve curve = Curve::between(from, angle, to, angle, distance(from.centre, to.centre) / 3);
            cost += std::min(120.0, conflict(Polyline(curve), from, to, around));
        };
        for (const Wire &wire : m_wires)
            cost += Polyline(wire.shape.curve).distanceTo(centre) < 2.2 * m_half ? 60 : 0;
        addWire(source, square);
        for (size_t i = 0; i < readers.size() && cost < best; ++i)
            addWire(square, discOf(readers[i].target));
        if (cost < best) {
            best = cost;
            chosen = centre;
        }
    }
    return chosen;
}

void Wiring::addSquare(int source, int delay, const std::vector<Reader> &readers)
{
    const Disc node = discOf(source);
    const auto self = std::find_if(readers.begin(), readers.end(), [&](const Reader &r) { return r.target == source; });
    double side = 1;
    const QPointF centre = self != readers.end() ? loopCentre(node, side) : hubCentre(node, readers);
    DelaySquare square;
    square.subject = readers.size() == 1 ? readers.front().subject : Subject::ofNode(source);
    for (const Reader &reader : readers)
        square.carries.push_back(reader.subject);
    square.box = QRectF(centre - QPointF(m_half, m_half), QSizeF(2 * m_half, 2 * m_half));
    square.delay = delay;
    m_layout.squares.push_back(square);
    const QPointF through = [&] {
        QPointF mean;
        for (const Reader &reader : readers)
            mean += discOf(reader.target).centre / double(readers.size());
        return mean - node.centre;
    }();
    const double direction = self != readers.end() ? down : std::atan2(through.y(), through.x());
    if (self != readers.end())
        addLoop(square, node, side, *self);
    else
        addTrunk(square, node, direction);
    for (const Reader &reader : readers)
        if (self == readers.end() || &reader != &*self)
            addBranch(square, reader, readers.size() == 1 ? std::optional(direction) : std::nullopt);
}

/// Out of the node, through the square from above, and back.
void Wiring::addLoop(const DelaySquare &square, const Disc &node, double side, const Reader &reader)
{
    const double out = side > 0 ? -0.7 : -std::numbers::pi + 0.7;
    const double back = side > 0 ? -std::numbers::pi + 0.7 : -0.7;
    const Disc middle = squareDisc(square);
    const double handle = 0.5 * std::abs(middle.centre.x() - node.centre.x());
    const int index = static_cast<int>(m_layout.squares.size()) - 1;
    Wire there = wireOf(reader);
    there.shape.carries = square.carries;
    there.shape.subject = square.subject;
    if (square.carries.size() > 1)
        there.shape.parameter.clear();
    there.shape.curve = Curve::between(node, out, middle, down, handle);
    there.shape.head = false;
    Wire home = wireOf(reader);
    home.shape.curve = Curve::between(middle, down, node, back, handle);
    for (Wire *wire : {&there, &home}) {
        wire->square = index;
        wire->fixed = true;
        m_wires.push_back(std::move(*wire));
    }
}

void Wiring::addTrunk(const DelaySquare &square, const Disc &source, double direction)
{
    Wire wire;
    wire.shape.subject = square.subject;
    wire.shape.carries = square.carries;
    wire.shape.head = false;
    if (square.carries.size() == 1 && !square.subject.gate) {
        const Subject &edge = square.subject;
        wire.shape.parameter
            = m_input.circuit.nodes[static_cast<size_t>(edge.node)].terms[static_cast<size_t>(edge.term)].parameter;
    }
    wire.from.disc = source;
    wire.to = {squareDisc(square), square.carries.size() == 1 ? std::optional(direction) : std::nullopt};
    wire.square = static_cast<int>(m_layout.squares.size()) - 1;
    route(wire);
    m_wires.push_back(std::move(wire));
}

void Wiring::addBranch(const DelaySquare &square, const Reader &reader, std::optional<double> direction)
{
    if (reader.subject.gate)
        return; // leads to the ⊙ dot, which stands on a wire that is not routed yet
    Wire wire = wireOf(reader);
    wire.from = {squareDisc(square), direction};
    wire.to.disc = discOf(reader.target);
    wire.square = static_cast<int>(m_layout.squares.size()) - 1;
    route(wire);
    m_wires.push_back(std::move(wire));
}

void Wiring::route(Wire &wire)
{
    Surroundings around = surroundings(wire.from.disc, wire.to.disc);
    for (const Wire &other : m_wires)
        if (&other != &wire)
            around.wires.emplace_back(other.shape.curve);
    wire.shape.curve = unfold::route(wire.from, wire.to, around);
}

void Wiring::routeAll()
{
    for (Wire &wire : m_wires)
        if (!wire.fixed)
            route(wire);
}

/// ⊙ stands on the last piece of its term's arrow; the gate's arrow ends there.
void Wiring::addGates()
{
    const double radius = std::max(3.6 * m_input.fonts.unit, 0.3 * m_layout.radius);
    std::vector<Wire> gateWires;
    for (const Reader &gate : m_gates) {
        Subject source = gate.subject;
        source.gate = false;
        const auto last = std::find_if(
            m_wires.rbegin(), m_wires.rend(), [&](const Wire &w) { return w.shape.head && w.shape.subject == source; });
        if (last == m_wires.rend())
            continue;
        double best = -std::numeric_limits<double>::infinity();
        GateDot dot{gate.subject, {{}, radius}};
        for (const double t : {0.5, 0.6, 0.4, 0.7, 0.3}) {
            const QPointF p = last->shape.curve.at(t);
            double room = 40 - 20 * std::abs(t - 0.5) - 0.05 * distance(p, discOf(gate.source).centre);
            for (const NodeShape &node : m_layout.nodes)
                room = std::min(room, distance(p, node.disc.centre) - node.disc.radius - radius);
            for (const GateDot &other : m_layout.gates)
                room = std::min(room, distance(p, other.disc.centre) - 2 * radius - 6);
            if (room > best) {
                best = room;
                dot.disc.centre = p;
            }
        }
        m_layout.gates.push_back(dot);
        Wire wire = wireOf(gate);
        wire.from.disc = discOf(gate.source);
        wire.to.disc = dot.disc;
        for (const DelaySquare &square : m_layout.squares)
            if (std::find(square.carries.begin(), square.carries.end(), gate.subject) != square.carries.end())
                wire.from.disc = squareDisc(square);
        gateWires.push_back(std::move(wire));
    }
    for (Wire &wire : gateWires) {
        route(wire);
        m_wires.push_back(wire);
    }
}

} // namespace

void addWires(const FoldedInput &input, FoldedLayout &layout)
{
    Wiring(input, layout).run();
}

} // namespace unfold
