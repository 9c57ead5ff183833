#pragma once
// Changes that the controls ask for: pure functions from one valid experiment to the next.
//
// Each keeps everything it can. Where the experiment's data can be made anew (text, series, random, zero) the sequence
// and the targets are, for the new sizes and steps; explicit parameters whose shape no longer fits are dropped and made
// by recipe. All throw InputError where the change is impossible, and then nothing has changed.
#include "core/experiment/experiment.h"
#include "core/experiment/experiment_summary.h"

namespace unfold {

/// Parameters that the catalogue names start with its constants: the bias of a forget gate.
Experiment withCircuit(Experiment experiment, const std::string &catalogueName);
Experiment withShape(Experiment experiment, Shape shape);
Experiment withHiddenSize(Experiment experiment, int size);
Experiment withSteps(Experiment experiment, int steps);
Experiment withActivation(Experiment experiment, Activation activation);
/// All weights are made anew.
Experiment withInitialisation(Experiment experiment, const Initialisation &initialisation);
/// Every entry of one parameter starts with this number; the others stay.
Experiment withConstant(Experiment experiment, const std::string &parameter, double value);
Experiment withData(Experiment experiment, const DataSource &data);
Experiment withLossAt(Experiment experiment, const Span &at);
Experiment withGain(Experiment experiment, double gain);

} // namespace unfold
