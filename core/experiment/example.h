#pragma once
// An example put into its experiment, and the check of a whole training.
#include "core/experiment/check.h"
#include "core/experiment/training.h"

namespace unfold {

/// The experiment with the sequence, the targets, the initial values and the steps of `example`. Its loss must be set.
Experiment withExample(Experiment experiment, const Example &example);

/// The example that the experiment itself is: its own sequence and targets.
Example ownExample(const Experiment &experiment);

/// The list as it is learned from: `training.examples`, or the experiment's own sequence.
Examples examplesOf(const Experiment &experiment);

/// Whether any loss is taken; an example with an empty list of steps only carries the state on.
bool hasLoss(const Experiment &experiment, const Example &example);

/// Throws InputError with the place in the file ("training.examples[3].targets") at the first fault of
/// `experiment.training`, which must be there.
void checkTraining(const Experiment &experiment);

/// After a change of the experiment: its training as far as it still fits. Without the state where a parameter has
/// another shape or is made anew, without all of it where checkTraining refuses it.
Experiment keptTraining(Experiment experiment);
/// The same where the parameters are others: what was trained is gone.
Experiment untrained(Experiment experiment);

} // namespace unfold
