#pragma once
// A batch split into parts that are computed side by side: columns of sequences of the same length.
//
// The split depends on the batch alone, never on the number of threads, and so do the sums over its parts.
#include "core/training/training_task.h"

#include <span>

namespace unfold {

/// One example of a batch.
struct Member {
    int example = 0; ///< index into its list
    int place = 0; ///< in the batch, from 0
};

/// Members first … first + count − 1 of a sorted batch: sequences of one length, with one encoder.
struct Part {
    int first = 0;
    int count = 0;
    int steps = 1;
    int encoderSteps = 0;
};

constexpr int mostColumns
    = 24; ///< of a part; all but the last of a length have a multiple of 4, as the products like it

/// Sorts `members` by length and cuts them into parts of about the same number of columns. Allocates only where `parts`
/// is too small.
void splitBatch(const std::vector<TrainingExample> &list, std::vector<Member> &members, std::vector<Part> &parts);

} // namespace unfold
