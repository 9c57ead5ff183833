#pragma once
// Runs jobs on a worker thread, one at a time, the newest first: a job that was overtaken while waiting never starts, and
// the result of one that was overtaken while running is dropped.
#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace unfold {

class Runner : public QObject
{
    Q_OBJECT

public:
    explicit Runner(QObject *parent = nullptr);
    ~Runner() override; ///< asks the running job to stop and waits for it

    /// `job` runs on the worker and returns what to do with its result on the GUI thread; it should look at its stop token.
    /// Every job that was started before is stopped and its result dropped.
    using Delivery = std::function<void()>;
    using Job = std::function<Delivery(std::stop_token)>;
    void start(Job job);
    void cancel();
    bool busy() const { return m_busy; }

signals:
    void busyChanged();

private:
    void deliver(quint64 generation, const Delivery &delivery);

    quint64 m_generation = 0;
    bool m_busy = false;
    std::jthread m_worker;
};

} // namespace unfold
