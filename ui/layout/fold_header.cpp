#include "ui/layout/fold_header.h"

#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

namespace unfold {

FoldHeader::FoldHeader(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QFont FoldHeader::headingFont() const
{
    return textFont(0.93, QFont::DemiBold);
}

QSize FoldHeader::sizeHint() const
{
    const QFontMetrics metrics(headingFont());
    return {metrics.horizontalAdvance(text()) + 2 * metrics.height(), metrics.height() + 8};
}

void FoldHeader::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = underMouse() ? theme.text : theme.muted;
    const double height = QFontMetrics(headingFont()).height();
    painter.save();
    painter.translate(height * 0.4, rect().center().y() + 0.5);
    painter.rotate(isChecked() ? 90 : 0);
    painter.setPen(QPen(ink, 1.6 * Metrics::unit(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double arm = height * 0.22;
    painter.drawPolyline(QPolygonF({{-arm / 2, -arm}, {arm / 2, 0}, {-arm / 2, arm}}));
    painter.restore();
    painter.setFont(headingFont());
    painter.setPen(ink);
    const QRect room = rect().adjusted(static_cast<int>(height), 0, 0, 0);
    painter.drawText(
        room, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    if (hasFocus() && m_byKeyboard)
        paintFocusRing(painter, rect(), theme);
}

void FoldHeader::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void FoldHeader::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FoldHeader::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FoldHeader::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    QAbstractButton::focusInEvent(event);
}

} // namespace unfold
