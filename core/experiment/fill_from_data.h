#pragma once
// An experiment that only says where its sequence comes from gets the sequence, and targets where its loss has none.
#include "core/experiment/experiment.h"

namespace unfold {

/// Whether the data is a text, a series, random or zero input, and not numbers of the file.
bool makesSequence(const DataSource &data);

/// Gives the inputs and outputs of a page of the catalogue the size of the data where none is written.
void fitUnwrittenSizes(Experiment &experiment);

/// What a file leaves to the data.
struct Unwritten {
    bool targets = false; ///< of the loss
    bool initial = false; ///< the values before step 1
};

/// The steps are those of the file, else as many as the data gives and can be shown. Parameters, loss and sizes stay as
/// they are written. Throws InputError where the data does not fit them.
Experiment filledFromData(const Experiment &experiment, const Unwritten &unwritten);

} // namespace unfold
