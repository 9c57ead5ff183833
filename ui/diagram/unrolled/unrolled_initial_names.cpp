// The names of the initial values, h(0) and g(T + 1), beside their circles in the margins of the unrolled graph.
#include "ui/diagram/shared/label_place.h"
#include "ui/diagram/unrolled/unrolled_layouter.h"

#include <algorithm>
#include <string>

namespace unfold {
namespace {

constexpr double reach = 90; ///< px from the first and the last step within which a name may lie

constexpr double textFactor = 0.85; ///< a step is smaller as a superscript than in a note

/// Outwards first, where nothing comes from; then above, below and the rest; within the width of the view.
std::vector<QPointF> centresOutwards(const Disc &disc, QSizeF size, double gap, int side, const QRectF &bounds)
{
    const QPointF outwards(side * (disc.radius + gap + size.width() / 2), 0);
    std::vector<QPointF> centres{disc.centre + outwards};
    for (const double extra : {0.0, 4.0, 8.0, 12.0})
        for (const int vertical : {-1, 1})
            for (const double aside : {0.0, 0.5, 1.0})
                centres.push_back(disc.centre + aside * outwards
                    + QPointF(0, vertical * (disc.radius + gap + extra + size.height() / 2)));
    for (QPointF &centre : centres)
        centre.setX(std::clamp(centre.x(), bounds.left() + size.width() / 2, bounds.right() - size.width() / 2));
    return centres;
}

} // namespace

std::string initialStepText(int step)
{
    return step < 0 ? "−" + std::to_string(-step) : std::to_string(step);
}

/// What the names keep clear of: all that is drawn near a margin.
LabelSurroundings UnrolledLayouter::aroundInitials() const
{
    LabelSurroundings around;
    around.bounds
        = QRectF(0, m_plan.captionHeight, m_width, m_plan.stepLabelTop - m_plan.captionHeight).adjusted(1, 0, -1, 0);
    const auto near = [this](int step) {
        return std::min(shiftOf(step) - shiftOf(1), shiftOf(m_input.steps) - shiftOf(step)) <= reach * m_plan.unit;
    };
    for (const NodeShape &node : m_layout.nodes) {
        if (node.isBlock())
            around.boxes.push_back(node.box());
        else if (node.kind == NodeShape::Kind::Initial || near(node.element.step))
            around.discs.push_back(node.disc);
    }
    for (const FrameShape &frame : m_layout.frames)
        around.boxes.push_back(frame.box);
    for (const EdgeShape &edge : m_layout.edges) {
        if (!near(edge.to) && !near(edge.from))
            continue;
        around.wires.emplace_back(edge.curve);
        for (const Curve &piece : edge.lead)
            around.wires.emplace_back(piece);
    }
    for (const LabelShape &label : m_layout.labels)
        around.boxes.push_back(label.box);
    for (const RowName &row : m_layout.rows) {
        const QSizeF size = m_input.fonts.note(row.name);
        around.boxes.emplace_back(row.left - QPointF(0, size.height() / 2), size);
    }
    return around;
}

void UnrolledLayouter::addInitialNames()
{
    if (m_initials.empty())
        return;
    LabelSurroundings around = aroundInitials();
    for (NodeShape &node : m_layout.nodes) {
        if (node.kind != NodeShape::Kind::Initial)
            continue;
        QSizeF size = m_input.fonts.note(node.name + "(" + initialStepText(node.step) + ")");
        size.setWidth(textFactor * size.width() + m_plan.unit);
        const PlacedLabel placed = placeLabel(
            size, centresOutwards(node.disc, size, 2 * m_plan.unit, node.step < 1 ? -1 : 1, around.bounds), around);
        if (!placed.clear())
            continue;
        node.named = placed.box;
        around.boxes.push_back(placed.box);
    }
}

} // namespace unfold
