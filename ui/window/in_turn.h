#pragma once
// Long work in parts, so that the window answers in between.
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace unfold {

/// Calls each step in an event of its own, one after the other; what is left is dropped with `context`. A step may wait
/// for events itself: the next comes after it.
inline void inTurn(QObject *context, std::vector<std::function<void()>> steps)
{
    if (steps.empty())
        return;
    QTimer::singleShot(0, context, [alive = QPointer(context), steps = std::move(steps)]() mutable {
        steps.front()();
        steps.erase(steps.begin());
        if (alive)
            inTurn(alive, std::move(steps));
    });
}

} // namespace unfold
