#pragma once
// Runs jobs beside the GUI thread, one at a time. While one runs, only the newest of those that were started after it
// waits; the others never start. A job that is cancelled is asked to stop and its result is dropped.
//
// Every job has a thread of its own, which is joined before its result is read: all that the two threads hand each
// other goes through the standard library, where the thread sanitizer sees it.
#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

namespace unfold {

class Runner : public QObject
{
    Q_OBJECT

public:
    explicit Runner(QObject *parent = nullptr);
    ~Runner() override; ///< cancels, and waits for the running job to look at its stop token

    /// Run on the GUI thread with the job's result; empty: nothing to deliver.
    using Delivery = std::function<void()>;
    /// Runs on the worker, on copies only; must not throw.
    using Job = std::function<Delivery(std::stop_token)>;

    void start(Job job);
    void cancel();
    bool busy() const { return m_running; }

signals:
    void busyChanged();

private:
    void launch(Job job);
    Q_INVOKABLE void finished();

    std::jthread m_worker;
    Delivery m_delivery; ///< the worker's, until it is joined
    quint64 m_launched = 0; ///< generation of the worker's job
    std::optional<Job> m_waiting;
    quint64 m_generation = 0; ///< raised by cancel: results of older generations are stale
    bool m_running = false;
};

} // namespace unfold
