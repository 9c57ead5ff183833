#include "ui/diagram/folded/folded_wires.h"

#include "ui/diagram/folded/delay_places.h"
#include "ui/diagram/shared/route.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace unfold {
namespace {

constexpr double downwards = std::numbers::pi / 2;

/// One reader of a source: a term or its gate.
struct ReadingTerm {
    ElementRef element;
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
        , m_half(halfSquare(input, layout))
    {
    }

    void run()
    {
        collect();
        for (const ReadingTerm &reader : m_sources)
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
    void addDirect(const ReadingTerm &reader);
    void addLoss();
    void addSquare(int source, int delay, const std::vector<ReadingTerm> &readers);
    void addLoop(const DelaySquare &square, const Disc &node, double side, const ReadingTerm &reader);
    void addTrunk(const DelaySquare &square, const Disc &source, double direction);
    void addBranch(const DelaySquare &square, const ReadingTerm &reader, std::optional<double> direction);
    void addGates();
    void routeAll();
    void route(Wire &wire);
    std::vector<Curve> curves() const;
    GateDot dotOn(const Curve &curve, const ReadingTerm &gate) const;
    Disc discOf(int node) const { return m_layout.nodes[static_cast<size_t>(node)].disc; }
    Disc squareDisc(const DelaySquare &square) const { return {square.box.center(), m_half}; }
    Wire wireOf(const ReadingTerm &reader) const;

    const FoldedInput &m_input;
    FoldedLayout &m_layout;
    double m_half; ///< of a square's side
    std::vector<ReadingTerm> m_sources;
    std::vector<ReadingTerm> m_gates;
    std::map<std::pair<int, int>, std::vector<ReadingTerm>> m_delayed; ///< by source and delay
    std::vector<Wire> m_wires;
};

void Wiring::collect()
{
    const Circuit &circuit = m_input.circuit;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const Node &node = circuit.nodes[static_cast<size_t>(n)];
        for (int k = 0; k < static_cast<int>(node.terms.size()); ++k) {
            const Term &term = node.terms[static_cast<size_t>(k)];
            const ReadingTerm source{
                ElementRef::ofEdge(n, k), circuit.indexOf(term.source), n, term.delay, term.parameter};
            m_sources.push_back(source);
            if (term.delay != 0)
                m_delayed[{source.source, term.delay}].push_back(source);
            if (term.gate.empty())
                continue;
            const ReadingTerm gate{
                ElementRef::ofEdge(n, k, 0, true), circuit.indexOf(term.gate), n, term.gateDelay, {}};
            m_gates.push_back(gate);
            if (term.gateDelay != 0)
                m_delayed[{gate.source, term.gateDelay}].push_back(gate);
        }
    }
}

Wire Wiring::wireOf(const ReadingTerm &reader) const
{
    Wire wire;
    wire.shape.element = reader.element;
    wire.shape.carries = {reader.element};
    wire.shape.parameter = reader.parameter;
    return wire;
}

void Wiring::addDirect(const ReadingTerm &reader)
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
        Wire wire = wireOf({target ? ElementRef::ofTarget() : ElementRef::ofLoss(), -1, -1, 0, {}});
        wire.from.disc = target ? m_layout.nodes[loss + 1].disc : discOf(m_input.loss->source);
        wire.to.disc = m_layout.nodes[loss].disc;
        route(wire);
        m_wires.push_back(std::move(wire));
    }
}

void Wiring::addSquare(int source, int delay, const std::vector<ReadingTerm> &readers)
{
    const Disc node = discOf(source);
    const auto self
        = std::find_if(readers.begin(), readers.end(), [&](const ReadingTerm &r) { return r.target == source; });
    std::vector<Disc> targets;
    for (const ReadingTerm &reader : readers)
        targets.push_back(discOf(reader.target));
    DelayPlaces places(m_input, m_layout, curves());
    const bool loops = self != readers.end();
    const LoopPlace place = loops ? places.besideNode(node) : LoopPlace{places.between(node, targets), 1};
    const QPointF centre = place.centre;
    DelaySquare square;
    square.element = readers.size() == 1 ? readers.front().element : ElementRef::ofNode(source);
    for (const ReadingTerm &reader : readers)
        square.carries.push_back(reader.element);
    square.box = QRectF(centre - QPointF(m_half, m_half), QSizeF(2 * m_half, 2 * m_half));
    square.delay = delay;
    m_layout.squares.push_back(square);
    const QPointF through = meanCentre(targets) - node.centre;
    const double direction = loops ? downwards : std::atan2(through.y(), through.x());
    if (loops)
        addLoop(square, node, place.side, *self);
    else
        addTrunk(square, node, direction);
    for (const ReadingTerm &reader : readers)
        if (!loops || &reader != &*self)
            addBranch(square, reader, readers.size() == 1 ? std::optional(direction) : std::nullopt);
}

