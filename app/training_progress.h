#pragma once
// How far a training has come: one line on standard error, where that is a terminal.
#include "core/training/advance.h"

#include <chrono>

namespace unfold {

/// The same for a table of trainings.
class TableProgress
{
public:
    explicit TableProgress(int runs);

    void show(int done); ///< where it changed
    void clear();

private:
    int m_runs;
    int m_shown = -1;
    bool m_onTerminal;
};

class TrainingProgress
{
public:
    /// last: the number of the last update.
    explicit TrainingProgress(std::int64_t last);

    void show(const UpdateSummary &summary); ///< at most ten times a second
    void clear(); ///< leaves an empty line

private:
    std::int64_t m_last;
    bool m_onTerminal;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_next{};
};

} // namespace unfold
