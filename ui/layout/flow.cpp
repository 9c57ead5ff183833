#include "ui/layout/flow.h"

#include <algorithm>

namespace unfold {
namespace {

/// Width of the items from `first` up to the next one that breaks at least as readily as `least`.
int widthUpTo(const std::vector<FlowItem> &items, size_t first, Break least, int gap)
{
    int width = items[first].size.width();
    for (size_t i = first + 1; i < items.size() && items[i].before < least; ++i)
        width += gap + items[i].size.width();
    return width;
}

/// Index of the first item of the next line.
size_t lineEnd(const std::vector<FlowItem> &items, size_t first, int width, int gap)
{
    int used = items[first].size.width();
    size_t i = first + 1;
    for (; i < items.size(); ++i) {
        const int group = widthUpTo(items, i, Break::Preferred, gap);
        const bool together = items[i].before == Break::Preferred && group <= width;
        const int needed = together ? group : widthUpTo(items, i, Break::Allowed, gap);
        if (items[i].before != Break::Never && used + gap + needed > width)
            break;
        used += gap + items[i].size.width();
    }
    return i;
}

} // namespace

Flow flow(const std::vector<FlowItem> &items, int width, int gap, int lineGap, int indent)
{
    Flow result;
    result.places.resize(items.size());
    for (size_t first = 0; first < items.size();) {
        const int left = first == 0 ? 0 : indent;
        const size_t end = lineEnd(items, first, width - left, gap);
        int above = 0;
        int below = 0;
        for (size_t i = first; i < end; ++i) {
            above = std::max(above, items[i].axis);
            below = std::max(below, items[i].size.height() - items[i].axis);
        }
        const int top = first == 0 ? 0 : result.height + lineGap;
        int x = left;
        for (size_t i = first; i < end; ++i) {
            result.places[i] = {x, top + above - items[i].axis};
            x += items[i].size.width() + gap;
        }
        result.height = top + above + below;
        first = end;
    }
    return result;
}

} // namespace unfold
