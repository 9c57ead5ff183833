#pragma once
// The circuit of an imported network and its parameters, whatever is on top of what.
//
// One layer alone is a page of the catalogue (layer_circuit.h). Otherwise the circuit is written out: x, then e where
// an embedding or a projection is in front, then the cell of each layer with its number behind every name (h1, f1,
// W_f1, h2 …; without a number where there is one layer), then a where the head has two layers, then o. A layer above
// one that runs both ways reads h of it by U and g of it by R.
#include "core/experiment/experiment.h"
#include "core/import/trained_network.h"

namespace unfold {

/// activation: of every nn.RNN in it.
std::variant<NamedCircuit, Circuit> circuitOf(const TrainedNetwork &network, Activation activation);

/// All parameters of that circuit.
std::map<std::string, Matrix> parametersOf(const TrainedNetwork &network);

/// The state that the last layer gives: h, or h2.
std::string lastStateOf(const TrainedNetwork &network);

} // namespace unfold
