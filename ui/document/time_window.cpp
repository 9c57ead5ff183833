#include "ui/document/time_window.h"

#include <algorithm>

namespace unfold {

TimeWindow TimeWindow::all(int steps)
{
    return {0.5, steps + 0.5};
}

TimeWindow TimeWindow::clamped(int steps) const
{
    const double width = std::clamp(span(), 1.0, static_cast<double>(std::max(1, steps)));
    const double start = std::clamp(from, 0.5, std::max(0.5, steps + 0.5 - width));
    return {start, start + width};
}

TimeWindow TimeWindow::zoomed(double factor, double aroundStep) const
{
    return {aroundStep - (aroundStep - from) * factor, aroundStep + (to - aroundStep) * factor};
}

TimeWindow TimeWindow::shifted(double steps) const
{
    return {from + steps, to + steps};
}

TimeWindow TimeWindow::showing(int step) const
{
    if (step - 0.5 < from)
        return shifted(step - 0.5 - from);
    if (step + 0.5 > to)
        return shifted(step + 0.5 - to);
    return *this;
}

} // namespace unfold
