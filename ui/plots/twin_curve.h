#pragma once
// The twin's gradient norm, over that of the first in the gradient plot. Pure.
#include "ui/plots/gradient_curves.h"

#include <QLatin1String>

namespace unfold {

class Document;

inline constexpr QLatin1String twinCurve("twin"); ///< key of the curve

/// Adds it after the first's own, which gets its name, and widens the range to hold both. Nothing without a twin, and
/// while there is no curve to stand beside.
void addTwin(const Document &document, const Theme &theme, GradientPicture &picture);

} // namespace unfold
