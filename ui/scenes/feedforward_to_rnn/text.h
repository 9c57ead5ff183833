#pragma once
// What is said at each step of the transition from the feed-forward to the recurrent network.
#include "core/circuit/parameter_count.h"

#include <QString>

namespace unfold {

struct FeedforwardToRnnWords {
    QString mark; ///< of the scrubber, two or three words
    QString title;
    QString happens;
    QString heading; ///< of what follows
    QString stays;
};

/// step: 0 before the first, then 1 … 4. sizes: of the network that is drawn.
FeedforwardToRnnWords transitionWords(int step, const LayerSizes &sizes);

/// The step that a phase of 0 … 1 is in, or has just ended.
int transitionStepAt(double phase);

} // namespace unfold
