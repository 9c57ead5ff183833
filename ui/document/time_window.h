#pragma once
// The visible part of the time axis, and where it lies on the screen: the one map from step to x that the unrolled
// graph, the heat map, the gradient plot and the scrubber share.

namespace unfold {

/// Steps at the left and right edge of the plotting area, fractional; step t is drawn from t − ½ to t + ½.
struct TimeWindow {
    double from = 0.5;
    double to = 1.5;

    double span() const { return to - from; }
    bool operator==(const TimeWindow &) const = default;

    /// All of 1 … steps.
    static TimeWindow all(int steps);
    /// Kept inside 0.5 … steps + 0.5, at least one step wide.
    TimeWindow clamped(int steps) const;
    /// Zoomed by `factor` (< 1: closer) around a step that keeps its place.
    TimeWindow zoomed(double factor, double aroundStep) const;
    TimeWindow shifted(double steps) const;
    /// Shifted by the least that makes `step` wholly visible.
    TimeWindow showing(int step) const;
};

/// A window laid over pixels left … right of a widget. All stacked views use the same margins (see Metrics in
/// ui/theme.h).
struct TimeAxis {
    TimeWindow window;
    double left = 0;
    double right = 1;

    double x(double step) const { return left + (step - window.from) / window.span() * (right - left); }
    double stepAt(double x) const { return window.from + (x - left) / (right - left) * window.span(); }
    double pitch() const { return (right - left) / window.span(); } ///< pixels per step
};

} // namespace unfold
