#include "ui/plot/gain_scale.h"

#include <algorithm>
#include <cmath>

namespace unfold {

GainScale GainScale::holding(double gain)
{
    GainScale scale;
    if (gain > scale.high)
        scale.high = std::min(widest, std::ceil(gain * 2) / 2);
    if (gain < scale.low)
        scale.low = std::max(-widest, std::floor(gain * 2) / 2);
    return scale;
}

double GainScale::x(double gain) const
{
    return left + (std::clamp(gain, low, high) - low) / (high - low) * (right - left);
}

double GainScale::gainAt(double x) const
{
    if (right <= left)
        return low;
    const double gain = low + (x - left) / (right - left) * (high - low);
    return std::clamp(std::round(gain * 100) / 100, low, high);
}

} // namespace unfold
