#include "ui/motion/motion_matcher.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace unfold {
namespace {

constexpr double onBorder = 1.5; ///< px

Subject timeless(Subject subject)
{
    subject.step = 0;
    return subject;
}

std::vector<Subject> timeless(std::vector<Subject> subjects)
{
    for (Subject &subject : subjects)
        subject.step = 0;
    return subjects;
}

bool contains(const std::vector<Subject> &all, const Subject &one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<Curve> piecesOf(const EdgeShape &edge)
{
    std::vector<Curve> all = edge.lead;
    all.push_back(edge.curve);
    return all;
}

QRectF boxOf(const Disc &disc)
{
    return {disc.centre - QPointF(disc.radius, disc.radius), QSizeF(2 * disc.radius, 2 * disc.radius)};
}

/// By least squares, one axis; `otherwise` where the points do not spread.
double scaleOf(const std::vector<std::pair<double, double>> &pairs, double otherwise)
{
    double meanA = 0, meanB = 0, squares = 0, products = 0;
    for (const auto &[a, b] : pairs) {
        meanA += a / static_cast<double>(pairs.size());
        meanB += b / static_cast<double>(pairs.size());
    }
    for (const auto &[a, b] : pairs) {
        squares += (a - meanA) * (a - meanA);
        products += (a - meanA) * (b - meanB);
    }
    return squares > 100 ? std::clamp(products / squares, 0.25 * otherwise, 4 * otherwise) : otherwise;
}

double meanOffset(const std::vector<std::pair<double, double>> &pairs, double scale)
{
    double sum = 0;
    for (const auto &[a, b] : pairs)
        sum += (b - scale * a) / static_cast<double>(pairs.size());
    return sum;
}

} // namespace

void MotionMatcher::run()
{
    findTime();
    matchNodes();
    findAhead();
    fit();
    matchFrames();
    matchEdges();
    matchGates();
    matchLabels();
}

double MotionMatcher::px(int step) const
{
    const TimeAxis &axis = m_motion.m_input.axis;
    return axis.x(std::clamp(step, 1, m_motion.m_input.steps)) - axis.x(1);
}

QPointF MotionMatcher::mapped(QPointF point) const
{
    return {m_scale.x() * point.x() + m_offset.x(), m_scale.y() * point.y() + m_offset.y()};
}

QRectF MotionMatcher::mapped(const QRectF &box) const
{
    return {mapped(box.topLeft()), mapped(box.bottomRight())};
}

void MotionMatcher::findTime()
{
    bool before = false, after = false;
    for (const EdgeShape &edge : m_unrolled.edges) {
        before = before || edge.from < 1;
        after = after || edge.from > m_motion.m_input.steps;
    }
    m_motion.m_time = MotionTime(m_motion.m_input.steps, before, after);
}

// -- nodes
// -------------------------------------------------------------------------------------------------------------

void MotionMatcher::matchNodes()
{
    m_settled.resize(m_folded.nodes.size());
    for (size_t i = 0; i < m_unrolled.nodes.size(); ++i)
        matchNode(i);
    for (UnfoldMotion::NodeTrack &track : m_motion.m_nodes) // initial values begin where their node has settled
        if (m_unrolled.nodes[track.unrolled].kind == NodeShape::Kind::Initial && track.folded >= 0)
            track.box.settled = m_settled[static_cast<size_t>(track.folded)].value_or(track.box.folded);
}

void MotionMatcher::matchNode(size_t index)
{
    const NodeShape &node = m_unrolled.nodes[index];
    const bool initial = node.kind == NodeShape::Kind::Initial;
    UnfoldMotion::NodeTrack track;
    track.unrolled = index;
    for (size_t i = 0; i < m_folded.nodes.size() && track.folded < 0; ++i) {
        const NodeShape &folded = m_folded.nodes[i];
        const bool same = folded.subject == timeless(node.subject) && (initial || folded.kind == node.kind);
        if (same || (initial && folded.standsFor(node.subject)))
            track.folded = static_cast<int>(i);
    }
    track.box.settled = node.box().translated(-px(node.subject.step), 0);
    track.box.folded = track.box.settled;
    if (track.folded < 0) {
        ++m_motion.m_unmatched;
    } else {
        const auto folded = static_cast<size_t>(track.folded);
        track.box.folded = m_folded.nodes[folded].box();
        track.named = m_folded.nodes[folded].named;
        if (!initial && !m_settled[folded])
            m_settled[folded] = track.box.settled;
    }
    for (size_t i = 0; i < m_motion.m_nodes.size(); ++i)
        if (!initial && m_motion.m_nodes[i].folded == track.folded
            && m_unrolled.nodes[m_motion.m_nodes[i].unrolled].kind == node.kind)
            track.before = static_cast<int>(i);
    m_motion.m_nodes.push_back(std::move(track));
}

/// The map from the folded drawing to step 1 that brings the circles nearest to where they will stand.
void MotionMatcher::fit()
{
    std::vector<std::pair<double, double>> x, y;
    double radius = 0;
    for (size_t i = 0; i < m_folded.nodes.size(); ++i) {
        const NodeShape &node = m_folded.nodes[i];
        if (!m_settled[i] || node.kind != NodeShape::Kind::Node)
            continue;
        const QRectF from = node.box();
        const QRectF to = *m_settled[i];
        std::vector<std::pair<QPointF, QPointF>> pairs{{from.center(), to.center()}};
        if (node.isBlock())
            pairs = {{from.topLeft(), to.topLeft()}, {from.bottomRight(), to.bottomRight()}};
        for (const auto &[a, b] : pairs) {
            x.emplace_back(a.x(), b.x());
            y.emplace_back(a.y(), b.y());
        }
        if (!node.isBlock())
            radius = m_settled[i]->width() / 2;
    }
    if (x.empty())
        return;
    m_motion.m_shrink = radius > 0 && m_folded.radius > 0 ? radius / m_folded.radius : 1;
    m_scale = {scaleOf(x, m_motion.m_shrink), scaleOf(y, m_motion.m_shrink)};
    m_offset = {meanOffset(x, m_scale.x()), meanOffset(y, m_scale.y())};
}

int MotionMatcher::firstOf(int folded) const
{
    for (const UnfoldMotion::NodeTrack &track : m_motion.m_nodes)
        if (track.folded == folded && m_unrolled.nodes[track.unrolled].kind != NodeShape::Kind::Initial)
            return m_unrolled.nodes[track.unrolled].subject.step;
    return 1;
}

int MotionMatcher::lastOf(int folded) const
{
    int last = 1;
    for (const UnfoldMotion::NodeTrack &track : m_motion.m_nodes)
        if (track.folded == folded)
            last = std::max(last, m_unrolled.nodes[track.unrolled].subject.step);
    return last;
}

int MotionMatcher::nearestNode(QPointF folded) const
{
    int nearest = -1;
    double best = 1e300;
    for (size_t i = 0; i < m_folded.nodes.size(); ++i)
        if (const double d = distance(folded, m_folded.nodes[i].disc.centre) - m_folded.nodes[i].disc.radius;
            m_settled[i] && d < best) {
            best = d;
            nearest = static_cast<int>(i);
        }
    return nearest;
}

/// Nodes that never exist at the same step may share a place in the unrolled drawing, as encoder and decoder do.
void MotionMatcher::findAhead()
{
    for (UnfoldMotion::NodeTrack &track : m_motion.m_nodes)
        if (track.folded >= 0)
            track.first = firstOf(track.folded);
    std::vector<int> &ahead = m_motion.m_ahead;
    for (const UnfoldMotion::NodeTrack &a : m_motion.m_nodes)
        for (const UnfoldMotion::NodeTrack &b : m_motion.m_nodes) {
            if (a.before >= 0 || b.before >= 0 || a.first >= b.first || !a.box.settled.intersects(b.box.settled))
                continue;
            const bool initial = m_unrolled.nodes[a.unrolled].kind == NodeShape::Kind::Initial
                || m_unrolled.nodes[b.unrolled].kind == NodeShape::Kind::Initial;
            if (!initial && std::find(ahead.begin(), ahead.end(), b.first) == ahead.end())
                ahead.push_back(b.first);
        }
}

void MotionMatcher::matchFrames()
{
    const size_t cells = m_folded.frames.size();
    for (size_t i = 0; i < m_unrolled.frames.size(); ++i) {
        const int step = cells > 0 ? static_cast<int>(i / cells) + 1 : 1;
        const QRectF settled = m_unrolled.frames[i].box.translated(-px(step), 0);
        m_motion.m_frames.push_back({cells > 0 ? m_folded.frames[i % cells].box : settled, settled});
    }
}

// -- arrows
// ------------------------------------------------------------------------------------------------------------

/// Index of the folded arrow that stands for the same; −1: none. Of several that are alike the one in the same order.
int MotionMatcher::foldedFor(const EdgeShape &edge) const
{
    const std::vector<Subject> carries = timeless(edge.carries);
    const auto alike = [&](const EdgeShape &other, bool unrolled) {
        return other.head == edge.head
            && (unrolled ? other.to == edge.to && timeless(other.carries) == carries : other.carries == carries);
    };
    int order = 0;
    for (const EdgeShape &other : m_unrolled.edges) {
        if (&other == &edge)
            break;
        order += alike(other, true) ? 1 : 0;
    }
    int last = -1;
    for (size_t i = 0; i < m_folded.edges.size() && order >= 0; ++i)
        if (alike(m_folded.edges[i], false)) {
            last = static_cast<int>(i);
            --order;
        }
    return last;
}

/// The line from the source to the delay square that the folded arrow begins at; −1: it begins at its source.
int MotionMatcher::trunkFor(const EdgeShape &edge) const
{
    if (edge.within || squareOf(edge) < 0)
        return -1;
    for (size_t i = 0; i < m_folded.edges.size(); ++i)
        if (!m_folded.edges[i].head && contains(m_folded.edges[i].carries, timeless(edge.carries.front())))
            return static_cast<int>(i);
    return -1;
}

int MotionMatcher::squareOf(const EdgeShape &edge) const
{
    for (size_t i = 0; i < m_folded.squares.size(); ++i)
        if (contains(m_folded.squares[i].carries, timeless(edge.carries.front())))
            return static_cast<int>(i);
    return -1;
}

void MotionMatcher::matchEdges()
{
    for (size_t i = 0; i < m_unrolled.edges.size(); ++i)
        matchEdge(i);
}

void MotionMatcher::matchEdge(size_t index)
{
    const EdgeShape &edge = m_unrolled.edges[index];
    const int found = foldedFor(edge);
    if (found < 0)
        ++m_motion.m_unmatched;
    UnfoldMotion::EdgeTrack track;
    track.unrolled = index;
    track.to = edge.to;
    track.from = edge.within ? edge.to : std::clamp(edge.from, 0, m_motion.m_input.steps + 1);
    const bool circles = !m_motion.m_input.byHand;
    setOpening(edge, track);
    addPaths(edge, found < 0 ? edge : m_folded.edges[static_cast<size_t>(found)], track);
    settle(track);
    anchor(track, edge);
    track.firstFrom = circles ? firstOf(nearestNode(track.folded.points.front())) : 1;
    track.firstTo = circles ? firstOf(nearestNode(track.folded.points.back())) : 1;
    track.opened = track.opened.dragged({-px(track.from), 0}, {-px(track.to), 0});
    for (size_t i = 0; i < m_motion.m_edges.size(); ++i) {
        const EdgeShape &other = m_unrolled.edges[m_motion.m_edges[i].unrolled];
        if (found >= 0 && foldedFor(other) == found && other.within == edge.within)
            track.before = static_cast<int>(i);
    }
    m_motion.m_edges.push_back(std::move(track));
}

/// A gate's arrow and the term that it meets open together: the ⊙ stands on both.
void MotionMatcher::setOpening(const EdgeShape &edge, UnfoldMotion::EdgeTrack &track) const
{
    track.opensFrom = std::min(track.from, track.to);
    track.opensTo = std::max(track.from, track.to);
    const auto met = [&](const EdgeShape &other) {
        return other.to == edge.to && other.subject.kind == Subject::Kind::Edge
            && other.subject.node == edge.subject.node && other.subject.term == edge.subject.term;
    };
    if (m_motion.m_input.byHand || edge.subject.kind != Subject::Kind::Edge || edge.within != (edge.from == edge.to))
        return;
    for (const EdgeShape &other : m_unrolled.edges)
        if (!other.within && met(other)) {
            track.opensFrom = std::min({track.opensFrom, std::max(0, other.from)});
            track.opensTo = std::max(track.opensTo, std::min(m_motion.m_input.steps + 1, other.from));
        }
}

/// The folded and the unrolled path, cut alike.
void MotionMatcher::addPaths(const EdgeShape &edge, const EdgeShape &folded, UnfoldMotion::EdgeTrack &track)
{
    std::vector<Curve> tail = folded.lead;
    std::vector<Curve> tip{folded.curve};
    std::vector<Curve> tailTo = edge.lead;
    std::vector<Curve> tipTo{edge.curve};
    track.square = edge.within ? -1 : squareOf(edge);
    track.parameterBefore = folded.parameter;
    if (const int trunk = folded.head ? trunkFor(edge) : -1; trunk >= 0 && edge.lead.empty()) {
        const EdgeShape &line = m_folded.edges[static_cast<size_t>(trunk)];
        const QPointF centre = m_folded.squares[static_cast<size_t>(track.square)].box.center();
        tip = piecesOf(folded);
        tip.insert(tip.begin(), Curve::line(centre, tip.front().start));
        tail = piecesOf(line);
        tail.push_back(Curve::line(tail.back().end, centre));
        track.parameterBefore = line.parameter;
        track.ownTail = line.parameter != edge.parameter;
    } else if (track.square >= 0) {
        const QPointF centre = m_folded.squares[static_cast<size_t>(track.square)].box.center();
        cutNear(tail.empty() ? tip : tail, centre);
    }
    if (tail.empty() && tip.size() > 1) { // a square on the only piece
        tail.assign(tip.begin(), tip.end() - 1);
        tip.erase(tip.begin(), tip.end() - 1);
    }
    if (tail.empty() != tailTo.empty()) {
        std::vector<Curve> &none = tail.empty() ? tail : tailTo;
        std::vector<Curve> &whole = tail.empty() ? tip : tipTo;
        none = {whole.front().upTo(0.5)};
        whole.front() = whole.front().from(0.5);
    }
    if (!tail.empty())
        cutAlike(tail, tailTo);
    cutAlike(tip, tipTo);
    track.tailPieces = tail.size();
    tail.insert(tail.end(), tip.begin(), tip.end());
    tailTo.insert(tailTo.end(), tipTo.begin(), tipTo.end());
    track.folded = MotionPath::of(tail);
    track.opened = MotionPath::of(tailTo);
    track.opened.along = track.folded.along;
    if (track.square < 0)
        return;
    const QPointF centre = m_folded.squares[static_cast<size_t>(track.square)].box.center();
    for (size_t i = 0; i < track.folded.points.size(); i += 3)
        if (distance(track.folded.points[i], centre) < distance(track.folded.points[track.squareAt], centre))
            track.squareAt = i;
    if (distance(track.folded.points[track.squareAt], centre) > onBorder) // on another line that it branches off
        track.square = -1;
}

/// Where a point on the border of a folded shape stands once that has settled.
std::optional<QPointF> MotionMatcher::settledBorder(QPointF point) const
{
    for (size_t i = 0; i < m_folded.nodes.size(); ++i) {
        const NodeShape &node = m_folded.nodes[i];
        const QRectF box = node.box();
        const QRectF out = box.adjusted(-onBorder, -onBorder, onBorder, onBorder);
        const QRectF in = box.adjusted(onBorder, onBorder, -onBorder, -onBorder);
        const bool on = node.isBlock() ? out.contains(point) && !in.contains(point)
                                       : std::abs(distance(point, node.disc.centre) - node.disc.radius) < onBorder;
        if (!on || !m_settled[i])
            continue;
        const QPointF offset = point - box.center();
        const QRectF &to = *m_settled[i];
        return to.center() + QPointF(offset.x() * to.width() / box.width(), offset.y() * to.height() / box.height());
    }
    return std::nullopt;
}

/// The folded path brought to step 1: as the whole drawing, with its ends on the borders they belong to.
void MotionMatcher::settle(UnfoldMotion::EdgeTrack &track) const
{
    MotionPath path = track.folded;
    for (QPointF &point : path.points)
        point = mapped(point);
    const QPointF start = settledBorder(track.folded.points.front()).value_or(path.points.front());
    const QPointF end = settledBorder(track.folded.points.back()).value_or(path.points.back());
    track.settled = path.dragged(start - path.points.front(), end - path.points.back());
}

UnfoldMotion::Anchor MotionMatcher::anchorAt(QPointF folded, QPointF unrolled, int step) const
{
    for (size_t i = 0; i < m_motion.m_nodes.size(); ++i) {
        const UnfoldMotion::NodeTrack &track = m_motion.m_nodes[i];
        const NodeShape &to = m_unrolled.nodes[track.unrolled];
        if (track.folded < 0 || to.isBlock() || to.kind == NodeShape::Kind::Initial || to.subject.step != step)
            continue;
        const Disc &from = m_folded.nodes[static_cast<size_t>(track.folded)].disc;
        const double before = distance(folded, from.centre);
        const double after = distance(unrolled, to.disc.centre);
        if (std::abs(before - from.radius) < onBorder && std::abs(after - to.disc.radius) < onBorder)
            return {static_cast<int>(i), before, after};
    }
    return {};
}

void MotionMatcher::anchor(UnfoldMotion::EdgeTrack &track, const EdgeShape &) const
{
    track.start = anchorAt(track.folded.points.front(), track.opened.points.front(), track.from);
    track.end = anchorAt(track.folded.points.back(), track.opened.points.back(), track.to);
}

// -- ⊙, + and labels
// ---------------------------------------------------------------------------------------------------

void MotionMatcher::matchGates()
{
    std::vector<bool> used(m_folded.gates.size());
    std::map<size_t, int> last; // per folded one, the track before
    for (const GateDot &gate : m_unrolled.gates) {
        UnfoldMotion::GateTrack track;
        track.gate = gate;
        track.step = gate.subject.step;
        track.opened = boxOf(gate.disc).translated(-px(track.step), 0);
        track.box = {track.opened, track.opened};
        track.folded = false;
        track.opensFrom = track.opensTo = track.step;
        for (size_t i = 0; i < m_folded.gates.size(); ++i)
            if (m_folded.gates[i].subject == timeless(gate.subject) && m_folded.gates[i].sum == gate.sum) {
                const QRectF box = boxOf(m_folded.gates[i].disc);
                track.box.folded = box;
                track.box.settled = mapped(box);
                track.folded = used[i] = true;
                track.before = last.count(i) ? last[i] : -1;
                last[i] = static_cast<int>(m_motion.m_gates.size());
            }
        for (const UnfoldMotion::EdgeTrack &edge : m_motion.m_edges) {
            const EdgeShape &shape = m_unrolled.edges[edge.unrolled];
            if (!gate.sum && !m_motion.m_input.byHand && shape.to == track.step && !shape.within
                && timeless(shape.subject) == [&] {
                       Subject term = timeless(gate.subject);
                       term.gate = shape.subject.gate;
                       return term;
                   }()) {
                track.opensFrom = edge.opensFrom;
                track.opensTo = edge.opensTo;
            }
        }
        if (track.opensFrom == track.opensTo)
            track.box.settled = track.opened;
        track.first = !m_motion.m_input.byHand ? firstOf(nearestNode(track.box.folded.center())) : 1;
        m_motion.m_gates.push_back(track);
    }
    for (size_t i = 0; i < m_folded.gates.size(); ++i)
        if (!used[i]) {
            UnfoldMotion::GateTrack track;
            track.gate = m_folded.gates[i];
            track.box = {boxOf(track.gate.disc), mapped(boxOf(track.gate.disc))};
            track.opened = track.box.settled;
            track.unrolled = false;
            m_motion.m_gates.push_back(track);
        }
}

/// The step of the copy that an unrolled label stands at.
int MotionMatcher::ownerOf(const LabelShape &label) const
{
    if (label.subject.step > 0)
        return label.subject.step;
    int step = m_motion.m_input.steps;
    double nearest = 1e300;
    for (const EdgeShape &edge : m_unrolled.edges) {
        if (edge.parameter != label.text && edge.crosses != label.text)
            continue;
        for (const Curve &piece : piecesOf(edge))
            if (const double d = Polyline(piece).distanceTo(label.box.center()); d < nearest) {
                nearest = d;
                step = std::clamp(std::max(edge.from, edge.to), 1, m_motion.m_input.steps);
            }
    }
    return step;
}

/// Whether a folded label covers nothing at step 1.
bool MotionMatcher::hasRoom(const UnfoldMotion::LabelTrack &label, const QRectF &box) const
{
    const QRectF core = box.adjusted(2, 2, -2, -2);
    for (const auto &settled : m_settled)
        if (settled && settled->intersects(core))
            return false;
    for (const UnfoldMotion::GateTrack &gate : m_motion.m_gates)
        if (gate.box.settled.intersects(core))
            return false;
    for (const UnfoldMotion::EdgeTrack &edge : m_motion.m_edges)
        if (edge.before < 0)
            for (const Curve &piece : (edge.opensFrom == edge.opensTo ? edge.opened : edge.settled).pieces())
                if (Polyline(piece).touches(core))
                    return false;
    return std::none_of(
        m_motion.m_foldedLabels.begin(), m_motion.m_foldedLabels.end(), [&](const UnfoldMotion::LabelTrack &other) {
            QRectF taken(QPointF(), other.label.box.size() * m_motion.letterShrink());
            taken.moveCenter(other.settled);
            return other.stays && other.first == label.first && taken.intersects(core);
        });
}

void MotionMatcher::matchLabels()
{
    for (const LabelShape &label : m_folded.labels) {
        const int node = nearestNode(label.box.center());
        UnfoldMotion::LabelTrack track{label, mapped(label.box.center()), 1, lastOf(node), true, 0};
        track.first = !m_motion.m_input.byHand ? firstOf(node) : 1;
        QRectF box(QPointF(), label.box.size() * m_motion.letterShrink());
        box.moveCenter(track.settled);
        track.stays = label.kind != LabelShape::Kind::Note && hasRoom(track, box);
        m_motion.m_foldedLabels.push_back(track);
    }
    for (const LabelShape &label : m_unrolled.labels)
        m_motion.m_unrolledLabels.push_back({label, {}, 1, 1, true, ownerOf(label)});
}

} // namespace unfold
