#pragma once
// What the data makes of an experiment: what the network reads at each step and what it should answer.
//
//   text     reads one-hot symbols, predicts the next one: cross-entropy
//   series   reads one number a step, predicts the next one: squared error
//   random   reads standard normal numbers, targets drawn alike: classes and cross-entropy; where the output is one
//            number, whose softmax is always 1, numbers and squared error
//   zero     reads nothing but 0; squared error to drawn targets, so that there is a gradient though every value is 0
//
// A circuit without output has its loss on the state: squared error to drawn vectors. One without input starts from a
// drawn initial state (from 0 for zero data), as nothing else could set it going. An input that begins after an encoder
// is the decoder's: it reads the previous target.
#include "core/experiment/experiment.h"

namespace unfold {

/// `next` with sequence, initial values and targets for `steps` steps, for its circuit and spans; x and o get the sizes
/// of the data. Its loss, where it has one, says only at which steps: makeData sets the rest (`at` becomes the whole
/// span of the source where that does not exist at all of these steps). Parameters that no longer fit are dropped.
///
/// Numbers that only stand in the file (GivenSource) are taken from `before`, a valid experiment, and cut to what is
/// needed. Throws InputError where that needs more than there is, or where the data is shorter than `steps`.
Experiment makeData(Experiment next, int steps, const Experiment &before);

/// The size that the data asks of every input and output: the number of different symbols of a text, 1 of a series; 0:
/// any.
int symbolSize(const DataSource &data);

/// The node that the loss reads: the first output, else the first state, else the last node.
std::string lossSourceOf(const Circuit &circuit);

} // namespace unfold
