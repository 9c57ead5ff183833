#pragma once
// A sweep of the gain on all cores beside the GUI thread, which sees its rows arrive and can give it up at any moment.
#include "core/analysis/sweep.h"
#include "ui/document/runner.h"

#include <QTimer>

#include <memory>

namespace unfold {

class BackgroundSweep : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundSweep(QObject *parent = nullptr);

    /// Cancels what runs. The rows of the sweep before stand for a moment more, until the first of the new ones can
    /// have come.
    void start(const std::shared_ptr<const Prepared> &prepared, const SweepRequest &request);
    /// Nothing arrives any more; what is there stays.
    void cancel();
    bool running() const { return m_news.isActive(); }
    /// Whether a worker is still at a row that nobody waits for.
    bool busy() const { return m_runner.busy(); }

    const Sweep &sweep() const { return m_sweep; }
    int done() const { return m_done; } ///< of the rows of sweep()
    QString failure() const { return m_failure; } ///< why it ended; empty: it did not fail

signals:
    void advanced(); ///< sweep(), running() or failure()

private:
    struct Inbox;

    void takeNews();
    void finish(const QString &failure);

    Sweep m_sweep;
    std::optional<Sweep> m_next; ///< without rows; takes the place of m_sweep with the first news
    int m_done = 0;
    QString m_failure;
    std::shared_ptr<Inbox> m_inbox; ///< of the newest start: rows of an older one are never seen
    QTimer m_news;
    Runner m_runner; ///< last: it waits for its job before the rest goes
};

} // namespace unfold
