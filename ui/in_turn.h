#pragma once
// Long work in parts, so that the window answers in between.
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <utility>

namespace unfold {

/// Calls `part` in an event of its own, again and again, until it says that nothing is left or `context` goes. A part
/// may wait for events itself: the next comes after it.
inline void inTurn(QObject *context, std::function<bool()> part)
{
    QTimer::singleShot(0, context, [alive = QPointer(context), part = std::move(part)] {
        if (part() && alive)
            inTurn(alive, part);
    });
}

} // namespace unfold
