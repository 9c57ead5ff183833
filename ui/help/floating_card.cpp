#include "ui/help/floating_card.h"

#include "ui/help/card_place.h"
#include "ui/style/theme.h"

#include <QLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {

constexpr int shadow = 6; ///< px around the card
constexpr int widthInEms = 22;

} // namespace

FloatingCard::FloatingCard(QWidget *window)
    : QFrame(window)
{
    setContentsMargins(shadow, shadow, shadow, shadow);
    hide();
}

/// Wider than usual where the text is so large that the card would be higher than its room.
QSize FloatingCard::sizeIn(const QSize &room) const
{
    int width = std::min(widthInEms * textFont().pixelSize(), room.width() * 2 / 5);
    while (layout()->totalHeightForWidth(width) > room.height() && width < room.width() * 9 / 10)
        width += room.width() / 20;
    return {width, std::min(layout()->totalHeightForWidth(width), room.height())};
}

void FloatingCard::placeBeside(const QList<QRect> &things)
{
    // Parts that have layouts of their own tell this one about their new size only when events are handled.
    for (const QWidget *part : findChildren<QWidget *>())
        if (part->layout())
            part->layout()->activate();
    layout()->invalidate();
    const QRect room = parentWidget()->rect().adjusted(2, 2, -2, -2);
    setGeometry(cardPlace(sizeIn(room.size()), things, room));
    raise();
}

void FloatingCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor dim = theme.kind == ThemeKind::Dark ? Qt::black : theme.text;
    dim.setAlpha(theme.kind == ThemeKind::Dark ? 40 : 12);
    painter.setBrush(dim);
    for (int i = 0; i < shadow; ++i)
        painter.drawRoundedRect(
            rect().adjusted(i, i + 1, -i, -i), Metrics::radius + shadow - i, Metrics::radius + shadow - i);
    painter.setPen(QPen(theme.muted, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
}

void FloatingCard::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace unfold
