#pragma once
// Things of different height in lines, as words in a paragraph: pure geometry.
#include <QPoint>
#include <QSize>

#include <vector>

namespace unfold {

struct FlowItem {
    QSize size;
    int axis = 0; ///< from its top: the height at which it stands on the line's common axis
    bool startsGroup = true; ///< a line breaks here first; within a group only where the group is wider than the line
};

struct Flow {
    std::vector<QPoint> places; ///< top left of every item
    int height = 0;
};

/// indent: of every line but the first.
Flow flow(const std::vector<FlowItem> &items, int width, int gap, int lineGap, int indent = 0);

} // namespace unfold
