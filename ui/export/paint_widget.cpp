#include "ui/export/paint_widget.h"

#include <QPainter>
#include <QWidget>

namespace unfold {
namespace {

/// `seen`: what the widgets around it leave of it, in its own coordinates.
void paint(QPainter &painter, QWidget &widget, const QRect &seen)
{
    painter.save();
    painter.setClipRect(seen, Qt::IntersectClip);
    widget.render(&painter, seen.topLeft(), seen,
        widget.isWindow() ? QWidget::RenderFlags(QWidget::DrawWindowBackground) : QWidget::RenderFlags());
    for (QObject *object : widget.children()) { // from the lowest to the topmost
        auto *child = qobject_cast<QWidget *>(object);
        if (!child || child->isWindow() || child->isHidden())
            continue;
        const QRect left = child->rect() & seen.translated(-child->pos());
        if (left.isEmpty())
            continue; // scrolled out of sight
        painter.save();
        painter.translate(child->pos());
        paint(painter, *child, left);
        painter.restore();
    }
    painter.restore();
}

} // namespace

void paintWidget(QPainter &painter, QWidget &widget, const QRect &part)
{
    paint(painter, widget, widget.rect() & part);
}

void keepOffScreen(QWidget &window)
{
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.setUpdatesEnabled(false);
}

} // namespace unfold
