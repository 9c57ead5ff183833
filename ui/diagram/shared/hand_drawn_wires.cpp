#include "ui/diagram/shared/hand_drawn_wires.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

QPointF unit(QPointF d)
{
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? d / length : QPointF(0, 0);
}

/// A place on a path of straight pieces.
struct Tap {
    size_t piece = 0; ///< it lies on points[piece] … points[piece + 1]
    QPointF point;
    double along = 0; ///< px from the start of the path
};

Tap nearest(const std::vector<QPointF> &path, size_t firstPiece, QPointF to)
{
    Tap best{firstPiece, path.back(), 0};
    double shortest = std::numeric_limits<double>::infinity();
    double along = 0;
    for (size_t i = 0; i + 1 < path.size(); ++i) {
        const QPointF d = path[i + 1] - path[i];
        const double length = std::hypot(d.x(), d.y());
        const double squared = QPointF::dotProduct(d, d);
        const double t = squared > 0 ? std::clamp(QPointF::dotProduct(to - path[i], d) / squared, 0.0, 1.0) : 0;
        const QPointF p = path[i] + t * d;
        // An arrow from straight below or above is the calmer one.
        const double far = (std::abs(p.x() - to.x()) < 0.5 ? 0.01 : 1.0) * distance(p, to);
        if (i >= firstPiece && far < shortest - 1e-6) {
            shortest = far;
            best = {i, p, along + t * length};
        }
        along += length;
    }
    return best;
}

/// Where a ray from `from` to `to` meets a circle around `to` or beside it, or `to` itself where it misses.
QPointF borderTowards(QPointF from, QPointF to, const Disc &disc)
{
    const QPointF d = unit(to - from);
    const QPointF w = from - disc.centre;
    const double b = QPointF::dotProduct(d, w);
    const double inside = b * b - QPointF::dotProduct(w, w) + disc.radius * disc.radius;
    return inside < 0 ? to : from + (-b - std::sqrt(inside)) * d;
}

/// A line that ends in the disc itself: its arrow begins a little before.
Tap beforeDisc(Tap tap, const std::vector<QPointF> &path, const Disc &disc)
{
    if (distance(tap.point, disc.centre) > disc.radius + 1)
        return tap;
    const QPointF start = path[tap.piece];
    const double back = std::min(distance(start, tap.point), 3 * disc.radius);
    tap.point -= back * unit(tap.point - start);
    tap.along -= back;
    return tap;
}

class Wires
{
public:
    Wires(const HandDrawing &handDrawing, const DrawingScale &scale)
        : m_handDrawing(handDrawing)
        , m_scale(scale)
    {
    }

    std::vector<HandDrawnWire> run()
    {
        std::vector<InputRef> direct = m_handDrawing.readers();
        for (const DrawnWire &way : m_handDrawing.ways) {
            addWay(way);
            for (const InputRef &reader : way.readers)
                direct.erase(std::remove(direct.begin(), direct.end(), reader), direct.end());
        }
        for (const InputRef &reader : direct)
            addDirect(reader);
        for (size_t n = 0; n < m_handDrawing.nodes.size(); ++n)
            addSum(static_cast<int>(n));
        return std::move(m_wires);
    }

private:
    Disc discOf(int node) const { return {m_scale.at(m_handDrawing.placeOf(node)), m_scale.radius}; }
    const Joint *joint(int node, int term) const;
    Disc jointDisc(const Joint &j) const { return {m_scale.at(j.place), m_scale.joint}; }
    bool gated(const InputRef &r) const { return !m_handDrawing.termOf(r).gate.empty(); }
    Disc target(const InputRef &r) const;
    Disc entry(const InputRef &r) const;
    QPointF aim(const InputRef &r, double shift) const;
    std::vector<QPointF> pathOf(const DrawnWire &way, size_t &firstIn) const;
    void addWay(const DrawnWire &way);
    void addTrunk(const DrawnWire &way, const std::vector<QPointF> &path, const std::vector<Tap> &taps, size_t firstIn);
    HandDrawnWire arrow(const InputRef &reader, std::vector<QPointF> points, const Disc &into) const;
    void finish(HandDrawnWire &wire, const InputRef &reader, const std::vector<QPointF> &points) const;
    void addDirect(const InputRef &reader);
    void addSum(int node);
    double branchStart(const DrawnWire &way, const std::vector<QPointF> &path) const;

    const HandDrawing &m_handDrawing;
    const DrawingScale &m_scale;
    std::vector<HandDrawnWire> m_wires;
};

