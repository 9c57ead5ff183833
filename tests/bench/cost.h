#pragma once
// What a change costs, until everything that it asks for has happened.
#include "tests/bench/settle.h"
#include "tests/bench/worked.h"

#include <QElapsedTimer>

namespace unfold {

struct Cost {
    double work = 0; ///< ms of the GUI thread
    double time = 0; ///< ms on the clock
};

template <typename Act> Cost costOf(const Document &document, const Act &act)
{
    QElapsedTimer clock;
    clock.start();
    const double before = worked();
    act();
    settle(document);
    return {worked() - before, static_cast<double>(clock.nsecsElapsed()) / 1e6};
}

} // namespace unfold
