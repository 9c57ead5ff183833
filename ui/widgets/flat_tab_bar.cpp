#include "ui/widgets/flat_tab_bar.h"

#include "ui/accessibility/interfaces.h"
#include "ui/style/focus_ring.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace unfold {
namespace {
constexpr int widestGap = 16;
constexpr int narrowestGap = 8;
constexpr double smallestTabText = 0.8;
constexpr int ringMargin = 4; ///< room for the focus ring
constexpr int lineWidth = 2;

QFont tabFont(double factor, bool current)
{
    return textFont(factor, current ? QFont::DemiBold : QFont::Medium);
}
} // namespace

FlatTabBar::FlatTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setFocusPolicy(Qt::TabFocus);
    setIconSize({0, 0});
}

int FlatTabBar::wordsWidth(double factor) const
{
    const QFontMetrics metrics(tabFont(factor, true));
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += metrics.horizontalAdvance(tabText(i));
    return width;
}

void FlatTabBar::fit(int whole)
{
    const int width = whole - 2 * ringMargin;
    const int gaps = std::max(1, count() - 1);
    const double factor
        = std::clamp(double(width - gaps * narrowestGap) / std::max(1, wordsWidth(1)), smallestTabText, 1.0);
    const int gap = std::clamp((width - wordsWidth(factor)) / gaps, narrowestGap, widestGap);
    const bool smaller = std::exchange(m_factor, factor) != factor;
    const bool closer = std::exchange(m_gap, gap) != gap;
    if (smaller || closer)
        setIconSize(iconSize()); // the one public way to have the tabs measured anew
}

/// The last tab needs none.
int FlatTabBar::gapAfter(int index) const
{
    return index + 1 < count() ? m_gap : 0;
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(tabFont(m_factor, true));
    return {metrics.horizontalAdvance(tabText(index)) + gapAfter(index), metrics.height() + 12};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const bool current = i == currentIndex();
        const QRect tab = tabRect(i);
        painter.setFont(tabFont(m_factor, current));
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
    , m_bar(new FlatTabBar)
{
    setAccessibleRole(this, QAccessible::Pane);
    setTabBar(m_bar);
    setDocumentMode(true);
}

void FlatTabs::resizeEvent(QResizeEvent *event)
{
    m_bar->fit(width());
    QTabWidget::resizeEvent(event);
}

void FlatTabs::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_bar->fit(width());
}

void FlatTabs::tabInserted(int index)
{
    QTabWidget::tabInserted(index);
    m_bar->fit(width());
}

} // namespace unfold
