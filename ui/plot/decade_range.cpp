#include "ui/plot/decade_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr double mostFromEntry = 12; ///< decades: far enough to lose a gradient, near enough to read a factor of ten

struct LogSpan {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    bool empty() const { return low > high; }
};

LogSpan logSpan(const std::vector<double> &values)
{
    double smallest = std::numeric_limits<double>::infinity();
    double largest = 0;
    for (const double value : values) // of a map there are a million: two logarithms are enough for all
        if (std::isfinite(value) && value > 0) {
            smallest = std::min(smallest, value);
            largest = std::max(largest, value);
        }
    return largest > 0 ? LogSpan{std::log10(smallest), std::log10(largest)} : LogSpan();
}

} // namespace

DecadeRange decadesAround(const std::vector<double> &measured, const std::vector<double> &guides)
{
    LogSpan span = logSpan(measured);
    const LogSpan guide = logSpan(guides);
    if (span.empty() && guide.empty())
        return {};
    if (span.empty())
        span.low = span.high = guide.high;
    const double most = std::max(3.0, span.high - span.low);
    if (!guide.empty()) {
        const LogSpan alone = span;
        span.low = std::min(span.low, std::max(guide.low, alone.low - most));
        span.high = std::max(span.high, std::min(guide.high, alone.high + most));
    }
    // A little slack, so that rounding (10^0 computed as 0.9999…) does not open a whole decade.
    DecadeRange range{static_cast<int>(std::floor(span.low + 1e-9)), static_cast<int>(std::ceil(span.high - 1e-9))};
    if (range.high == range.low)
        ++range.high;
    if (range.span() < 2)
        --range.low;
    return range;
}

DecadeRange fixedDecades(double least, double most, double entry)
{
    if (!(most > 0))
        return {};
    const double middle = std::round(std::log10(entry > 0 ? entry : most));
    const auto cut = [middle](double value) {
        return std::clamp(std::log10(value), middle - mostFromEntry, middle + mostFromEntry);
    };
    return decadesAround({std::pow(10, cut(least)), std::pow(10, cut(most))}, {});
}

DecadeRange united(const DecadeRange &a, const DecadeRange &b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

int decadesPerTick(const DecadeRange &range, double pixels, double spacing)
{
    for (int base = 1;; base *= 10)
        for (const int factor : {1, 2, 5}) {
            const int stride = base * factor;
            if (stride * pixels >= spacing * range.span() || stride >= range.span())
                return stride;
        }
}

} // namespace unfold
