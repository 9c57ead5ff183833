#pragma once
// The one sign of where the keys are: a ring of two pixels in the colour of the cursor's line, the same on everything
// that paints itself and, through the style, on every standard control.
#include <QRectF>

class QPainter;

namespace unfold {

struct Theme;

constexpr double focusRingWidth = 2; ///< px

/// Inside `box`, whose outermost pixels it covers.
void paintFocusRing(QPainter &painter, const QRectF &box, const Theme &theme, double radius = 3);

} // namespace unfold
