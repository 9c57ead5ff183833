#include "ui/window/view_actions.h"

#include "ui/document/document.h"
#include "ui/theme.h"
#include "ui/window/menu_entry.h"
#include "ui/window/text_zoom.h"

#include <QAction>
#include <QApplication>
#include <QWidget>

namespace unfold {

ViewActions::ViewActions(Document *document, QMenu *menu, QWidget *window)
    : QObject(window)
{
    addColumns(menu, window);
    addTheme(menu, window);
    addTextSizes(menu, window);
    const QAction *whole = addEntry(
        menu, window, {tr("Whole sequence"), QKeySequence(Qt::CTRL | Qt::Key_9), tr("Shows every step at once.")});
    connect(whole, &QAction::triggered, this,
        [document] { document->setTimeWindow(TimeWindow::all(document->result()->steps())); });
}

void ViewActions::addColumns(QMenu *menu, QWidget *window)
{
    m_settings = addEntry(
        menu, window, {tr("Circuit and settings"), QKeySequence(Qt::Key_F8), tr("Shows or hides the left column.")});
    m_inspector = addEntry(menu, window,
        {tr("Inspector"), QKeySequence(Qt::Key_F9), tr("Shows or hides the right column, where numbers are opened.")});
    for (QAction *action : {m_settings, m_inspector}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
}

void ViewActions::addTheme(QMenu *menu, QWidget *window)
{
    QAction *dark = addEntry(
        menu, window, {tr("Dark theme"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("Light on dark, for a dim room.")});
    dark->setCheckable(true);
    dark->setChecked(themeOf(window).kind == ThemeKind::Dark);
    connect(dark, &QAction::toggled, this, [](bool on) { applyTheme(*qApp, on ? ThemeKind::Dark : ThemeKind::Light); });
}

void ViewActions::addTextSizes(QMenu *menu, QWidget *window)
{
    const auto add = [&](int steps, const MenuEntry &entry) {
        connect(addEntry(menu, window, entry), &QAction::triggered, this, [steps] { zoomText(steps); });
    };
    add(1, {tr("Larger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus), tr("Makes all text larger, for the back row.")});
    add(-1, {tr("Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), tr("Makes all text smaller.")});
    add(0,
        {tr("Text at its normal size"), QKeySequence(Qt::CTRL | Qt::Key_0), tr("The size that Unfold starts with.")});
}

} // namespace unfold
