#pragma once
// The shared time axis laid into a view: every stacked view has its plotting area between the same two margins.
#include "core/circuit/circuit.h"
#include "ui/document/time_window.h"

#include <QRectF>

class QWidget;

namespace unfold {

/// The window over the plotting area of `view`, in its pixels.
TimeAxis timeAxisOf(const QWidget *view, const TimeWindow &window);

/// The steps of 1 … T that the axis shows, wholly or in part.
StepRange visibleSteps(const TimeAxis &axis, int steps);

/// The column of a step, as high as the plotting area reaches from `top` to `bottom`; empty where it is out of sight.
QRectF columnOf(const TimeAxis &axis, int step, double top, double bottom);

} // namespace unfold
