#include "ui/scenes/motion/motion_matcher.h"

#include "ui/scenes/motion/motion_shapes.h"

#include <algorithm>

namespace unfold {
using namespace motion;
namespace {

QRectF boxOf(const Disc &disc)
{
    return {disc.centre - QPointF(disc.radius, disc.radius), QSizeF(2 * disc.radius, 2 * disc.radius)};
}

/// Whether they are the same at two steps.
bool standsFor(const GateDot &a, const GateDot &b)
{
    return timeless(a.element) == timeless(b.element) && a.sum == b.sum;
}

} // namespace

void MotionMatcher::matchGates()
{
    for (const GateDot &gate : m_unrolled.gates)
        matchGate(gate);
    for (const GateDot &gate : m_folded.gates)
        if (std::none_of(m_unrolled.gates.begin(), m_unrolled.gates.end(),
                [&](const GateDot &other) { return standsFor(gate, other); })) {
            UnfoldMotion::GateTrack track;
            track.gate = gate;
            track.box = {boxOf(gate.disc), mapped(boxOf(gate.disc))};
            track.opened = track.box.settled;
            track.unrolled = false;
            m_motion.m_gates.push_back(track);
        }
}

void MotionMatcher::matchGate(const GateDot &gate)
{
    UnfoldMotion::GateTrack track;
    track.gate = gate;
    track.step = gate.element.step;
    track.opened = boxOf(gate.disc).translated(-px(track.step), 0);
    track.box = {track.opened, track.opened};
    track.opensFrom = track.opensTo = track.step;
    const auto folded = std::find_if(
        m_folded.gates.begin(), m_folded.gates.end(), [&](const GateDot &other) { return standsFor(other, gate); });
    track.folded = folded != m_folded.gates.end();
    if (track.folded)
        track.box = {boxOf(folded->disc), mapped(boxOf(folded->disc))};
    for (size_t i = 0; i < m_motion.m_gates.size(); ++i)
        if (standsFor(m_motion.m_gates[i].gate, gate))
            track.before = static_cast<int>(i);
    if (const UnfoldMotion::EdgeTrack *edge = opensWith(gate)) {
        track.opensFrom = edge->opensFrom;
        track.opensTo = edge->opensTo;
    } else {
        track.box.settled = track.opened;
    }
    track.first = m_motion.m_input.byHand ? 1 : firstOf(nearestNode(track.box.folded.center()));
    m_motion.m_gates.push_back(track);
}

/// The arrow between steps that the ⊙ stands on; nullptr: it stands within its step.
const UnfoldMotion::EdgeTrack *MotionMatcher::opensWith(const GateDot &gate) const
{
    if (gate.sum || m_motion.m_input.byHand)
        return nullptr;
    for (const UnfoldMotion::EdgeTrack &track : m_motion.m_edges) {
        const EdgeShape &edge = m_unrolled.edges[track.unrolled];
        ElementRef term = gate.element;
        term.gate = edge.element.gate;
        if (!edge.within && edge.element == term && track.opensFrom != track.opensTo)
            return &track;
    }
    return nullptr;
}

/// The step of the copy that an unrolled label stands at.
int MotionMatcher::ownerOf(const LabelShape &label) const
{
    if (label.element.step > 0)
        return label.element.step;
    int step = m_motion.m_input.steps;
    double nearest = 1e300;
    for (const EdgeShape &edge : m_unrolled.edges) {
        const bool letter = label.kind == LabelShape::Kind::Parameter && edge.parameter == label.element.parameter;
        if (!letter && (label.kind == LabelShape::Kind::Parameter || edge.crosses.empty()))
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
