#include "ui/figures/paint_widget.h"

#include <QPainter>
#include <QWidget>

namespace unfold {

void paintWidget(QPainter &painter, QWidget &widget)
{
    painter.save();
    painter.setClipRect(widget.rect(), Qt::IntersectClip);
    widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    for (QObject *object : widget.children()) { // from the lowest to the topmost
        auto *child = qobject_cast<QWidget *>(object);
        if (!child || child->isWindow() || child->isHidden() || !widget.rect().intersects(child->geometry()))
            continue;
        painter.save();
        painter.translate(child->pos());
        paintWidget(painter, *child);
        painter.restore();
    }
    painter.restore();
}

} // namespace unfold
