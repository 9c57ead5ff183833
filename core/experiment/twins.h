#pragma once
// Two experiments that differ in what they are to be compared by, and are the same in everything else. Pure.
//
// The first is the one that is edited. What is linked follows it; what is not stays as it is in the twin. The number
// of steps always follows: both stand on one time axis.
#include "core/experiment/links.h"

namespace unfold {

struct TwinExperiment {
    Experiment experiment;
    Links links;
    /// Why it could not follow the first any more, as a sentence; empty: it does. It stays as it was until it can.
    std::string fault;
    bool operator==(const TwinExperiment &) const = default;
};

/// The twin after the first has become `first`. Never throws: see TwinExperiment::fault.
TwinExperiment following(const Experiment &first, TwinExperiment twin);

/// The same where the gain alone has changed; costs no more than a copy.
TwinExperiment followingGain(const Experiment &first, TwinExperiment twin);

/// Whether the two are the same in everything but the gain, or in everything.
bool differOnlyInGain(Experiment a, const Experiment &b);

struct Twins {
    Experiment first;
    TwinExperiment twin;
};

enum class TwinPreset { RnnAndLstm, GainBelowAndAbove, OrthogonalAndGaussian, TanhAndRelu };

/// Both made from `present`: all links are closed but the one that the preset is about. Throws InputError where
/// `present` cannot be changed so.
///
/// RNN and LSTM begin where the RNN loses the gradient: W_rec 0.8, 100 steps (or as many as the data gives), the loss
/// at the last alone. The forget gate of the LSTM starts open (b_f = 5), its input gate nearly shut (b_i = −4). An LSTM
/// with weights of its own is compared as it is.
Twins twinsOf(const Experiment &present, TwinPreset preset);

} // namespace unfold
