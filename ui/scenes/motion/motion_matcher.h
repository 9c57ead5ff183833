#pragma once
// Finds, for every shape of the unrolled drawing, the shape of the folded one that it comes from, and where that stands
// once the circuit has settled at step 1.
#include "ui/scenes/motion/unfold_motion.h"

#include <optional>

namespace unfold {

class MotionMatcher
{
public:
    explicit MotionMatcher(UnfoldMotion &motion)
        : m_motion(motion)
        , m_folded(motion.m_input.folded)
        , m_unrolled(motion.m_input.unrolled)
    {
    }

    void run();

private:
    void findTime();
    void matchNodes();
    void matchNode(size_t index);
    void fit();
    void findAhead();
    int firstOf(int folded) const; ///< the first step at which a node of the folded drawing exists
    int lastOf(int folded) const;
    int nearestNode(QPointF folded) const; ///< index in the folded drawing
    void matchFrames();
    void matchEdges();
    void matchEdge(size_t index);
    static void cutPaths(
        std::vector<Curve> tail, std::vector<Curve> tip, const EdgeShape &edge, UnfoldMotion::EdgeTrack &track);
    void addPaths(const EdgeShape &edge, const EdgeShape &folded, UnfoldMotion::EdgeTrack &track);
    int foldedFor(const EdgeShape &edge) const;
    int trunkFor(const EdgeShape &edge) const;
    int squareOf(const EdgeShape &edge) const;
    void setOpening(const EdgeShape &edge, UnfoldMotion::EdgeTrack &track) const;
    void settle(UnfoldMotion::EdgeTrack &track) const;
    void anchor(UnfoldMotion::EdgeTrack &track) const;
    void findSquare(UnfoldMotion::EdgeTrack &track) const;
    UnfoldMotion::Anchor anchorAt(QPointF folded, QPointF unrolled, int step) const;
    std::optional<QPointF> settledBorder(QPointF point) const;
    void matchGates();
    void matchGate(const GateDot &gate);
    const UnfoldMotion::EdgeTrack *opensWith(const GateDot &gate) const;
    void matchLabels();
    int ownerOf(const LabelShape &label) const;
    bool hasRoom(const UnfoldMotion::LabelTrack &label, const QRectF &box) const;

    QPointF mapped(QPointF point) const;
    QRectF mapped(const QRectF &box) const;
    double px(int step) const; ///< from step 1 to `step`, cut to 1 … T, in the unrolled drawing

    UnfoldMotion &m_motion;
    const FoldedLayout &m_folded;
    const UnrolledLayout &m_unrolled;
    std::vector<std::optional<QRectF>> m_settled; ///< per folded node: its box at step 1
    QPointF m_scale{1, 1}; ///< from the folded drawing to step 1 of the unrolled one
    QPointF m_offset;
};

} // namespace unfold
