#include "ui/scenes/motion/unfold_motion.h"

#include "ui/scenes/motion/motion_matcher.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double least = 0.02; ///< what is shown less than this is left out

QPointF mixed(QPointF a, QPointF b, double share)
{
    return (1 - share) * a + share * b;
}

QRectF mixed(const QRectF &a, const QRectF &b, double share)
{
    return {mixed(a.topLeft(), b.topLeft(), share), mixed(a.bottomRight(), b.bottomRight(), share)};
}

} // namespace

UnfoldMotion::UnfoldMotion(MotionInput input)
    : m_input(std::move(input))
{
    MotionMatcher(*this).run();
}

MotionFrame UnfoldMotion::at(double phase) const
{
    phase = std::clamp(phase, 0.0, 1.0);
    MotionFrame frame;
    addFrames(phase, frame);
    addEdges(phase, frame);
    addGates(phase, frame);
    addNodes(phase, frame);
    addLabels(phase, frame);
    frame.rows = m_time.named(m_input.steps, phase);
    return frame;
}

double UnfoldMotion::px(int step, int first, double phase) const
{
    double steps = m_time.shift(step, phase);
    for (const int ahead : m_ahead)
        if (ahead <= first)
            steps += m_time.settled(phase) * (1 - m_time.arrived(ahead, phase));
    return steps * m_input.axis.pitch();
}

double UnfoldMotion::letterShrink() const
{
    return std::clamp(m_shrink, 0.75, 1.0);
}

double UnfoldMotion::opened(int from, int to, double phase) const
{
    return from == to ? m_time.settled(phase) : m_time.opened(from, to, phase);
}

QRectF UnfoldMotion::boxOf(const Still &still, int step, int first, double phase) const
{
    return mixed(still.folded, still.settled, m_time.settled(phase)).translated(px(step, first, phase), 0);
}

void UnfoldMotion::addFrames(double phase, MotionFrame &frame) const
{
    const size_t cells = m_input.folded.frames.size();
    for (size_t i = 0; i < m_frames.size(); ++i) {
        const int step = cells > 0 ? static_cast<int>(i / cells) + 1 : 1;
        if (step > 1 && px(step, 1, phase) == px(step - 1, 1, phase))
            continue; // walks with the one before
        FrameShape shape;
        shape.box = boxOf(m_frames[i], step, 1, phase);
        if (cells > 0 && step == 1 && m_time.settled(phase) < 1) {
            const FrameShape &folded = m_input.folded.frames[i % cells];
            shape.name = folded.name;
            shape.label = folded.label.isNull()
                ? folded.label
                : folded.label.translated(shape.box.bottomRight() - folded.box.bottomRight());
        }
        frame.frames.push_back({shape, step, m_time.settled(phase)});
    }
}

// -- nodes
// -------------------------------------------------------------------------------------------------------------

QRectF UnfoldMotion::boxOf(const NodeTrack &track, double phase) const
{
    const NodeShape &node = m_input.unrolled.nodes[track.unrolled];
    if (node.kind != NodeShape::Kind::Initial)
        return boxOf(track.box, node.element.step, track.first, phase);
    const int beyond = node.step < 1 ? 0 : m_input.steps + 1;
    const double out = m_time.arrived(std::max(1, beyond), phase);
    return mixed(boxOf(track.box, beyond, track.first, phase), node.box(), out);
}

/// Whether the copy at the step before is drawn just the same.
bool UnfoldMotion::doubled(const NodeTrack &track, double phase) const
{
    if (track.before < 0)
        return false;
    const int step = m_input.unrolled.nodes[track.unrolled].element.step;
    const int before = m_input.unrolled.nodes[m_nodes[static_cast<size_t>(track.before)].unrolled].element.step;
    return px(step, track.first, phase) == px(before, track.first, phase);
}

void UnfoldMotion::addNodes(double phase, MotionFrame &frame) const
{
    for (const NodeTrack &track : m_nodes) {
        if (doubled(track, phase))
            continue;
        MovingNode moving;
        moving.shape = m_input.unrolled.nodes[track.unrolled];
        const bool initial = moving.shape.kind == NodeShape::Kind::Initial;
        const QRectF box = boxOf(track, phase);
        moving.shape.disc = {box.center(), box.width() / 2};
        if (moving.shape.isBlock()) {
            moving.shape.block = box.size();
            const double radius = moving.shape.disc.radius;
            moving.shape.disc.radius = std::min(radius, box.height() / 2);
            if (m_time.settled(phase) < 1 && !track.named.isNull())
                moving.shape.named = mixed(track.named, track.box.settled, m_time.settled(phase));
        }
        moving.named = m_time.named(std::clamp(moving.shape.element.step, 1, m_input.steps), phase);
        if (initial)
            moving.shown = m_time.arrived(moving.shape.step < 1 ? 1 : m_input.steps + 1, phase);
        else if (track.folded < 0)
            moving.shown = m_time.settled(phase);
        if (moving.shown > least)
            frame.nodes.push_back(std::move(moving));
    }
}

// -- arrows
// ------------------------------------------------------------------------------------------------------------

bool UnfoldMotion::doubled(const EdgeTrack &track, double phase) const
{
    if (track.before < 0)
        return false;
    const EdgeTrack &before = m_edges[static_cast<size_t>(track.before)];
    return px(track.from, track.firstFrom, phase) == px(before.from, before.firstFrom, phase)
        && px(track.to, track.firstTo, phase) == px(before.to, before.firstTo, phase)
        && opened(track.opensFrom, track.opensTo, phase) == opened(before.opensFrom, before.opensTo, phase);
}

