#pragma once
// The lists measured on the weights of one moment: the loss as it is trained, each list as one batch, and the share of
// right answers.
#include "core/training/batch_pass.h"

namespace unfold {

struct ListMeasurement {
    double loss = 0;
    std::optional<double> accuracy; ///< over the counted steps; nullopt for squared error
};

struct Measurement {
    std::int64_t update = 0;
    std::int64_t epoch = 0; ///< the one that the update belongs to, from 1
    std::optional<ListMeasurement> train; ///< each absent where its list is empty
    std::optional<ListMeasurement> validation;
    std::optional<ListMeasurement> test;
};

/// All lists with these parameters. Where the state is carried in training, it is carried here too, from the first
/// batch of each list on. `measured.update` and `epoch` are left to the caller.
Measurement measureLists(BatchPass &pass, const std::vector<Matrix> &parameters);

/// The quantity of a rule; nullopt where it was not measured.
std::optional<double> quantityOf(const StopRule &rule, const Measurement &measurement);

} // namespace unfold
