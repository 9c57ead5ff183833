#pragma once
// Where a training is: everything that going on needs, and nothing else.
//
// A value: a kept one goes on as the first did. The generator's place is the number of the epoch, see order.h.
#include "core/learning/optimiser.h"

#include <cstdint>
#include <memory>

namespace unfold {

struct BestMoment;

struct TrainingState {
    std::vector<Matrix> parameters; ///< as used, in the order of the circuit's parameters
    Moments moments;
    std::int64_t update = 0; ///< made so far
    std::int64_t epoch = 1; ///< the one that is under way, from 1
    std::int64_t batch = 0; ///< the next one of that epoch, from 0
    /// Carried state, by node: size × (steps kept before 1 · batch), column (step) · batch + place; empty: an epoch
    /// begins, or nothing is carried.
    std::vector<Matrix> carried;
    std::shared_ptr<const BestMoment> best; ///< where the training stops by patience: the best measurement so far
    int notBetter = 0; ///< measurements since then
};

/// A measurement that none before was better than, and the state at which it was made.
struct BestMoment {
    double value = 0;
    TrainingState state; ///< without a best moment of its own
};

/// Bit for bit.
bool operator==(const TrainingState &a, const TrainingState &b);

/// Bytes of its numbers.
std::size_t bytesOf(const TrainingState &state);

} // namespace unfold
