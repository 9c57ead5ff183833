#pragma once
// The clock of the GUI thread: what it has worked, whatever else the machine does.
#include <ctime>

namespace unfold {

/// ms of processor time of the calling thread.
inline double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace unfold
