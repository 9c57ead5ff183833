#include "ui/document/runner.h"

#include <utility>

namespace unfold {

Runner::Runner(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Runner::~Runner()
{
    cancel();
    m_pool.waitForDone();
}

void Runner::start(Job job)
{
    if (m_running) {
        m_waiting = std::move(job);
        return;
    }
    launch(job);
    emit busyChanged();
}

void Runner::cancel()
{
    ++m_generation;
    m_waiting.reset();
    m_stop.request_stop();
}

void Runner::launch(const Job &job)
{
    m_running = true;
    m_stop = std::stop_source();
    m_pool.start([this, job, token = m_stop.get_token(), generation = m_generation] {
        const Delivery delivery = job(token);
        QMetaObject::invokeMethod(
            this, [this, generation, delivery] { finished(generation, delivery); }, Qt::QueuedConnection);
    });
}

void Runner::finished(quint64 generation, const Delivery &delivery)
{
    m_running = false;
    if (const auto next = std::exchange(m_waiting, std::nullopt))
        launch(*next);
    if (generation == m_generation && delivery)
        delivery();
    if (!m_running)
        emit busyChanged();
}

} // namespace unfold
