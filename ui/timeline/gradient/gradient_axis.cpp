#include "ui/timeline/gradient/gradient_axis.h"

#include "core/analysis/gain_reach.h"
#include "ui/document/document.h"
#include "ui/document/twin.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

DecadeRange decadesOf(const GainReach &reach)
{
    return fixedDecades(reach.norm.least, reach.norm.most, reach.entry);
}

/// Of the present factors alone.
MagnitudeSpan presentFactors(const GradientReport &report)
{
    MagnitudeSpan span;
    for (const StepSeries *series : {&report.matrixFactor, &report.slopeFactor})
        for (const std::optional<double> &factor : *series)
            span.add(factor.value_or(0));
    return span;
}

} // namespace

DecadeRange gradientDecades(const Document &document, const DecadeRange &present)
{
    const auto reach = document.gainReach();
    if (document.axisFitted() || !reach || reach->norm.isEmpty())
        return present;
    const Document *twin = document.twin()->result() ? document.twin()->document() : nullptr;
    const auto ofTwin = twin ? twin->gainReach() : nullptr;
    return ofTwin && !ofTwin->norm.isEmpty() ? united(decadesOf(*reach), decadesOf(*ofTwin)) : decadesOf(*reach);
}

int factorPowers(const Document &document, int most)
{
    const auto reach = document.gainReach();
    const bool fixed = !document.axisFitted() && reach && !reach->factor.isEmpty();
    const MagnitudeSpan span = fixed ? reach->factor : presentFactors(document.result()->report);
    if (span.isEmpty())
        return 1;
    const double farthest = std::max(std::abs(std::log2(span.least)), std::abs(std::log2(span.most)));
    return static_cast<int>(std::clamp(std::ceil(farthest), 1.0, 1.0 * most));
}

} // namespace unfold