const Joint *Wires::joint(int node, int term) const
{
    const std::string &name = m_handDrawing.circuit.nodes[static_cast<size_t>(node)].name;
    for (const Joint &j : m_handDrawing.joints)
        if (j.node == name && j.term == term)
            return &j;
    return nullptr;
}

/// Where the term itself ends: at the + of its node, else at the node.
Disc Wires::target(const InputRef &r) const
{
    const Joint *sum = joint(r.node, -1);
    return sum ? jointDisc(*sum) : discOf(r.node);
}

/// Where its arrow ends: a gated term meets its gate first.
Disc Wires::entry(const InputRef &r) const
{
    const Joint *product = gated(r) ? joint(r.node, r.term) : nullptr;
    return product ? jointDisc(*product) : target(r);
}

QPointF Wires::aim(const InputRef &r, double shift) const
{
    const Disc disc = entry(r);
    return disc.centre + QPointF(shift * disc.radius, 0);
}

std::vector<QPointF> Wires::pathOf(const DrawnWire &way, size_t &firstIn) const
{
    std::vector<QPointF> points;
    const DrawnLine &line = way.line;
    const QPointF back = line.delay != 0 && m_scale.stepBack ? line.delay * *m_scale.stepBack : QPointF();
    if (!way.branch) {
        if (!m_handDrawing.isBlock(way.source))
            points.push_back(m_scale.at(m_handDrawing.placeOf(way.source)) + back);
        for (const Place &p : line.out)
            points.push_back(m_scale.at(p) + back);
        if (!m_scale.stepBack)
            for (const Place &p : line.loop)
                points.push_back(m_scale.at(p));
        if (!m_handDrawing.isBlock(way.source)) // leaves at the border
            points[0] += m_scale.radius * unit(points[1] - points[0]);
    }
    firstIn = line.delay == 0 ? 0 : points.size();
    for (const Place &p : line.in)
        points.push_back(m_scale.at(p));
    return points;
}

/// How far along its path the last branch of a tree begins; 0: none.
double Wires::branchStart(const DrawnWire &way, const std::vector<QPointF> &path) const
{
    double farthest = 0;
    for (const DrawnWire &other : m_handDrawing.ways)
        if (&other != &way && other.branch && other.source == way.source && other.line.delay == way.line.delay)
            farthest = std::max(farthest, nearest(path, 0, m_scale.at(other.line.in.front())).along);
    return farthest;
}

void Wires::addWay(const DrawnWire &way)
{
    if (way.readers.empty())
        return;
    size_t firstIn = 0;
    const std::vector<QPointF> path = pathOf(way, firstIn);
    std::vector<Tap> taps;
    for (const InputRef &reader : way.readers) {
        if (m_handDrawing.isBlock(reader.node))
            taps.push_back({path.size() - 2, path.back(), 0});
        else
            taps.push_back(beforeDisc(
                nearest(path, way.line.delay == 0 ? 0 : firstIn, aim(reader, way.line.shift)), path, entry(reader)));
    }
    const bool tree = !way.branch && branchStart(way, path) > 0;
    const bool shared = way.readers.size() > 1 || tree;
    const size_t firstWire = m_wires.size();
    size_t last = 0;
    for (size_t i = 0; i < taps.size(); ++i)
        last = taps[i].along > taps[last].along ? i : last;
    if (shared)
        addTrunk(way, path, taps, firstIn);
    for (size_t i = 0; i < taps.size(); ++i) {
        std::vector<QPointF> points;
        if (!shared)
            points.assign(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(taps[i].piece) + 1);
        else if (i == last && !tree) { // the end of the line bends into its last arrow
            const QPointF along = unit(taps[i].point - path[taps[i].piece]);
            points.push_back(
                taps[i].point - std::min(m_scale.corner, distance(taps[i].point, path[taps[i].piece])) * along);
        }
        points.push_back(taps[i].point);
        HandDrawnWire wire = arrow(way.readers[i], points, entry(way.readers[i]));
        wire.source = way.source;
        wire.crosses = way.crosses;
        wire.value = way.value;
        if (!shared && way.line.delay != 0) {
            wire.outer = !way.branch;
            wire.comesIn = path[firstIn];
        }
        m_wires.push_back(std::move(wire));
    }
    if (way.line.delay != 0 && !way.branch && !m_scale.stepBack) { // the delay stands on the longest piece of the loop
        double longest = 0;
        for (size_t i = 0; i + 1 < path.size() && i < firstIn; ++i)
            if (distance(path[i], path[i + 1]) > longest) {
                longest = distance(path[i], path[i + 1]);
                m_wires[firstWire].square
                    = path[i] + 0.74 * (path[i + 1] - path[i]); // clear of what crosses in the middle
            }
    }
}

