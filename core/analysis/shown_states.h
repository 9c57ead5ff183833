#pragma once
// Which nodes are looked at together: the node that is plotted, and every state beside it.
#include "core/circuit/circuit.h"
#include "core/engine/program.h"

#include <vector>

namespace unfold {

/// Nodes that share one place on the time axis: never two of them exist at the same step (the states of an encoder and
/// of its decoder). In the order of the circuit.
using StateTrack = std::vector<int>;

/// A state is shown with all other states; another node by itself, and with the states where it does not exist at every
/// step. States without a step are left out. Every node is in one track; the tracks are in the order of the circuit.
std::vector<StateTrack> shownStates(const Circuit &circuit, int steps, int plotted);

/// The track of a node; an empty one where it is in none.
const StateTrack &trackOf(const std::vector<StateTrack> &tracks, int node);

/// Whether one of two nodes reads the other across a step: a gradient goes from one on to the other.
bool leadsOn(const Circuit &circuit, int steps, int a, int b);

/// What bounds the values of a state, and what its slope is.
enum class StateKind {
    Cell, ///< carried on through a gate, past every matrix, beside another state of its loop: the s of an LSTM
    Gated, ///< carried on through a gate, and the only state of its loop: the h of a GRU
    Tanh,
    Sigmoid,
    Relu,
    Linear, ///< the identity
};

StateKind stateKindOf(const Program &program, int node);

} // namespace unfold
