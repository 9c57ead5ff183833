#pragma once
// What kill_test and the program that it kills agree on.

#include "tests/support/experiments.h"

#include <QtGlobal>

namespace unfold {

/// Two versions of quite different length.
inline Experiment savedVersion(int version)
{
    Experiment e = test::elmanOver(version == 0 ? 3 : 2000);
    e.gain = version == 0 ? 0.25 : 0.75;
    return e;
}

/// The time since the start, written into the one number that is dragged.
inline double gainAfter(qint64 milliseconds)
{
    return 1 + static_cast<double>(milliseconds) * 1e-6;
}

inline double millisecondsOf(double gain)
{
    return (gain - 1) * 1e6;
}

} // namespace unfold
