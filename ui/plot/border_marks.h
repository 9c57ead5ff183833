#pragma once
// The points of a curve that lie beyond the axis: they are marked at its border, the farthest with its value. Pure.
#include "ui/document/time_window.h"

#include <optional>
#include <vector>

namespace unfold {

/// What the axis shows, in decades, its margins included.
struct ShownDecades {
    double low = 0;
    double high = 0;
};

enum class Border { Top, Bottom };

struct BeyondPoint {
    int step = 0;
    double value = 0;
    bool operator==(const BeyondPoint &) const = default;
};

/// The finite positive values beyond one border, at the visible steps, rising. Entry t − 1 of `values` is that of
/// step t.
std::vector<BeyondPoint> pointsBeyond(
    Border border, const std::vector<double> &values, const TimeWindow &window, const ShownDecades &shown);

/// The one farthest from the border; nullopt: none.
std::optional<BeyondPoint> farthest(Border border, const std::vector<BeyondPoint> &points);

} // namespace unfold
