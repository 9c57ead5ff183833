#include "ui/document/reference_curve.h"

#include <algorithm>

namespace unfold {

int heldCount(const ReferenceCurves &curves)
{
    return static_cast<int>(std::count_if(
        curves.begin(), curves.end(), [](const ReferenceCurve &curve) { return curve.held.has_value(); }));
}

ReferenceCurves withCureCurve(ReferenceCurves curves, const std::optional<ReferenceCurve> &ofCure)
{
    std::erase_if(curves, [](const ReferenceCurve &curve) { return !curve.held; });
    if (ofCure)
        curves.insert(curves.begin(), *ofCure);
    return curves;
}

ReferenceCurves withoutHeld(ReferenceCurves curves)
{
    std::erase_if(curves, [](const ReferenceCurve &curve) { return curve.held.has_value(); });
    return curves;
}

} // namespace unfold
