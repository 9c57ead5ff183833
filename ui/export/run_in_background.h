#pragma once
// Long work on another thread, so that the window answers meanwhile.
#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace unfold {

/// Calls `work` on another thread, and `then` on this one with what it gave, unless `context` has gone. The program
/// does not end before `work` has.
template <typename Work, typename Then> void runInBackground(QObject *context, Work work, Then then)
{
    QThreadPool::globalInstance()->start(
        [work = std::move(work), then = std::move(then), alive = QPointer(context)]() mutable {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [given = work(), then = std::move(then), alive] {
                    if (alive)
                        then(given);
                },
                Qt::QueuedConnection);
        });
}

} // namespace unfold
