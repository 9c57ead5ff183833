#include "ui/style/quiet_style.h"

#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPlainTextEdit>
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
        ? std::clamp(static_cast<int>(qint64(length) * bar.pageStep / (range + bar.pageStep)),
            std::min(shortestHandle, length), length)
        : length;
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return lying ? QRect(bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height())
                 : QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle);
}

void drawScrollBar(const QStyleOptionSlider &bar, QPainter &painter)
{
    if (bar.maximum <= bar.minimum)
        return;
    const Theme &theme = themeOf(bar.palette);
    const bool touched = bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(touched ? theme.muted : theme.notComputed);
    painter.drawRoundedRect(QRectF(handleOf(bar)).adjusted(2, 2, -2, -2), 3, 3);
    painter.restore();
}

/// Fusion darkens the window's colour for its outlines: too pale in the light theme, none in the dark one.
void outline(const QStyleOption &option, QPainter &painter)
{
    const Theme &theme = themeOf(option.palette);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(painter, option.rect, theme);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.notComputed);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}
} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_DefaultFrameWidth && qobject_cast<const QPlainTextEdit *>(widget))
        return static_cast<int>(focusRingWidth); // what it shows inside its frame would cover the ring
    return metric == PM_ScrollBarExtent ? extent : QProxyStyle::pixelMetric(metric, option, widget);
}

QRect QuietStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
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
        return lying ? QRect(handle.topRight(), bar->rect.bottomRight())
                     : QRect(handle.bottomLeft(), bar->rect.bottomRight());
    default: return {};
    }
}

void QuietStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar) {
        drawScrollBar(*bar, *painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        outline(*option, *painter);
    else if (control == CC_Slider && option->state.testFlag(State_HasFocus))
        paintFocusRing(*painter, option->rect, themeOf(option->palette));
}

void QuietStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element != CE_ComboBoxLabel || !combo) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionComboBox fitting = *combo;
    const int room = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 2;
    fitting.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(element, &fitting, painter, widget);
}

void QuietStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        paintFocusRing(*painter, option->rect, themeOf(option->palette));
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || (element == PE_Frame && qobject_cast<const QPlainTextEdit *>(widget)))
        outline(*option, *painter);
}

} // namespace unfold
