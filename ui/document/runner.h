#pragma once
// Runs jobs on one worker thread. While one runs, only the newest of those that were started after it waits; the others
// never start. A job that is cancelled is asked to stop and its result is dropped.
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <stop_token>

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
    void launch(const Job &job);
    void finished(quint64 generation, const Delivery &delivery);

    QThreadPool m_pool;
    std::optional<Job> m_waiting;
    std::stop_source m_stop;
    quint64 m_generation = 0; ///< raised by cancel: results of older generations are stale
    bool m_running = false;
};

} // namespace unfold
