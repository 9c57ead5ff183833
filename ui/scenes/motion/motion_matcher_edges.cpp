#include "ui/scenes/motion/motion_matcher.h"

#include "ui/scenes/motion/motion_shapes.h"

#include <algorithm>
#include <cmath>

namespace unfold {
using namespace motion;
namespace {

constexpr double onBorder = 1.5; ///< px

bool contains(const std::vector<ElementRef> &all, const ElementRef &one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

/// Index of the folded arrow that stands for the same; −1: none. Of several that are alike the one in the same order.
int MotionMatcher::foldedFor(const EdgeShape &edge) const
{
    const std::vector<ElementRef> carries = timeless(edge.carries);
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
    anchor(track);
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
        return other.to == edge.to && other.element.kind == ElementRef::Kind::Edge
            && other.element.node == edge.element.node && other.element.term == edge.element.term;
    };
    if (m_motion.m_input.byHand || edge.element.kind != ElementRef::Kind::Edge || edge.within != (edge.from == edge.to))
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
    cutPaths(std::move(tail), std::move(tip), edge, track);
    findSquare(track);
}

void MotionMatcher::cutPaths(
    std::vector<Curve> tail, std::vector<Curve> tip, const EdgeShape &edge, UnfoldMotion::EdgeTrack &track)
{
    std::vector<Curve> tailTo = edge.lead;
    std::vector<Curve> tipTo{edge.curve};
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
}

/// The point of the path that the delay square stands on.
void MotionMatcher::findSquare(UnfoldMotion::EdgeTrack &track) const
{
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
        if (track.folded < 0 || to.isBlock() || to.kind == NodeShape::Kind::Initial || to.element.step != step)
            continue;
        const Disc &from = m_folded.nodes[static_cast<size_t>(track.folded)].disc;
        const double before = distance(folded, from.centre);
        const double after = distance(unrolled, to.disc.centre);
        if (std::abs(before - from.radius) < onBorder && std::abs(after - to.disc.radius) < onBorder)
            return {static_cast<int>(i), before, after};
    }
    return {};
}

void MotionMatcher::anchor(UnfoldMotion::EdgeTrack &track) const
{
    track.start = anchorAt(track.folded.points.front(), track.opened.points.front(), track.from);
    track.end = anchorAt(track.folded.points.back(), track.opened.points.back(), track.to);
}

} // namespace unfold
