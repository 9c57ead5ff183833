#pragma once
// The way from the folded drawing of a circuit to its unrolled graph, as one motion. Pure geometry: both drawings go
// in, and at every phase in 0 … 1 shapes come out that lie between them: at 0 those of the folded drawing, at 1 those
// of the unrolled one. Nothing in it knows a circuit: what belongs together is found by what the shapes stand for.
#include "ui/diagram/folded/folded_layout.h"
#include "ui/diagram/unrolled/unrolled_layout.h"
#include "ui/scenes/motion/motion_path.h"
#include "ui/scenes/motion/motion_time.h"

namespace unfold {

struct MovingNode {
    NodeShape shape; ///< at its step
    double named = 0; ///< 0: as in the folded drawing; 1: with its step
    double shown = 1; ///< 0 … 1, as all `shown`
};

struct MovingEdge {
    EdgeShape shape;
    std::string parameterBefore; ///< decides its colour in the folded drawing
    double unrolled = 1; ///< 0: has that colour; 1: its own
    double shown = 1;
};

struct MovingSquare {
    DelaySquare square;
    int step = 1; ///< the later one of those that its arrow will join
};

struct MovingGate {
    GateDot gate;
    int step = 1;
    double shown = 1;
};

struct MovingFrame {
    FrameShape frame;
    int step = 1;
    double named = 0; ///< 0: with its name
};

struct MovingLabel {
    LabelShape label;
    double factor = 1; ///< of the usual size of letters
    bool ofUnrolled = false;
    double shown = 1;
};

/// Both drawings between which it moves, at one phase.
struct MotionFrame {
    std::vector<MovingFrame> frames;
    std::vector<MovingNode> nodes; ///< the last on top
    std::vector<MovingEdge> edges;
    std::vector<MovingSquare> squares;
    std::vector<MovingGate> gates;
    std::vector<MovingLabel> labels;
    double rows = 0; ///< how far the names of rows are there
};

/// The drawings. The unrolled one shows every step 1 … steps of its own sequence, which may be shorter than the
/// circuit's.
struct MotionInput {
    FoldedLayout folded;
    UnrolledLayout unrolled;
    TimeAxis axis; ///< of the unrolled drawing
    int steps = 1;
    bool byHand = false; ///< both follow one drawing by hand: nothing but lines between steps changes its form
};

class UnfoldMotion
{
public:
    UnfoldMotion() = default;
    explicit UnfoldMotion(MotionInput input);

    const MotionInput &input() const { return m_input; }
    const MotionTime &time() const { return m_time; }
    MotionFrame at(double phase) const;
    /// How many shapes of the unrolled drawing have none in the folded one that they could come from.
    int unmatched() const { return m_unmatched; }

private:
    friend class MotionMatcher;

    /// What moves as one with its step: from a place in the folded drawing to one at step 1, then along the axis.
    struct Still {
        QRectF folded;
        QRectF settled; ///< at step 1
    };
    struct NodeTrack {
        size_t unrolled = 0; ///< index of its shape
        int folded = -1; ///< index; −1: none
        Still box;
        QRectF named; ///< of a block in the folded drawing, where its name stands
        int first = 1; ///< the first step at which it exists
        int before = -1; ///< the track of the copy at the step before; −1: the first
    };
    /// An end of an arrow that stays on the border of a circle: the circle's track; −1: free.
    struct Anchor {
        int node = -1;
        double folded = 0; ///< px from the middle
        double unrolled = 0;
    };
    struct EdgeTrack {
        size_t unrolled = 0;
        MotionPath folded; ///< as drawn
        MotionPath settled; ///< at step 1, closed as in the folded drawing
        MotionPath opened; ///< as unrolled, but with both ends at step 1
        size_t tailPieces = 0; ///< of those before the last arrow
        int square = -1; ///< index in the folded drawing
        size_t squareAt = 0; ///< index of a point
        std::string parameterBefore;
        bool ownTail = false; ///< the tail has a colour of its own while it is folded
        int from = 1, to = 1; ///< steps its ends move with, 0 … T + 1
        int firstFrom = 1, firstTo = 1; ///< the first steps of what it begins and ends at
        int opensFrom = 1, opensTo = 1; ///< steps that part while it opens; equal: it does not
        Anchor start, end;
        int before = -1;
    };
    struct GateTrack {
        GateDot gate; ///< as unrolled, or as folded where it is there alone
        Still box; ///< closed
        QRectF opened; ///< as unrolled, at step 1
        int opensFrom = 1, opensTo = 1;
        int step = 1;
        int first = 1;
        bool folded = true; ///< is there
        bool unrolled = true;
        int before = -1;
    };
    struct LabelTrack {
        LabelShape label;
        QPointF settled; ///< of a folded label: its middle at step 1
        int first = 1, last = 1; ///< of a folded label: the steps between which what it stands at exists
        bool stays = true; ///< of a folded label: has room at step 1
        int step = 0; ///< of an unrolled one: the copy that it belongs to
    };

    /// From step 1 to where the copy stands, of what exists from step `first` on.
    double px(int step, int first, double phase) const;
    QRectF boxOf(const Still &still, int step, int first, double phase) const;
    QRectF boxOf(const NodeTrack &track, double phase) const;
    bool doubled(const NodeTrack &track, double phase) const;
    bool doubled(const EdgeTrack &track, double phase) const;
    double letterShrink() const; ///< how much smaller folded letters are at step 1
    double opened(int from, int to, double phase) const;
    void addFrames(double phase, MotionFrame &frame) const;
    void addNodes(double phase, MotionFrame &frame) const;
    void addEdges(double phase, MotionFrame &frame) const;
    void addEdge(const EdgeTrack &track, double phase, MotionFrame &frame) const;
    void addSquare(const EdgeTrack &track, const MotionPath &path, double phase, MotionFrame &frame) const;
    MotionPath pathOf(const EdgeTrack &track, double phase) const;
    QPointF kept(const Anchor &anchor, QPointF end, double phase, double share) const;
    void addGates(double phase, MotionFrame &frame) const;
    void addLabels(double phase, MotionFrame &frame) const;

    MotionInput m_input;
    MotionTime m_time;
    double m_shrink = 1; ///< radius of a circle in the unrolled drawing, by that in the folded one
    std::vector<int>
        m_ahead; ///< what exists from these steps on walks one step ahead until then: there is no room for it
    std::vector<Still> m_frames; ///< per frame of the unrolled drawing
    std::vector<NodeTrack> m_nodes;
    std::vector<EdgeTrack> m_edges;
    std::vector<GateTrack> m_gates;
    std::vector<LabelTrack> m_foldedLabels;
    std::vector<LabelTrack> m_unrolledLabels;
    int m_unmatched = 0;
};

} // namespace unfold
