#include "ui/window/focus_keys.h"

#include "ui/controls/gain_slider.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/editor/editor_canvas.h"
#include "ui/editor/editor_panel.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/scenes/scenes.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_axis_bar.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/scrubber.h"

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace unfold {
namespace {

constexpr int focusMargin = 8; ///< px, so that the ring is in sight as well

/// As much of the page as there is room for, its tabs above all.
void showPage(QTabWidget *tabs)
{
    for (QWidget *around = tabs->parentWidget(); around; around = around->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(around)) {
            const QRect part(tabs->mapTo(area->widget(), QPoint()), tabs->size());
            const int seen = std::min(part.height(), area->viewport()->height() - 2 * focusMargin);
            area->ensureVisible(part.left(), part.top() + seen, 0, focusMargin);
            area->ensureVisible(part.left(), part.top(), 0, focusMargin);
        }
}

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
}

/// `widget` or the first control in it; nullptr where it is hidden or has none.
QWidget *entranceOf(QWidget *widget)
{
    if (!widget || takesTab(widget))
        return widget;
    for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain())
        if (widget->isAncestorOf(next) && takesTab(next))
            return next;
    return nullptr;
}

} // namespace

FocusKeys::FocusKeys(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    addKey(tr("The next part of the window"), Qt::Key_F6, [this] { move(1); });
    addKey(tr("The part before"), Qt::SHIFT | Qt::Key_F6, [this] { move(-1); });
    addMenus();
    addTabs();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showFocus(now); });
}

void FocusKeys::addKey(const QString &text, const QKeySequence &key, const std::function<void()> &act)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    m_window->addAction(action);
    connect(action, &QAction::triggered, this, act);
}

void FocusKeys::addMenus()
{
    auto *menu = m_window->findChild<SoftButton *>(QStringLiteral("menu"));
    auto *scenes = m_window->findChild<ScenesMenu *>();
    addKey(tr("The menu"), Qt::Key_F10, [menu] { menu->showMenu(); });
    addKey(tr("The scenes"), Qt::Key_F2, [scenes] { scenes->showMenu(); });
}

void FocusKeys::addTabs()
{
    auto *tabs = m_window->findChild<FlatTabs *>();
    connect(
        this, &FocusKeys::tabAsked, tabs, [tabs] { showPage(tabs); }, Qt::QueuedConnection);
    // The column takes the height of another page in several steps.
    for (QWidget *around = tabs->parentWidget(); around; around = around->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(around))
            connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, tabs, [tabs] {
                if (tabs->tabBar()->hasFocus())
                    showPage(tabs);
            });
    connect(tabs, &QTabWidget::tabBarClicked, this, &FocusKeys::tabAsked);
    for (int i = 0; i < tabs->count(); ++i)
        addKey(
            tr("The tab %1").arg(tabs->tabText(i)), QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, tabs, i] {
                tabs->setCurrentIndex(i);
                tabs->tabBar()->setFocus(Qt::ShortcutFocusReason);
                emit tabAsked();
            });
}

QWidgetList FocusKeys::parts() const
{
    QWidgetList shown;
    for (QWidget *part : std::initializer_list<QWidget *>{m_window->findChild<SoftButton *>(QStringLiteral("menu")),
             m_window->findChild<FoldedView *>(), m_window->findChild<EditorCanvas *>(),
             m_window->findChild<GainSlider *>(), m_window->findChild<FlatTabBar *>(),
             m_window->findChild<UnrolledView *>(), m_window->findChild<HeatMapView *>(),
             m_window->findChild<GradientView *>(), m_window->findChild<TimeAxisBar *>(),
             m_window->findChild<InspectorPanel *>(), m_window->findChild<EditorPanel *>()})
        if (QWidget *entrance = entranceOf(part))
            shown << entrance;
    for (Scrubber *scrubber : m_window->findChildren<Scrubber *>()) // of the page that is open
        if (takesTab(scrubber))
            shown << scrubber;
    return shown;
}

/// Qt scrolls where Tab goes on inside a scroll area, not where it enters one. What is clicked is in sight.
void FocusKeys::showFocus(QWidget *now) const
{
    if (!now || !m_window->isAncestorOf(now) || QApplication::mouseButtons() != Qt::NoButton)
        return;
    for (QWidget *around = now->parentWidget(); around; around = around->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(now, focusMargin, focusMargin);
}

/// The part that has the focus is the one that Tab came through last.
void FocusKeys::move(int by)
{
    const QWidgetList all = parts();
    if (all.isEmpty())
        return;
    QWidget *here = m_window->focusWidget();
    for (int i = 0; here && i < 10000 && !all.contains(here); ++i) // the chain is a ring
        here = here->previousInFocusChain();
    const qsizetype from = std::max<qsizetype>(0, all.indexOf(here));
    all[(from + by + all.size()) % all.size()]->setFocus(Qt::ShortcutFocusReason);
}

} // namespace unfold
