#pragma once
// Which step numbers stand on the time axis: as many as fit without touching, at round steps, the present step always.
#include "ui/document/time_window.h"

#include <functional>
#include <vector>

namespace unfold {

struct AxisLabel {
    int step = 0;
    double x = 0; ///< middle
    bool present = false;
    bool operator==(const AxisLabel &) const = default;
};

/// Steps between two numbers: 1, 2, 5, 10, …
int stepStride(double pitch, double labelWidth);

/// `width` gives the pixels a number takes, its air included.
std::vector<AxisLabel> axisLabels(
    const TimeAxis &axis, int steps, int present, const std::function<double(int)> &width);

} // namespace unfold
