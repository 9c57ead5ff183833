#pragma once
// One step of the unrolled graph. All steps look alike, so the rows, the circles and the way of every arrow are found
// once and repeated: this is what keeps a thousand steps cheap. Pure geometry.
#include "ui/diagram/shared/hand_drawing.h"
#include "ui/diagram/shared/shapes.h"

#include <vector>

namespace unfold {

/// How much is drawn, by px per step.
enum class Detail {
    Full, ///< circles with their names inside
    Thinned, ///< circles, some of them with a name beside
    Dots,
    Bands, ///< dots at some of the steps
};

/// What the plan depends on. Equal inputs give equal plans.
struct PlanInput {
    Circuit circuit;
    int steps = 1;
    std::optional<LossPlace> loss;
    bool stepLabels = false; ///< room for the data's own names of the steps
    double pitch = 48; ///< px per step
    double height = 290; ///< px
    DiagramFonts fonts;
    bool opened = false; ///< whether cells show their gates, where a step has room for them
};

/// A circle or a block, relative to the x of its step.
struct PlannedNode {
    Disc disc;
    QRectF name; ///< room for its name beside it; null: none
    bool inside = false; ///< its name fits inside
    QSizeF block = {}; ///< null: a circle
};

/// An arrow into a node, relative to the x of the target's step.
struct PlannedEdge {
    int node = -1; ///< of the circuit; −1: into L
    int term = -1;
    bool gate = false;
    int source = -1; ///< of the circuit; −1: from y
    int delay = 0;
    Curve curve;
    QRectF number; ///< room for a number above it; null: none
    QRectF letter; ///< room for its parameter's letter; null: none
    std::optional<Disc> dot; ///< ⊙ on it, where its gate is multiplied in

    // Along lines drawn by hand:
    std::vector<InputRef> readers = {}; ///< of the drawing by hand; several: their common line
    std::vector<Curve> lead = {}; ///< the pieces before `curve`
    bool head = true;
    bool toNode = false; ///< from the + to its node
    bool outer = true; ///< comes from another step, where it has a delay; false: begins on a line that does
    QPointF comesIn = {}; ///< where it enters the step of its target
    std::string crosses = {}; ///< what a line between blocks carries
    int value = -1; ///< and the node of the circuit that it is

    const Curve &longestPiece() const;
};

struct UnrolledPlan {
    Detail detail = Detail::Full;
    int drawEvery = 1; ///< steps between two that are drawn
    int nameEvery = 1; ///< steps between two that are named
    double pitch = 48;
    double unit = 1;
    double widthFactor = 1; ///< arrows get thinner where circles are small
    std::optional<HandDrawing>
        handDrawing; ///< where lines are drawn by hand or cells closed; edges then speak of its nodes
    bool tooNarrow = false; ///< cells are to be opened and have no room
    std::vector<PlannedNode> nodes; ///< the circuit's or the drawing's, then L and y where there is a loss
    std::vector<Disc> sums; ///< + of opened cells
    std::vector<QRectF> frames; ///< of opened cells
    std::vector<PlannedEdge> edges;
    double captionHeight = 0; ///< a strip at the top that no shape enters
    double stepLabelTop = 0; ///< y of the strip of step labels

    const PlannedEdge *edgeOf(int node, int term, bool gate) const;
    /// What an arrow is named by: its parameter, or what crosses the border of a block; empty: nothing.
    LabelShape letterOf(const PlannedEdge &edge, const Circuit &circuit) const;
};

UnrolledPlan planUnrolled(const PlanInput &input);

/// The same plan with its labels placed anew; arrows and circles stay.
UnrolledPlan withLabels(const PlanInput &input, const UnrolledPlan &plan);

/// 1, 2, 5, 10, 20, 50 … : the smallest that is ≥ `least` and a multiple of `of`.
int roundStride(double least, int of = 1);

} // namespace unfold
