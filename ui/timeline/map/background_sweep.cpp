#include "ui/timeline/map/background_sweep.h"

#include <chrono>
#include <exception>
#include <mutex>
#include <utility>

namespace unfold {
namespace {
constexpr std::chrono::milliseconds betweenNews{50}; ///< a map is drawn a few times, not once per row
}

/// Where the workers leave their rows.
struct BackgroundSweep::Inbox {
    std::mutex mutex; ///< for rows
    std::vector<SweepRow> rows;

    void put(const SweepRow &row)
    {
        const std::scoped_lock lock(mutex);
        rows.push_back(row);
    }
    std::vector<SweepRow> take()
    {
        const std::scoped_lock lock(mutex);
        return std::exchange(rows, {});
    }
};

BackgroundSweep::BackgroundSweep(QObject *parent)
    : QObject(parent)
{
    m_news.setInterval(betweenNews);
    connect(&m_news, &QTimer::timeout, this, &BackgroundSweep::takeNews);
}

void BackgroundSweep::start(const std::shared_ptr<const Prepared> &prepared, const SweepRequest &request)
{
    m_runner.cancel();
    m_failure.clear();
    m_next = Sweep{request.gains, std::vector<std::optional<StepSeries>>(request.gains.size())};
    m_inbox = std::make_shared<Inbox>();
    m_news.start();
    m_runner.start([this, prepared, request, inbox = m_inbox](std::stop_token stop) -> Runner::Delivery {
        try {
            unfold::sweep(*prepared, request, {0, stop, [&inbox](const SweepRow &row) { inbox->put(row); }});
            return [this] { finish({}); };
        } catch (const std::exception &error) {
            return [this, failure = QString::fromUtf8(error.what())] { finish(failure); };
        }
    });
}

void BackgroundSweep::cancel()
{
    m_runner.cancel();
    m_news.stop();
    m_next.reset();
}

void BackgroundSweep::takeNews()
{
    if (m_next) {
        m_sweep = *std::exchange(m_next, std::nullopt);
        m_done = 0;
    }
    for (SweepRow &row : m_inbox->take()) {
        m_sweep.rows[static_cast<size_t>(row.row)] = std::move(row.norm);
        m_done = row.done;
    }
    emit advanced();
}

void BackgroundSweep::finish(const QString &failure)
{
    m_news.stop();
    m_failure = failure;
    takeNews();
}

} // namespace unfold
