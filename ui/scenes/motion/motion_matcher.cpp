#include "ui/scenes/motion/motion_matcher.h"

#include "ui/scenes/motion/motion_shapes.h"

#include <algorithm>
#include <cmath>

namespace unfold {
using namespace motion;
namespace {

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
        const bool same = folded.element == timeless(node.element) && (initial || folded.kind == node.kind);
        if (same || (initial && folded.standsFor(node.element)))
            track.folded = static_cast<int>(i);
    }
    track.box.settled = node.box().translated(-px(node.element.step), 0);
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
    m_motion.m_nodes.push_back(track);
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
            return m_unrolled.nodes[track.unrolled].element.step;
    return 1;
}

int MotionMatcher::lastOf(int folded) const
{
    int last = 1;
    for (const UnfoldMotion::NodeTrack &track : m_motion.m_nodes)
        if (track.folded == folded)
            last = std::max(last, m_unrolled.nodes[track.unrolled].element.step);
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

} // namespace unfold
