#include "ui/help/spotlight.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace unfold {

Spotlight::Spotlight(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Spotlight::setPlaces(const QList<QRect> &places, bool dimmed)
{
    const QRect whole = parentWidget()->rect();
    if (places == m_places && dimmed == m_dimmed && whole == geometry() && isVisible() == !places.isEmpty())
        return;
    m_places = places;
    m_dimmed = dimmed;
    setGeometry(whole);
    setVisible(!places.isEmpty());
    raise();
    update();
}

void Spotlight::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outlines;
    for (const QRect &place : m_places)
        outlines.addRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), Metrics::radius, Metrics::radius);
    if (m_dimmed) {
        QPainterPath rest;
        rest.addRect(rect());
        QColor veil = theme.window;
        veil.setAlpha(130);
        painter.fillPath(rest.subtracted(outlines), veil);
    }
    painter.setPen(QPen(theme.cursorLine, m_dimmed ? 2.5 : 1.5));
    painter.drawPath(outlines);
}

} // namespace unfold
