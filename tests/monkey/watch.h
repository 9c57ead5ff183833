#pragma once
// What is written down while the monkey plays: the last events, how long each took, and whether Qt complained.
#include <QElapsedTimer>
#include <QString>

#include <array>
#include <string>
#include <vector>

namespace unfold::monkey {

/// From one event to the next: its handlers, and the painting and timers that followed.
struct Frame {
    double milliseconds = 0; ///< on the clock
    double worked = 0; ///< ms of processor time of the GUI thread: other programs do not count
    bool atDefaultSize = false;
    std::string event;
};

class Watch
{
public:
    /// Installs itself: from now on a warning of Qt, a crash or a fault found by a sanitizer ends the program with the
    /// last events.
    Watch();

    /// Called before each event, with what is about to be sent.
    void begin(const QString &event, bool atDefaultSize);
    /// Called after the last.
    void end();

    /// Prints the slowest frames; returns whether one at the default size was frozen: more than 100 ms of work, or a
    /// second on the clock.
    bool reportFrames() const;

    /// Prints the last events and the sentence, and ends the program with status 1.
    [[noreturn]] static void fail(const std::string &sentence);

private:
    void close();

    QElapsedTimer m_clock;
    double m_workedBefore = 0; ///< ms
    Frame m_open;
    bool m_isOpen = false;
    std::vector<Frame> m_slowest; ///< the slowest first
    std::array<long, 5> m_counts{}; ///< frames below 16, 33, 100, 250 ms, and above
};

} // namespace unfold::monkey