/// An end of an arrow as far from the middle of its circle as it should be.
QPointF UnfoldMotion::kept(const Anchor &anchor, QPointF end, double phase, double share) const
{
    if (anchor.node < 0)
        return end;
    const QPointF middle = boxOf(m_nodes[static_cast<size_t>(anchor.node)], phase).center();
    const double wanted = (1 - share) * anchor.folded + share * anchor.unrolled;
    const double is = distance(end, middle);
    return middle + (end - middle) * (wanted / std::max(is, 0.3 * wanted));
}

MotionPath UnfoldMotion::pathOf(const EdgeTrack &track, double phase) const
{
    const double settled = m_time.settled(phase);
    const bool opens = track.opensFrom != track.opensTo;
    const double open = opens ? opened(track.opensFrom, track.opensTo, phase) : settled;
    MotionPath path = opens ? mixed(mixed(track.folded, track.settled, settled), track.opened, open)
                            : mixed(track.folded, track.opened, settled);
    path = path.dragged({px(track.from, track.firstFrom, phase), 0}, {px(track.to, track.firstTo, phase), 0});
    const double shrunk = opens ? std::max(settled, open) : settled;
    const QPointF start = kept(track.start, path.points.front(), phase, shrunk);
    const QPointF end = kept(track.end, path.points.back(), phase, shrunk);
    return path.dragged(start - path.points.front(), end - path.points.back());
}

void UnfoldMotion::addEdges(double phase, MotionFrame &frame) const
{
    for (const EdgeTrack &track : m_edges)
        if (!doubled(track, phase))
            addEdge(track, phase, frame);
}

void UnfoldMotion::addEdge(const EdgeTrack &track, double phase, MotionFrame &frame) const
{
    const double open = opened(track.opensFrom, track.opensTo, phase);
    const MotionPath path = pathOf(track, phase);
    std::vector<Curve> pieces = path.pieces();
    MovingEdge moving;
    moving.shape = m_input.unrolled.edges[track.unrolled];
    moving.shape.number = {};
    moving.parameterBefore = moving.shape.parameter;
    if (track.ownTail && open < 1) {
        MovingEdge tail = moving;
        tail.shape.lead.assign(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(track.tailPieces) - 1);
        tail.shape.curve = pieces[track.tailPieces - 1];
        tail.shape.head = false;
        tail.parameterBefore = track.parameterBefore;
        tail.unrolled = open;
        frame.edges.push_back(std::move(tail));
        pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(track.tailPieces));
    }
    moving.shape.curve = pieces.back();
    pieces.pop_back();
    moving.shape.lead = std::move(pieces);
    frame.edges.push_back(std::move(moving));
    addSquare(track, path, phase, frame);
}

/// It shrinks into its arrow while that opens.
void UnfoldMotion::addSquare(const EdgeTrack &track, const MotionPath &path, double phase, MotionFrame &frame) const
{
    if (track.square < 0)
        return;
    MovingSquare moving{m_input.folded.squares[static_cast<size_t>(track.square)], std::max(track.from, track.to)};
    const double open = opened(track.opensFrom, track.opensTo, phase);
    const double smallest = std::clamp(m_shrink, 0.6, 1.0);
    const double factor = (1 - open) * (1 + (smallest - 1) * m_time.settled(phase));
    const QSizeF size = moving.square.box.size() * factor;
    if (size.width() < 0.5)
        return;
    moving.square.box = QRectF(QPointF(0, 0), size);
    moving.square.box.moveCenter(path.points[track.squareAt]);
    frame.squares.push_back(std::move(moving));
}

// -- ⊙, + and labels
// ---------------------------------------------------------------------------------------------------

void UnfoldMotion::addGates(double phase, MotionFrame &frame) const
{
    for (const GateTrack &track : m_gates) {
        const double open = opened(track.opensFrom, track.opensTo, phase);
        if (track.before >= 0) {
            const GateTrack &before = m_gates[static_cast<size_t>(track.before)];
            if (px(before.step, before.first, phase) == px(track.step, track.first, phase)
                && opened(before.opensFrom, before.opensTo, phase) == open)
                continue;
        }
        const QRectF closed = mixed(track.box.folded, track.box.settled, m_time.settled(phase));
        const QRectF box = (track.opensFrom == track.opensTo ? closed : mixed(closed, track.opened, open))
                               .translated(px(track.step, track.first, phase), 0);
        MovingGate moving{track.gate, track.step, 1};
        moving.gate.disc = {box.center(), box.width() / 2};
        if (!track.unrolled)
            moving.shown = 1 - m_time.settled(phase);
        else if (!track.folded)
            moving.shown = m_time.settled(phase);
        if (moving.shown > least)
            frame.gates.push_back(moving);
    }
}

void UnfoldMotion::addLabels(double phase, MotionFrame &frame) const
{
    const double settled = m_time.settled(phase);
    for (const LabelTrack &track : m_foldedLabels) {
        MovingLabel moving{track.label, m_input.folded.letterFactor, false, 1 - m_time.named(track.last, phase)};
        if (!track.stays)
            moving.shown = 1 - eased(2 * settled);
        const QPointF walked(px(track.last, track.first, phase), 0);
        moving.factor *= 1 + (letterShrink() - 1) * settled;
        moving.label.box.moveCenter(mixed(track.label.box.center(), track.settled, settled) + walked);
        if (moving.shown > least)
            frame.labels.push_back(std::move(moving));
    }
    for (const LabelTrack &track : m_unrolledLabels) {
        const double shown = m_time.named(track.step, phase);
        if (shown > least)
            frame.labels.push_back({track.label, 0.8, true, shown});
    }
}

} // namespace unfold
