#pragma once
// Things of different height in lines, as words in a paragraph: pure geometry.
#include <QPoint>
#include <QSize>

#include <vector>

namespace unfold {

/// Whether a line may begin with an item.
enum class Break {
    Never, ///< it stays with the one before
    Allowed, ///< where its group is wider than the line
    Preferred, ///< it starts a group, which stays together where it can
};

struct FlowItem {
    QSize size;
    int axis = 0; ///< from its top: the height at which it stands on the line's common axis
    Break before = Break::Preferred;
};

struct Flow {
    std::vector<QPoint> places; ///< top left of every item
    int height = 0;
};

/// indent: of every line but the first.
Flow flow(const std::vector<FlowItem> &items, int width, int gap, int lineGap, int indent = 0);

} // namespace unfold
