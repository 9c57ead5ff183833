#include "ui/panels/stop_listening.h"

#include <QWidget>

namespace unfold {

void stopListening(QWidget *panel)
{
    for (QObject *child : panel->findChildren<QObject *>())
        child->disconnect(panel);
}

} // namespace unfold
