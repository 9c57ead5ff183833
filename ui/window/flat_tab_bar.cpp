#include "ui/window/flat_tab_bar.h"

#include "ui/accessibility/interfaces.h"
#include "ui/focus_ring.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace unfold {
namespace {
constexpr int gapBetween = 16;
constexpr int lineWidth = 2;

QFont tabFont(bool current)
{
    return textFont(1.0, current ? QFont::DemiBold : QFont::Medium);
}
} // namespace

FlatTabBar::FlatTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setFocusPolicy(Qt::TabFocus);
}

/// The last tab needs none, which leaves room for all three words where text is large.
int FlatTabBar::gapAfter(int index) const
{
    return index + 1 < count() ? gapBetween : 0;
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(tabFont(true));
    return {metrics.horizontalAdvance(tabText(index)) + gapAfter(index), metrics.height() + 12};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const bool current = i == currentIndex();
        const QRect tab = tabRect(i);
        painter.setFont(tabFont(current));
        painter.setPen(current ? theme.text : theme.muted);
        painter.drawText(tab, Qt::AlignLeft | Qt::AlignVCenter, tabText(i));
        if (!current)
            continue;
        const int width = tab.width() - gapAfter(i);
        painter.fillRect(tab.left(), tab.bottom() - lineWidth, width, lineWidth, theme.text);
        if (hasFocus())
            paintFocusRing(painter, QRectF(tab.left() - 3, tab.top(), width + 6, tab.height()), theme);
    }
}

FlatTabs::FlatTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setAccessibleRole(this, QAccessible::Pane);
    setTabBar(new FlatTabBar);
    setDocumentMode(true);
}

} // namespace unfold
