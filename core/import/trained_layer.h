#pragma once
// One recurrent layer and its linear head, found among the arrays of a file by names and shapes.
//
//   weight_hh  (k · hidden) × hidden    k = 1: nn.RNN, 3: nn.GRU, 4: nn.LSTM, whose gates are stacked in k blocks of
//   rows weight_ih  (k · hidden) × input     bias_ih, bias_hh  k · hidden head       output × (hidden · directions),
//   under any name that ends in "weight"
#include "core/import/array.h"
#include "core/linalg/matrix.h"

#include <optional>
#include <vector>

namespace unfold {

enum class CellKind { Rnn, Gru, Lstm };

/// Number of blocks of rows, k.
int blocksOf(CellKind kind);

/// One direction.
struct TrainedLane {
    Matrix weightIh; ///< (k · hidden) × input
    Matrix weightHh; ///< (k · hidden) × hidden
    Vector biasIh; ///< k · hidden; zeros where the file has none
    Vector biasHh;

    int hidden() const { return static_cast<int>(weightHh.cols()); }
    int input() const { return static_cast<int>(weightIh.cols()); }
};

struct TrainedHead {
    Matrix weight; ///< output × (hidden · directions)
    Vector bias; ///< output; zeros where the file has none
    std::vector<std::string> names;
};

struct TrainedLayer {
    CellKind kind = CellKind::Rnn;
    std::vector<TrainedLane> lanes; ///< 1 or 2: forward, backward in time
    std::optional<TrainedHead> head;
    std::vector<std::string> names; ///< of the arrays in `lanes`
    bool hasBias = true;
    bool hasDeeperLayers = false; ///< the file goes on with layer 1: the head is then not that of this one
    bool hasOtherLayers = false; ///< of another name

    bool isBidirectional() const { return lanes.size() == 2; }
};

/// The first layer by name, its layer 0. Throws InputError with the name of the array: nothing recurrent, shapes that
/// do not fit together, numbers that are not finite, a projection (proj_size), more numbers than can be saved again.
TrainedLayer findTrainedLayer(const Arrays &arrays);

} // namespace unfold
