#pragma once
// Where a training left the finite numbers: the first quantity, in the order of computation, that was not finite.
#include "core/training/batch_pass.h"

namespace unfold {

struct Divergence {
    std::int64_t update = 0; ///< the number of the update that could not be made
    std::string quantity; ///< "h", "loss", "gradient of h", "gradient of W", "gradient norm", "W", "moment of W"
    std::optional<int> step; ///< of the sequence, where the quantity has steps
};

/// Whether every number is finite.
bool allFinite(const Matrix &m);
bool allFinite(const std::vector<Matrix> &all);

/// Of the values, then the loss, then the gradients of a batch; the update is left to the caller. Call it where the
/// loss or a gradient is not finite.
Divergence firstNotFinite(BatchPass &pass);

} // namespace unfold