/// Out of the node, through the square from above, and back.
void Wiring::addLoop(const DelaySquare &square, const Disc &node, double side, const ReadingTerm &reader)
{
    const double out = side > 0 ? -0.7 : -std::numbers::pi + 0.7;
    const double back = side > 0 ? -std::numbers::pi + 0.7 : -0.7;
    const Disc middle = squareDisc(square);
    const double handle = 0.5 * std::abs(middle.centre.x() - node.centre.x());
    const int index = static_cast<int>(m_layout.squares.size()) - 1;
    Wire there = wireOf(reader);
    there.shape.carries = square.carries;
    there.shape.element = square.element;
    if (square.carries.size() > 1)
        there.shape.parameter.clear();
    there.shape.curve = Curve::between(node, out, middle, downwards, handle);
    there.shape.head = false;
    Wire home = wireOf(reader);
    home.shape.curve = Curve::between(middle, downwards, node, back, handle);
    for (Wire *wire : {&there, &home}) {
        wire->square = index;
        wire->fixed = true;
        m_wires.push_back(std::move(*wire));
    }
}

void Wiring::addTrunk(const DelaySquare &square, const Disc &source, double direction)
{
    Wire wire;
    wire.shape.element = square.element;
    wire.shape.carries = square.carries;
    wire.shape.head = false;
    if (square.carries.size() == 1 && !square.element.gate) {
        const ElementRef &edge = square.element;
        wire.shape.parameter
            = m_input.circuit.nodes[static_cast<size_t>(edge.node)].terms[static_cast<size_t>(edge.term)].parameter;
    }
    wire.from.disc = source;
    wire.to = {squareDisc(square), square.carries.size() == 1 ? std::optional(direction) : std::nullopt};
    wire.square = static_cast<int>(m_layout.squares.size()) - 1;
    route(wire);
    m_wires.push_back(std::move(wire));
}

void Wiring::addBranch(const DelaySquare &square, const ReadingTerm &reader, std::optional<double> direction)
{
    if (reader.element.gate)
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
    Surroundings around = surroundings(m_input, m_layout, wire.from.disc, wire.to.disc);
    for (const Wire &other : m_wires)
        if (&other != &wire)
            around.wires.emplace_back(other.shape.curve);
    wire.shape.curve = unfold::route(wire.from, wire.to, around);
}

std::vector<Curve> Wiring::curves() const
{
    std::vector<Curve> all;
    for (const Wire &wire : m_wires)
        all.push_back(wire.shape.curve);
    return all;
}

void Wiring::routeAll()
{
    for (Wire &wire : m_wires)
        if (!wire.fixed)
            route(wire);
}

/// Near the middle of the curve, where it is clear of nodes and other dots.
GateDot Wiring::dotOn(const Curve &curve, const ReadingTerm &gate) const
{
    const double radius = std::max(3.6 * m_input.fonts.unit, 0.3 * m_layout.radius);
    double best = -std::numeric_limits<double>::infinity();
    GateDot dot{gate.element, {{}, radius}};
    for (const double t : {0.5, 0.6, 0.4, 0.7, 0.3}) {
        const QPointF p = curve.at(t);
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
    return dot;
}

/// ⊙ stands on the last piece of its term's arrow; the gate's arrow ends there.
void Wiring::addGates()
{
    std::vector<Wire> gateWires;
    for (const ReadingTerm &gate : m_gates) {
        ElementRef source = gate.element;
        source.gate = false;
        const auto last = std::find_if(
            m_wires.rbegin(), m_wires.rend(), [&](const Wire &w) { return w.shape.head && w.shape.element == source; });
        if (last == m_wires.rend())
            continue;
        const GateDot dot = dotOn(last->shape.curve, gate);
        m_layout.gates.push_back(dot);
        Wire wire = wireOf(gate);
        wire.from.disc = discOf(gate.source);
        wire.to.disc = dot.disc;
        for (const DelaySquare &square : m_layout.squares)
            if (std::find(square.carries.begin(), square.carries.end(), gate.element) != square.carries.end())
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
