#include "ui/style/focus_ring.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace unfold {

void paintFocusRing(QPainter &painter, const QRectF &box, const Theme &theme, double radius)
{
    constexpr double half = focusRingWidth / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.cursorLine, focusRingWidth));
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

} // namespace unfold
