#include "app/interruption.h"

#include <csignal>

namespace unfold {
namespace {

volatile std::sig_atomic_t seenInterruption = 0;

void remember(int signal)
{
    seenInterruption = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

void rememberInterruption()
{
    seenInterruption = 0;
    std::signal(SIGINT, remember);
}

bool wasInterrupted()
{
    return seenInterruption != 0;
}

} // namespace unfold
