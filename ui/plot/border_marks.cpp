#include "ui/plot/border_marks.h"

#include <algorithm>
#include <cmath>

namespace unfold {

std::vector<BeyondPoint> pointsBeyond(
    Border border, const std::vector<double> &values, const TimeWindow &window, const ShownDecades &shown)
{
    std::vector<BeyondPoint> points;
    const int first = std::max(1, static_cast<int>(std::ceil(window.from)));
    const int last = std::min(static_cast<int>(values.size()), static_cast<int>(std::floor(window.to)));
    for (int step = first; step <= last; ++step) {
        const double value = values[static_cast<size_t>(step - 1)];
        if (!std::isfinite(value) || value <= 0)
            continue;
        const double decade = std::log10(value);
        if (border == Border::Top ? decade > shown.high : decade < shown.low)
            points.push_back({step, value});
    }
    return points;
}

std::optional<BeyondPoint> farthest(Border border, const std::vector<BeyondPoint> &points)
{
    const auto less = [](const BeyondPoint &a, const BeyondPoint &b) { return a.value < b.value; };
    const auto found = border == Border::Top ? std::max_element(points.begin(), points.end(), less)
                                             : std::min_element(points.begin(), points.end(), less);
    return found == points.end() ? std::nullopt : std::optional(*found);
}

} // namespace unfold
