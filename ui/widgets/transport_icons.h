#pragma once
// The icons of the transport, as paths in a square of 0 … 1 on both axes; every arrow points to the right.
#include <QPainterPath>

namespace unfold::icons {

QPainterPath advance(); ///< one step
QPainterPath toEnd(); ///< to the last step
QPainterPath play();
QPainterPath pause();
QPainterPath reset(); ///< a round arrow
QPainterPath close(); ///< a cross

/// The same, pointing to the left.
QPainterPath mirrored(const QPainterPath &icon);

} // namespace unfold::icons
