#include "ui/plot/time_axis.h"

#include "ui/style/theme.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace unfold {

TimeAxis timeAxisOf(const QWidget *view, const TimeWindow &window)
{
    return {window, static_cast<double>(Metrics::timeLeft(view)),
        static_cast<double>(view->width() - Metrics::timeRight(view))};
}

StepRange visibleSteps(const TimeAxis &axis, int steps)
{
    const int first = static_cast<int>(std::floor(axis.window.from + 0.5));
    const int last = static_cast<int>(std::ceil(axis.window.to - 0.5));
    return {std::max(1, first), std::min(steps, last)};
}

QRectF columnOf(const TimeAxis &axis, int step, double top, double bottom)
{
    const double left = std::max(axis.left, axis.x(step - 0.5));
    const double right = std::min(axis.right, axis.x(step + 0.5));
    return right > left ? QRectF(left, top, right - left, bottom - top) : QRectF();
}

} // namespace unfold
