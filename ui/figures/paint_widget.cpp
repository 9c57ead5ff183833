#include "ui/figures/paint_widget.h"

#include <QPainter>
#include <QWidget>

namespace unfold {
namespace {

/// `visible`: in the widget's own px. Set anew for every widget: the PDF engine of Qt 6.4 does not find its way back to
/// an outer clip once an inner one is given up.
void paintInside(QPainter &painter, QWidget &widget, const QRect &visible)
{
    painter.save();
    painter.setClipRect(visible);
    widget.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    painter.restore();
    for (QObject *object : widget.children()) { // from the lowest to the topmost
        auto *child = qobject_cast<QWidget *>(object);
        if (!child || child->isWindow() || child->isHidden())
            continue;
        const QRect seen = visible.intersected(child->geometry());
        if (seen.isEmpty())
            continue;
        painter.save();
        painter.translate(child->pos());
        paintInside(painter, *child, seen.translated(-child->pos()));
        painter.restore();
    }
}

} // namespace

void paintWidget(QPainter &painter, QWidget &widget)
{
    paintInside(painter, widget, widget.rect());
}

} // namespace unfold
