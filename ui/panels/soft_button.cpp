#include "ui/panels/soft_button.h"

#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTransform>

namespace unfold {
namespace {

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
    return QFontMetrics(font()).height() + 12;
}

QSize SoftButton::sizeHint() const
{
    if (!m_icon.isEmpty())
        return {side() + 6, side()};
    return {QFontMetrics(font()).horizontalAdvance(text()) + 28, side()};
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

void SoftButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const bool pressed = isDown() && !isCheckable();
    QColor ink = isEnabled() ? theme.text : theme.notComputed;
    QColor paper = theme.card;
    if (isChecked() && isCheckable()) {
        paper = ink;
        ink = theme.card;
    } else if (pressed || (underMouse() && isEnabled())) {
        paper = mixed(theme.card, theme.text, pressed ? 0.16f : 0.07f);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.cursorLine, 2) : QPen(theme.border, 1));
    painter.setBrush(paper);
    painter.drawPath(outline());
    if (m_icon.isEmpty()) {
        painter.setPen(ink);
        painter.drawText(rect(), Qt::AlignCenter, text());
        return;
    }
    const double size = 0.5 * side();
    const QTransform place(size, 0, 0, size, width() / 2.0 - size / 2, height() / 2.0 - size / 2);
    painter.fillPath(place.map(m_icon), ink);
}

} // namespace unfold
