#include "ui/widgets/link_button.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace unfold {
namespace {
constexpr int chainGap = 3; ///< px between chain and name
}

LinkButton::LinkButton(const QString &name, QWidget *parent)
    : PillButton(name, parent)
    , m_name(name)
{
    say();
}

QRectF LinkButton::chain() const
{
    const double unit = PillButton::sizeHint().height() / 22.0;
    return {9 * unit, height() / 2.0 - 3.5 * unit, 15 * unit, 7 * unit};
}

QSize LinkButton::sizeHint() const
{
    const QSize plain = PillButton::sizeHint();
    return {plain.width() + static_cast<int>(chain().width()) + chainGap, plain.height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const QRectF area = chain();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPill(painter, rect().adjusted(static_cast<int>(area.width()) + chainGap, 0, 0, 0));
    painter.setPen(QPen(themeOf(this).text, 1.4));
    painter.setBrush(Qt::NoBrush);
    const double length = area.width() * (isChecked() ? 0.6 : 0.4);
    const double radius = area.height() / 2;
    painter.drawRoundedRect(QRectF(area.left(), area.top(), length, area.height()), radius, radius);
    painter.drawRoundedRect(QRectF(area.right() - length, area.top(), length, area.height()), radius, radius);
}

void LinkButton::checkStateSet()
{
    PillButton::checkStateSet();
    say();
}

void LinkButton::nextCheckState()
{
    PillButton::nextCheckState();
    say();
}

void LinkButton::say()
{
    const QString name = isChecked() ? tr("%1, linked").arg(m_name) : tr("%1, not linked").arg(m_name);
    if (name != accessibleName())
        setAccessibleName(name);
}

} // namespace unfold
