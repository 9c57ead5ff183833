#include "core/training/workers.h"

namespace unfold {

Workers::Workers(int threads)
{
    for (int i = 1; i < threads; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { work(std::move(stop)); });
}

Workers::~Workers()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

void Workers::run(int count, const std::function<void(int)> &task)
{
    if (m_threads.empty() || count < 2) {
        for (int i = 0; i < count; ++i)
            task(i);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_task = &task;
        m_count = count;
        m_next = 0;
        m_busy = static_cast<int>(m_threads.size());
        ++m_round;
    }
    m_wake.notify_all();
    takeTasks();
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_busy == 0; });
}

void Workers::takeTasks()
{
    for (int i = m_next++; i < m_count; i = m_next++)
        (*m_task)(i);
}

void Workers::work(std::stop_token stop)
{
    int seen = 0;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [&] { return m_round != seen; }))
                return;
            seen = m_round;
        }
        takeTasks();
        const std::lock_guard lock(m_mutex);
        if (--m_busy == 0)
            m_done.notify_one();
    }
}

} // namespace unfold
