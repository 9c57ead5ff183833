#pragma once
// Free running: a text goes on, or a series is forecast, by a network that reads what it said before.
//
//   text     p = softmax(o(t)/τ), the next symbol is drawn from p; τ = 0: the most probable one, the first of equals
//   series   the next value is o(t), in the units of the series
#include "core/experiment/experiment.h"

namespace unfold {

struct Sampling {
    std::optional<std::string> prompt; ///< of a text; unset: the text of the experiment
    std::optional<int> steps; ///< how many symbols or values; unset: as many as the experiment has steps
    double temperature = 1; ///< τ ≥ 0, of a text
    std::uint64_t seed = 1;
};

/// What a network trained on the experiment's text or series says after it has read the beginning, without that: the
/// text, or one value a line. Throws InputError where the experiment has neither, where the prompt has a symbol that is
/// not in the text, or where the circuit cannot be run step by step.
std::string runFreely(const Experiment &experiment, const Sampling &sampling);

} // namespace unfold
