#pragma once
// How many numbers a network has to learn, and how that grows with the length of the sequence that it reads.
#include "core/circuit/parameters.h"

#include <cstdint>

namespace unfold {

/// Entries of one parameter: rows · cols.
std::int64_t entriesOf(const ParameterInfo &parameter);

/// Entries of all parameters of the circuit; a shared one counts once.
std::int64_t parameterCount(const Circuit &circuit);

/// Sizes of a network with one hidden layer.
struct LayerSizes {
    int input = 1; ///< n_x, at one step
    int hidden = 1; ///< n_h
    int output = 1; ///< n_o
};

/// A feed-forward network that reads a sequence of `steps` inputs at once, as one vector of steps · n_x numbers, and
/// answers once:
///   count = n_h · (steps · n_x) + n_h + n_o · n_h + n_o
Circuit feedForwardOver(const LayerSizes &sizes, int steps);

/// An RNN with output that reads the same sequence one input a step, whatever its length:
///   count = n_h · n_x + n_h · n_h + n_h + n_o · n_h + n_o
Circuit recurrentOver(const LayerSizes &sizes);

} // namespace unfold
