#include "tests/monkey/watch.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <execinfo.h>
#include <unistd.h>

// The name is the sanitizers'. NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace unfold::monkey {
namespace {

constexpr std::size_t keptEvents = 40;
constexpr std::size_t keptFrames = 12;
constexpr std::array<double, 4> limits{16, 33, 100, 250}; ///< ms
constexpr double frozenWork = 100; ///< ms
constexpr double frozenClock = 1000; ///< ms
constexpr unsigned longestHang = 120; ///< s, after which it is said what hangs

/// Plain characters: they are printed when nothing else can be relied on any more.
std::array<std::array<char, 200>, keptEvents> lastEvents{};
std::size_t events = 0;

void printLastEvents()
{
    const std::size_t kept = std::min(events, keptEvents);
    for (std::size_t i = events - kept; i < events; ++i)
        std::fprintf(stderr, "  %zu %s\n", i + 1, lastEvents[i % keptEvents].data());
    std::fflush(stderr);
}

void dieOfSignal(int signal)
{
    std::fprintf(stderr, "monkey: signal %d after\n", signal);
    printLastEvents();
    std::array<void *, 60> frames{};
    backtrace_symbols_fd(frames.data(), backtrace(frames.data(), frames.size()), STDERR_FILENO);
    std::_Exit(EXIT_FAILURE);
}

void complain(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const bool aboutTheMachine = message.startsWith(QStringLiteral("This plugin does not support "))
        || message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set"));
    if (aboutTheMachine || type == QtDebugMsg || type == QtInfoMsg)
        return;
    Watch::fail("Qt says: " + message.toStdString());
}

double workedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Watch::Watch()
{
    qInstallMessageHandler(complain);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(printLastEvents);
    else
        for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS})
            std::signal(signal, dieOfSignal);
    std::signal(SIGALRM, dieOfSignal);
}

void Watch::begin(const QString &event, bool atDefaultSize)
{
    close();
    auto &line = lastEvents[events % keptEvents];
    std::snprintf(line.data(), line.size(), "%s", event.toUtf8().constData());
    ++events;
    m_open = {0, 0, atDefaultSize, std::to_string(events) + " " + line.data()};
    m_isOpen = true;
    alarm(longestHang);
    m_workedBefore = workedMilliseconds();
    m_clock.start();
}

void Watch::end()
{
    close();
    alarm(0);
}

void Watch::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_open.milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_open.worked = workedMilliseconds() - m_workedBefore;
    const auto limit = std::find_if(limits.begin(), limits.end(), [this](double l) { return m_open.worked < l; });
    ++m_counts.at(static_cast<std::size_t>(limit - limits.begin()));
    const auto slower = [](const Frame &a, const Frame &b) { return a.worked > b.worked; };
    m_slowest.insert(std::upper_bound(m_slowest.begin(), m_slowest.end(), m_open, slower), m_open);
    if (m_slowest.size() > keptFrames)
        m_slowest.pop_back();
}

bool Watch::reportFrames() const
{
    std::printf("frames of less than 16 ms of work: %ld, 33: %ld, 100: %ld, 250: %ld, more: %ld\n", m_counts[0],
        m_counts[1], m_counts[2], m_counts[3], m_counts[4]);
    std::printf("slowest (ms of work, ms on the clock, whether at the default size, event):\n");
    bool frozen = false;
    for (const Frame &frame : m_slowest) {
        std::printf("  %7.1f %7.1f %s %s\n", frame.worked, frame.milliseconds, frame.atDefaultSize ? "yes" : "no ",
            frame.event.c_str());
        frozen = frozen || (frame.atDefaultSize && (frame.worked > frozenWork || frame.milliseconds > frozenClock));
    }
    return frozen;
}

void Watch::fail(const std::string &sentence)
{
    std::fprintf(stderr, "monkey: %s\nafter\n", sentence.c_str());
    printLastEvents();
    std::_Exit(EXIT_FAILURE);
}

} // namespace unfold::monkey
