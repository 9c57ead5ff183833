#pragma once
// The twin's gradient norm, over that of the first in the gradient plot. Pure.
#include "ui/timeline/gradient/gradient_curves.h"

#include <QLatin1String>

namespace unfold {

class Document;

inline constexpr QLatin1String twinCurve("twin"); ///< key of the curve

/// The curve of a twin in a plot of its own: drawn as it is over that of the first.
void drawAsTwin(GradientPicture &picture);

/// Adds it after the first's own, which gets its name, and widens the range to hold both; the range alone
/// where the twin has its own plot beside. Nothing without a twin, and
/// while there is no curve to stand beside.
void addTwin(const Document &document, const Theme &theme, GradientPicture &picture);

} // namespace unfold