/// The common line, up to its last arrow.
void Wires::addTrunk(
    const DrawnWire &way, const std::vector<QPointF> &path, const std::vector<Tap> &taps, size_t firstIn)
{
    const Tap &last
        = *std::max_element(taps.begin(), taps.end(), [](const Tap &a, const Tap &b) { return a.along < b.along; });
    std::vector<QPointF> points(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(last.piece) + 1);
    const QPointF along = unit(last.point - points.back());
    const bool tree = !way.branch && branchStart(way, path) > 0;
    points.push_back(
        tree ? last.point : last.point - std::min(m_scale.corner, distance(last.point, points.back())) * along);
    HandDrawnWire trunk;
    trunk.readers = way.readers;
    if (tree)
        for (const DrawnWire &other : m_handDrawing.ways)
            if (&other != &way && other.branch && other.source == way.source && other.line.delay == way.line.delay)
                trunk.readers.insert(trunk.readers.end(), other.readers.begin(), other.readers.end());
    trunk.source = way.source;
    trunk.head = false;
    trunk.outer = way.line.delay != 0 && !way.branch;
    trunk.comesIn = path[firstIn];
    std::vector<QPointF> sharp; // where an arrow leaves, the line keeps its corner
    for (const Tap &tap : taps)
        if (&tap != &last)
            sharp.push_back(tap.point);
    trunk.lead = roundedPath(points, m_scale.corner, sharp);
    if (trunk.lead.empty())
        return;
    trunk.last = trunk.lead.back();
    trunk.lead.pop_back();
    m_wires.push_back(std::move(trunk));
}

/// Through `points` and into a disc; a gated source goes on from there to its node.
HandDrawnWire Wires::arrow(const InputRef &reader, std::vector<QPointF> points, const Disc &into) const
{
    HandDrawnWire wire;
    wire.readers = {reader};
    if (m_handDrawing.isBlock(reader.node)) {
        finish(wire, reader, points);
        return wire;
    }
    const QPointF from = points.back();
    const bool beside
        = std::abs(from.x() - into.centre.x()) < into.radius && std::abs(from.y() - into.centre.y()) > into.radius;
    const QPointF to = beside ? QPointF(from.x(), into.centre.y()) : into.centre;
    if (gated(reader) && !reader.gate && joint(reader.node, reader.term)) {
        const Disc end = target(reader);
        points.push_back(into.centre);
        points.push_back(borderTowards(into.centre, end.centre, end));
    } else {
        points.push_back(borderTowards(from, to, into));
    }
    finish(wire, reader, points);
    return wire;
}

void Wires::finish(HandDrawnWire &wire, const InputRef &reader, const std::vector<QPointF> &points) const
{
    std::vector<QPointF> distinct;
    for (const QPointF &p : points)
        if (distinct.empty() || distance(distinct.back(), p) > 0.05)
            distinct.push_back(p);
    wire.head = true;
    const bool through = gated(reader) && !reader.gate && joint(reader.node, reader.term) && distinct.size() > 2;
    if (through) { // no round corner inside the ⊙
        wire.lead = roundedPath({distinct.begin(), distinct.end() - 1}, m_scale.corner);
        wire.enters = m_scale.joint;
        wire.last = Curve::line(distinct[distinct.size() - 2], distinct.back());
        return;
    }
    wire.lead = roundedPath(distinct, m_scale.corner);
    if (wire.lead.empty())
        return;
    wire.last = wire.lead.back();
    wire.lead.pop_back();
}

/// Straight from node to node, or to where it meets its gate.
void Wires::addDirect(const InputRef &reader)
{
    const int source = m_handDrawing.sourceOf(reader);
    if (source < 0)
        return;
    QPointF from = discOf(source).centre;
    Disc into = entry(reader);
    if (m_handDrawing.isBlock(reader.node)) {
        const QRectF box = m_scale.blockBox(m_handDrawing, reader.node);
        const QPointF end(std::clamp(from.x(), box.left() + m_scale.radius, box.right() - m_scale.radius),
            from.y() > box.center().y() ? box.bottom() : box.top());
        HandDrawnWire wire;
        wire.readers = {reader};
        wire.source = source;
        finish(wire, reader, {from + m_scale.radius * unit(end - from), end});
        m_wires.push_back(std::move(wire));
        return;
    }
    if (m_handDrawing.isBlock(source)) {
        const QRectF box = m_scale.blockBox(m_handDrawing, source);
        from = {std::clamp(into.centre.x(), box.left() + m_scale.radius, box.right() - m_scale.radius),
            into.centre.y() < box.center().y() ? box.top() : box.bottom()};
    } else {
        from += m_scale.radius * unit(into.centre - from);
    }
    HandDrawnWire wire = arrow(reader, {from}, into);
    wire.source = source;
    m_wires.push_back(std::move(wire));
}

