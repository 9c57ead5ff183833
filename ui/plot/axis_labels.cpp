#include "ui/plot/axis_labels.h"

#include <algorithm>
#include <cmath>

namespace unfold {

int stepStride(double pitch, double labelWidth)
{
    for (int base = 1;; base *= 10)
        for (const int factor : {1, 2, 5})
            if (base * factor * pitch >= labelWidth || base >= 1'000'000)
                return base * factor;
}

std::vector<AxisLabel> axisLabels(const TimeAxis &axis, int steps, int present, const std::function<double(int)> &width)
{
    const int first = std::max(1, static_cast<int>(std::ceil(axis.window.from)));
    const int last = std::min(steps, static_cast<int>(std::floor(axis.window.to)));
    const int stride = stepStride(axis.pitch(), width(last));
    std::vector<AxisLabel> labels;
    if (present >= first && present <= last)
        labels.push_back({present, axis.x(present), true});
    const auto add = [&](int step) {
        const double x = axis.x(step);
        const bool free = std::none_of(labels.begin(), labels.end(),
            [&](const AxisLabel &other) { return std::abs(other.x - x) < (width(step) + width(other.step)) / 2; });
        if (free && step != present)
            labels.push_back({step, x, false});
    };
    for (int step = (first + stride - 1) / stride * stride; step <= last; step += stride)
        add(step);
    if (first == 1)
        add(1);
    if (last == steps)
        add(steps);
    std::sort(labels.begin(), labels.end(), [](const AxisLabel &a, const AxisLabel &b) { return a.step < b.step; });
    return labels;
}

} // namespace unfold
