#include "ui/widgets/menu_entry.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace unfold {

QAction *addEntry(QMenu *menu, QWidget *window, const MenuEntry &entry)
{
    auto *action = new QAction(entry.text, window);
    action->setShortcut(entry.key);
    action->setToolTip(entry.toolTip);
    window->addAction(action);
    menu->addAction(action);
    return action;
}

} // namespace unfold