void Wires::addSum(int node)
{
    const Joint *sum = joint(node, -1);
    if (!sum)
        return;
    const Disc from = jointDisc(*sum);
    HandDrawnWire wire;
    for (int k = 0; k < static_cast<int>(m_handDrawing.circuit.nodes[static_cast<size_t>(node)].terms.size()); ++k)
        wire.readers.push_back({node, k, false});
    wire.source = node;
    wire.toNode = true;
    wire.last = Curve::line(from.centre + from.radius * unit(discOf(node).centre - from.centre),
        borderTowards(from.centre, discOf(node).centre, discOf(node)));
    m_wires.push_back(std::move(wire));
}

} // namespace

QRectF DrawingScale::blockBox(const HandDrawing &handDrawing, int node) const
{
    const Place p = handDrawing.placeOf(node);
    return box(
        {p.lane - halfBlock.lane, p.column - halfBlock.column}, {p.lane + halfBlock.lane, p.column + halfBlock.column});
}

std::vector<HandDrawnWire> wiresOf(const HandDrawing &handDrawing, const DrawingScale &scale)
{
    return Wires(handDrawing, scale).run();
}

double radiusFor(const HandDrawing &handDrawing, const DrawingScale &scale, double largest, double share)
{
    double radius = largest;
    const auto apart = [&](const Place &a, const Place &b, double part) {
        radius = std::min(radius, part * distance(scale.at(a), scale.at(b)));
    };
    for (size_t i = 0; i < handDrawing.nodes.size(); ++i) {
        if (handDrawing.isBlock(static_cast<int>(i)))
            continue;
        for (size_t j = 0; j < i; ++j)
            if (!handDrawing.isBlock(static_cast<int>(j)))
                apart(handDrawing.nodes[i].place, handDrawing.nodes[j].place, share);
        for (const Joint &joint : handDrawing.joints)
            apart(handDrawing.nodes[i].place, joint.place, 0.52);
    }
    return std::min(radius, 0.42 * scale.perLane);
}

EdgeShape edgeOf(const HandDrawing &handDrawing, const HandDrawnWire &wire)
{
    EdgeShape edge;
    bool all = true; // a line has the colour of a parameter where every arrow from it has one
    for (const InputRef &reader : wire.readers) {
        for (const ElementRef &element : handDrawing.carriedBy(reader))
            edge.carries.push_back(element);
        all = all && !reader.gate && !handDrawing.termOf(reader).parameter.empty();
    }
    const DrawnNode &source = handDrawing.nodes[static_cast<size_t>(wire.source)];
    const int value = wire.value >= 0 ? wire.value : source.original;
    edge.element = edge.carries.size() == 1 ? edge.carries.front() : ElementRef::ofNode(value);
    if (all && !wire.toNode)
        edge.parameter = handDrawing.termOf(wire.readers.front()).parameter;
    edge.lead = wire.lead;
    edge.curve = wire.last;
    edge.head = wire.head;
    edge.enters = wire.enters;
    edge.crosses = wire.crosses;
    edge.nearLetter = true;
    return edge;
}

std::vector<Curve> roundedPath(const std::vector<QPointF> &points, double corner, const std::vector<QPointF> &sharp)
{
    constexpr double kappa = 0.5523;
    std::vector<Curve> pieces;
    if (points.size() < 2)
        return pieces;
    QPointF from = points.front();
    for (size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF p = points[i];
        const double room = std::min(distance(points[i - 1], p) / (i == 1 ? 1 : 2),
            distance(p, points[i + 1]) / (i + 2 == points.size() ? 1 : 2));
        const QPointF in = unit(p - points[i - 1]);
        const QPointF out = unit(points[i + 1] - p);
        if (QPointF::dotProduct(in, out) > 0.999)
            continue;
        const bool round
            = std::none_of(sharp.begin(), sharp.end(), [&](QPointF q) { return distance(p, q) < 1.5 * corner; });
        const double r = round ? std::min(corner, room) : 0;
        const QPointF a = p - r * in;
        const QPointF b = p + r * out;
        if (distance(from, a) > 0.05)
            pieces.push_back(Curve::line(from, a));
        if (round)
            pieces.push_back({a, a + kappa * r * in, b - kappa * r * out, b});
        from = b;
    }
    if (distance(from, points.back()) > 0.05)
        pieces.push_back(Curve::line(from, points.back()));
    return pieces;
}

} // namespace unfold
