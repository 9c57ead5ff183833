#pragma once
// The unrolled graph over the visible part of the time axis: the plan of one step, repeated at every step that can be
// seen. Pure geometry: values in, shapes out. Cost: proportional to what is visible, whatever the length of the
// sequence.
#include "ui/diagram/unrolled/unrolled_plan.h"
#include "ui/document/time_window.h"

namespace unfold {

/// The name of a row, at the left edge, where the circles have no room for theirs.
struct RowName {
    ElementRef element;
    std::string name;
    QPointF left; ///< the middle of its left edge
    bool words = false; ///< of a block
};

struct UnrolledLayout {
    Detail detail = Detail::Full;
    int drawEvery = 1;
    StepRange visible; ///< the steps laid out
    double unit = 1;
    bool tooNarrow = false; ///< cells are to be opened and have no room
    std::vector<FrameShape> frames;
    std::vector<NodeShape> nodes;
    std::vector<EdgeShape> edges;
    std::vector<GateDot> gates;
    std::vector<LabelShape> labels;
    std::vector<RowName> rows;
    QRectF caption; ///< a strip at the top that no shape enters

    /// What lies at `point`; Kind::None between the shapes.
    ElementRef hit(QPointF point) const;
    /// The initial value at `point`; nullptr where there is none.
    const NodeShape *initialAt(QPointF point) const;
};

/// The step of an initial value as it is written at its symbol: "0", "−1", "18".
std::string initialStepText(int step);

/// input.pitch is ignored: it is the axis's.
UnrolledLayout layOutUnrolled(const PlanInput &input, const UnrolledPlan &plan, const TimeAxis &axis, double width);

} // namespace unfold
