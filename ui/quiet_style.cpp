#include "ui/quiet_style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace unfold {
namespace {
constexpr int extent = 10;
constexpr int shortestHandle = 24;

/// The handle of a scroll bar that has no arrows.
QRect handleOf(const QStyleOptionSlider &bar)
{
    const bool lying = bar.orientation == Qt::Horizontal;
    const int length = lying ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    const int handle = range + bar.pageStep > 0
        ? std::clamp(static_cast<int>(qint64(length) * bar.pageStep / (range + bar.pageStep)), std::min(shortestHandle, length), length)
        : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return lying ? QRect(bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height())
                 : QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle);
}
}

QuietStyle::QuietStyle() : QProxyStyle(QStringLiteral("Fusion"))
{
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_ScrollBarExtent ? extent : QProxyStyle::pixelMetric(metric, option, widget);
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
    const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = handleOf(*bar);
    const bool lying = bar->orientation == Qt::Horizontal;
    switch (part) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return handle;
    case SC_ScrollBarSubPage:
        return lying ? QRect(bar->rect.topLeft(), handle.bottomLeft()) : QRect(bar->rect.topLeft(), handle.topRight());
    case SC_ScrollBarAddPage:
        return lying ? QRect(handle.topRight(), bar->rect.bottomRight()) : QRect(handle.bottomLeft(), bar->rect.bottomRight());
    default: return {};
    }
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
    const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    if (bar->maximum <= bar->minimum)
        return;
    const Theme &theme = themeOf(bar->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken) ? theme.muted : theme.notComputed);
    painter->drawRoundedRect(QRectF(handleOf(*bar)).adjusted(2, 2, -2, -2), 3, 3);
    painter->restore();
}

} // namespace unfold
