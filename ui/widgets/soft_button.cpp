#include "ui/widgets/soft_button.h"

#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QFocusEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QTransform>

namespace unfold {
namespace {

constexpr int textMargin = 14; ///< left and right of the text

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + share * (b.redF() - a.redF()), a.greenF() + share * (b.greenF() - a.greenF()),
        a.blueF() + share * (b.blueF() - a.blueF()));
}

} // namespace

SoftButton::SoftButton(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void SoftButton::focusInEvent(QFocusEvent *event)
{
    const auto reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason) // then it comes back to where it was, as it was
        m_byKeyboard
            = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    QToolButton::focusInEvent(event);
}

void SoftButton::setIconPath(const QPainterPath &path)
{
    m_icon = path;
    updateGeometry();
    update();
}

void SoftButton::setJoined(bool left, bool right)
{
    m_joinedLeft = left;
    m_joinedRight = right;
    update();
}

int SoftButton::side() const
{
    return QFontMetrics(font()).height() + 10;
}

QSize SoftButton::sizeHint() const
{
    if (!m_icon.isEmpty())
        return {autoRaise() ? side() : side() + 6, side()};
    const int chevron = menu() ? side() / 2 : 0;
    return {QFontMetrics(font()).horizontalAdvance(text()) + 2 * textMargin + chevron, side()};
}

QPainterPath SoftButton::outline() const
{
    const QRectF r = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath round;
    round.addRoundedRect(r, Metrics::radius, Metrics::radius);
    QPainterPath square;
    if (m_joinedLeft)
        square.addRect(r.adjusted(0, 0, -r.width() / 2, 0));
    if (m_joinedRight)
        square.addRect(r.adjusted(r.width() / 2, 0, 0, 0));
    return round.united(square);
}

/// The sign that a menu opens.
void SoftButton::paintChevron(QPainter &painter, const QColor &ink) const
{
    const double half = 0.11 * side();
    const QPointF middle(width() - 14 - half, height() / 2.0);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF(
        {middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2), middle + QPointF(half, -half / 2)}));
}

void SoftButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const bool pressed = isDown() && !isCheckable();
    QColor ink = isEnabled() ? theme.text : theme.notComputed;
    QColor paper = autoRaise() ? QColor(Qt::transparent) : theme.card;
    if (isChecked() && isCheckable()) {
        paper = ink;
        ink = theme.card;
    } else if (pressed || (underMouse() && isEnabled())) {
        paper = mixed(theme.card, theme.text, pressed ? 0.16f : 0.07f);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool ring = hasFocus() && m_byKeyboard;
    painter.setPen(autoRaise() ? QPen(Qt::NoPen) : QPen(theme.border, 1));
    painter.setBrush(paper);
    painter.drawPath(outline());
    if (ring) { // on a ground of its own, so that it stands out from a dark button too
        painter.setPen(QPen(theme.card, 2 * focusRingWidth + 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline());
        paintFocusRing(painter, rect(), theme, Metrics::radius);
    }
    if (m_icon.isEmpty()) {
        painter.setPen(ink);
        const int chevron = menu() ? side() / 2 : 0;
        const QRect room = rect().adjusted(textMargin / 2, 0, -textMargin / 2 - chevron, 0);
        painter.drawText(room, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
        if (menu())
            paintChevron(painter, ink);
        return;
    }
    const double size = 0.5 * side();
    const QTransform place(size, 0, 0, size, width() / 2.0 - size / 2, height() / 2.0 - size / 2);
    painter.fillPath(place.map(m_icon), ink);
}

} // namespace unfold
