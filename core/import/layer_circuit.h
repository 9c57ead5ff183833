#pragma once
// The circuit of an imported layer and its parameters.
//
// PyTorch stacks the gates i, f, g, o of an LSTM and r, z, n of a GRU; here they are i, f, k, q and r, z, k. Both
// biases of a row are summed, but for the GRU's n, whose second one (d) stands inside the reset gate.
#include "core/experiment/experiment.h"
#include "core/import/trained_layer.h"

namespace unfold {

/// A page of the catalogue where there is one. A layer without head, and a gated one in both directions, is written
/// out; the nodes and parameters of the second direction end in g: f_g, W_fg, and g in place of h.
std::variant<NamedCircuit, Circuit> circuitOf(const TrainedLayer &layer, Activation activation);

/// All parameters of that circuit.
std::map<std::string, Matrix> parametersOf(const TrainedLayer &layer);

} // namespace unfold
