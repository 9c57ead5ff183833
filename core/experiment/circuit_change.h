#pragma once
// An experiment whose circuit is changed by hand: pure functions from one valid experiment to the next.
//
// A circuit of the catalogue becomes one that is written out. Every number that the change does not concern stays what
// it was: weights (which are drawn by name and seed), what is read, initial values, targets. All throw InputError where
// the result does not fit together (LoopError where it cannot be ordered in time), and then nothing has changed.
#include "core/experiment/experiment.h"

namespace unfold {

/// The experiment with this circuit in place of its own. Given weights and values whose shape no longer fits go; what
/// the data makes is made for new inputs and outputs. The title and the note of a scene go with its circuit, unless
/// only places differ.
Experiment withChangedCircuit(const Experiment &before, Circuit circuit);

/// The same network; everything that is kept under the old name is kept under the new one.
Experiment withNodeRenamed(const Experiment &before, const std::string &from, const std::string &to);

/// The same network and numbers: a weight that was drawn under its old name is written down, as the new name would draw
/// another. `to` must be no parameter yet.
Experiment withParameterRenamed(const Experiment &before, const std::string &from, const std::string &to);

/// Whether the data decides how large inputs and outputs are: a text by its symbols, a series by its one number.
bool dataSetsSizes(const Experiment &experiment);

} // namespace unfold
