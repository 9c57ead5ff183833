#include "ui/document/runner.h"

#include <utility>

namespace unfold {

Runner::Runner(QObject *parent)
    : QObject(parent)
{
}

Runner::~Runner()
{
    cancel();
    if (m_worker.joinable())
        m_worker.join();
}

void Runner::start(Job job)
{
    if (m_running) {
        m_waiting = std::move(job);
        return;
    }
    launch(std::move(job));
    emit busyChanged();
}

void Runner::cancel()
{
    ++m_generation;
    m_waiting.reset();
    m_worker.request_stop();
}

void Runner::launch(Job job)
{
    m_running = true;
    m_launched = m_generation;
    m_worker = std::jthread([this, job = std::move(job)](const std::stop_token &stop) {
        m_delivery = job(stop);
        QMetaObject::invokeMethod(this, "finished", Qt::QueuedConnection);
    });
}

void Runner::finished()
{
    m_worker.join();
    m_running = false;
    const bool stale = m_launched != m_generation;
    const Delivery delivery = std::exchange(m_delivery, {});
    if (auto next = std::exchange(m_waiting, std::nullopt))
        launch(std::move(*next));
    if (!stale && delivery)
        delivery();
    if (!m_running)
        emit busyChanged();
}

} // namespace unfold
