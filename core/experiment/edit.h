#pragma once
// Changes that the controls ask for: pure functions from one valid experiment to the next.
//
// Each keeps everything it can. Where the experiment's data can be made anew (text, series, random, zero) the sequence
// and the targets are, for the new sizes and steps; explicit parameters whose shape no longer fits are dropped and made
// by recipe. All throw InputError where the change is impossible, and then nothing has changed.
#include "core/experiment/experiment.h"
#include "core/experiment/experiment_summary.h"

namespace unfold {

Experiment withCircuit(Experiment experiment, const std::string &catalogueName);
Experiment withShape(Experiment experiment, Shape shape);
Experiment withHiddenSize(Experiment experiment, int size);
Experiment withSteps(Experiment experiment, int steps);
Experiment withActivation(Experiment experiment, Activation activation);
Experiment withInitialisation(Experiment experiment, const Initialisation &initialisation);
Experiment withData(Experiment experiment, const DataSource &data);
Experiment withLossAt(Experiment experiment, const Span &at);
Experiment withGain(Experiment experiment, double gain);

} // namespace unfold
