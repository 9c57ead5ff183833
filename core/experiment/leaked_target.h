#pragma once
// Whether a network reads its answer before it is to give it. A text and a series are read to predict the next entry;
// a network that looks ahead has read that entry already, and there is nothing to predict.
#include "core/experiment/experiment.h"

namespace unfold {

struct LeakedTarget {
    std::string source; ///< the node that the loss reads: "o"
    int step = 0; ///< its step; the first whose target leaks
    std::string input; ///< the node that reads the target, at step + 1: "x"
};

/// nullopt: no target leaks, or the data does not say what its targets are.
std::optional<LeakedTarget> leakedTarget(const Experiment &experiment);

} // namespace unfold
