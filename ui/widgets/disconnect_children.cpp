#include "ui/widgets/disconnect_children.h"

#include <QWidget>

namespace unfold {

void disconnectChildren(QWidget *panel)
{
    for (QObject *child : panel->findChildren<QObject *>())
        child->disconnect(panel);
}

bool windowHasGone(const QWidget *field)
{
    return field->window()->isHidden(); // told earlier than that it is not visible any more
}

} // namespace unfold
