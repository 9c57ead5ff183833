#include "core/analysis/sweep.h"

#include "core/analysis/norms.h"
#include "core/circuit/input_error.h"
#include "core/experiment/check.h"
#include "core/run/stoppable_compute.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace unfold {
namespace {

constexpr double mostBytes = 2e9; ///< of all threads together, as for one run

void checkRequest(const Prepared &prepared, const SweepRequest &request)
{
    for (std::size_t i = 0; i < request.gains.size(); ++i)
        if (!std::isfinite(request.gains[i]))
            throw InputError("gains[" + std::to_string(i) + "]", "the number is not finite", "a finite number");
    const auto nodes = static_cast<int>(prepared.program->nodes.size());
    if (request.node < 0 || request.node >= nodes)
        throw InputError("node", "there is no node " + std::to_string(request.node),
            "an index from 0 to " + std::to_string(nodes - 1));
}

int threadsFor(const Prepared &prepared, const SweepRequest &request, int asked)
{
    const int wanted = asked > 0 ? asked : static_cast<int>(std::thread::hardware_concurrency());
    const Program &program = *prepared.program;
    const double bytes = bytesNeeded(program.circuit, program.parameters, program.steps);
    const auto fitting = static_cast<int>(std::min(1e6, mostBytes / std::max(1.0, bytes)));
    return std::max(1, std::min({wanted, fitting, static_cast<int>(request.gains.size())}));
}

/// The rows are shared out one by one; each thread keeps a trace of its own and fills it again.
class SweepRun
{
public:
    SweepRun(const Prepared &prepared, const SweepRequest &request, const SweepOptions &options)
        : m_prepared(prepared)
        , m_request(request)
        , m_options(options)
        , m_order(coarseToFine(static_cast<int>(request.gains.size())))
        , m_sweep{request.gains, std::vector<std::optional<StepSeries>>(request.gains.size())}
    {
    }

    Sweep run(int threads)
    {
        {
            std::vector<std::jthread> others;
            try {
                for (int i = 1; i < threads; ++i)
                    others.emplace_back([this] { work(); });
            } catch (const std::system_error &) { // the system gives no more: fewer do it as well
            }
            work();
        } // all have ended
        if (m_failure)
            std::rethrow_exception(m_failure);
        return std::move(m_sweep);
    }

private:
    void work()
    {
        try {
            Trace trace;
            while (!m_options.stop.stop_requested()) {
                const std::size_t next = m_next++;
                if (next >= m_order.size())
                    return;
                const auto row = static_cast<std::size_t>(m_order[next]);
                if (compute(m_prepared, m_request.gains[row], m_request.of, trace, m_options.stop))
                    finish(row, gradientNorms(trace, m_request.node));
            }
        } catch (...) { // out of memory: the others end as well
            m_next = m_order.size();
            const std::scoped_lock lock(m_mutex);
            m_failure = std::current_exception();
        }
    }

    void finish(std::size_t row, const StepSeries &norm)
    {
        const std::scoped_lock lock(m_mutex);
        m_sweep.rows[row] = norm;
        ++m_done;
        if (m_options.rowDone)
            m_options.rowDone({static_cast<int>(row), norm, m_done, static_cast<int>(m_order.size())});
    }

    const Prepared &m_prepared;
    const SweepRequest &m_request;
    const SweepOptions &m_options;
    const std::vector<int> m_order;
    std::atomic<std::size_t> m_next = 0; ///< index into m_order
    std::mutex m_mutex; ///< for all below
    Sweep m_sweep;
    int m_done = 0;
    std::exception_ptr m_failure;
};

} // namespace

bool Sweep::isComplete() const
{
    return std::all_of(rows.begin(), rows.end(), [](const auto &row) { return row.has_value(); });
}

int Sweep::standIn(int row) const
{
    int nearest = -1;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        if (rows[static_cast<std::size_t>(i)] && (nearest < 0 || std::abs(i - row) < std::abs(nearest - row)))
            nearest = i;
    return nearest;
}

Sweep sweep(const Prepared &prepared, const SweepRequest &request, const SweepOptions &options)
{
    checkRequest(prepared, request);
    return SweepRun(prepared, request, options).run(threadsFor(prepared, request, options.threads));
}

std::vector<int> coarseToFine(int count)
{
    std::vector<int> order;
    if (count > 0)
        order.push_back(0);
    if (count > 1)
        order.push_back(count - 1);
    std::deque<std::pair<int, int>> gaps{{0, count - 1}};
    while (!gaps.empty()) {
        const auto [low, high] = gaps.front();
        gaps.pop_front();
        if (high - low < 2)
            continue;
        const int middle = (low + high) / 2;
        order.push_back(middle);
        gaps.emplace_back(low, middle);
        gaps.emplace_back(middle, high);
    }
    return order;
}

std::vector<double> evenGains(double from, double to, int count)
{
    std::vector<double> gains;
    for (int i = 0; i < count; ++i)
        gains.push_back(i + 1 == count && count > 1 ? to : from + (to - from) * i / std::max(1, count - 1));
    return gains;
}

} // namespace unfold
