#pragma once
// Why the curves of an RNN and an LSTM beside each other are as they are, in numbers.
#include "core/experiment/experiment.h"

#include <QString>

namespace unfold {

/// Of the gradient of the last step's loss, at the present gain. Empty where one of them has none to follow to step 1.
QString noteOnRnnAndLstm(const Experiment &rnn, const Experiment &lstm);

} // namespace unfold
