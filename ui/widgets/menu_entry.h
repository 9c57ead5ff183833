#pragma once
// One entry of the window's menu: every action has its words, a key that works in the whole window, and a tooltip.
#include <QKeySequence>
#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace unfold {

struct MenuEntry {
    QString text;
    QKeySequence key; ///< empty: no key
    QString toolTip;
};

/// Adds the entry at the end of `menu`. The action belongs to `window`, which its key works in.
QAction *addEntry(QMenu *menu, QWidget *window, const MenuEntry &entry);

} // namespace unfold
