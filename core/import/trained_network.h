#pragma once
// What of a file is one network: recurrent layers on top of each other, what is in front of them and the output behind.
//
//   x → [embedding or projection] → layer 1 → … → layer n → [linear, relu] → linear → o
//
// Layers are numbered by PyTorch (weight_hh_l0, _l1), or follow each other in the file where one reads as many numbers
// as the one before gives (LSTMCell after LSTMCell).
#include "core/import/trained_layer.h"

namespace unfold {

/// A linear map of the input: an embedding of one-hot symbols, or a projection.
struct TrainedFront {
    Matrix weight; ///< (input of the first layer) × (size of x)
    std::optional<Vector> bias;
    std::string name; ///< of the array
    std::vector<std::string> names; ///< with its bias
    bool embedding = false;
};

struct TrainedNetwork {
    std::vector<TrainedLayer> layers; ///< from the input to the output; the last has the head that reads it
    std::optional<TrainedFront> front;
    std::optional<TrainedHead> second; ///< reads relu of the first head
    std::vector<std::string> otherHeads; ///< arrays that would fit as the head as well
    int allLayers = 1; ///< of the file; more than are in `layers` where fewer were asked for

    const std::optional<TrainedHead> &head() const { return layers.back().head; }
    /// One layer with at most one head: a page of the catalogue, or close to one.
    bool isPlain() const { return layers.size() == 1 && !front && !second && !(head() && head()->ofInput); }
};

struct NetworkChoice {
    std::string head; ///< the name of its weight or of its layer, "none", or empty: by names, shapes and order
    std::vector<int> layers; ///< from 1, rising without a gap; empty: all
    bool resetBefore = false; ///< the GRUs among them, see TrainedLayer
};

/// Throws InputError with the name of the array: nothing recurrent, shapes that do not fit together, numbers that are
/// not finite, a projection (proj_size), more numbers than can be saved again, layers that there are not.
TrainedNetwork findTrainedNetwork(const Arrays &arrays, const NetworkChoice &choice = {});

} // namespace unfold
