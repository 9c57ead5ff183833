#include "app/training_progress.h"

#include <cstdio>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace unfold {
namespace {

bool errorIsTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

TrainingProgress::TrainingProgress(std::int64_t last)
    : m_last(last)
    , m_onTerminal(errorIsTerminal())
{
}

void TrainingProgress::show(const UpdateSummary &summary)
{
    if (!m_onTerminal)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next)
        return;
    m_next = now + std::chrono::milliseconds(100);
    m_shown = true;
    std::fprintf(stderr, "\r\033[Kupdate %lld of %lld, epoch %lld, loss %.6g, gradient %.3g",
        static_cast<long long>(summary.update), static_cast<long long>(m_last), static_cast<long long>(summary.epoch),
        summary.loss, summary.gradientNorm);
    std::fflush(stderr);
}

void TrainingProgress::clear()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    m_shown = false;
}

TableProgress::TableProgress(int runs)
    : m_runs(runs)
    , m_onTerminal(errorIsTerminal())
{
}

void TableProgress::show(int done)
{
    if (!m_onTerminal || done == m_shown)
        return;
    m_shown = done;
    std::fprintf(stderr, "\r\033[K%d of %d trainings", done, m_runs);
    std::fflush(stderr);
}

void TableProgress::clear()
{
    if (m_shown >= 0)
        std::fputs("\r\033[K", stderr);
    m_shown = -1;
}

} // namespace unfold
