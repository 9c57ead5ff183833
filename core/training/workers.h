#pragma once
// A few threads that share out numbered tasks, for work that is split into fixed parts. Who does a part is left open;
// what comes out of it may not depend on that.
//
// Threads: run() is called by one thread at a time, which takes part in the work. The destructor waits for the others.
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace unfold {

class Workers
{
public:
    /// threads: in all, the caller's included; at least 1.
    explicit Workers(int threads);
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Calls task(0) … task(count − 1), each once, and returns when all are done. A task must not throw.
    void run(int count, const std::function<void(int)> &task);

private:
    void work(std::stop_token stop);
    void takeTasks();

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_done;
    const std::function<void(int)> *m_task = nullptr;
    std::atomic<int> m_next = 0;
    int m_count = 0;
    int m_round = 0; ///< how often run() was called
    int m_busy = 0; ///< threads that are at the present round
    std::vector<std::jthread> m_threads;
};

} // namespace unfold
