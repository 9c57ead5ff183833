#include "ui/style/card_surface.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

namespace unfold {

void paintCardSurface(QPainter &painter, const QWidget *widget)
{
    const Theme &theme = themeOf(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
}

} // namespace unfold
