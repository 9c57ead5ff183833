#pragma once
// One recurrent layer and its linear head, taken out of the arrays of a file.
//
//   weight_hh  (k · hidden) × hidden    k = 1: nn.RNN, 3: nn.GRU, 4: nn.LSTM, whose gates are stacked in k blocks of
//   rows
//   weight_ih  (k · hidden) × input
//   bias_ih, bias_hh  k · hidden
//   head       output × (hidden · directions), under any name that ends in "weight" (see choose_head.h)
#include "core/import/layer_names.h"
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
    std::optional<Matrix> ofInput = {}; ///< output × input, of a head that reads x(t) and h(t − 1)
};

struct TrainedLayer {
    CellKind kind = CellKind::Rnn;
    std::vector<TrainedLane> lanes; ///< 1 or 2: forward, backward in time
    std::optional<TrainedHead> head;
    std::vector<std::string> names; ///< of the arrays in `lanes`
    bool hasBias = true;
    bool resetBefore = false; ///< of a GRU: its reset gate acts before the matrix

    bool isBidirectional() const { return lanes.size() == 2; }
    int width() const { return static_cast<int>(lanes.size()) * lanes.front().hidden(); } ///< numbers that it gives
};

/// The layer with this name, without a head. Throws InputError with the name of the array.
TrainedLayer trainedLayerOf(const Arrays &arrays, const LayerArrayName &first);

/// A linear layer that reads `width` numbers, with its bias where it has one.
TrainedHead trainedHeadOf(const Arrays &arrays, const std::string &name, std::int64_t width);

/// Throws InputError where these arrays have more numbers than an experiment file can hold: it takes up to 26 bytes a
/// number and may have 64 MB.
constexpr std::size_t mostNumbers = 2'500'000;
void refuseTooMany(const Arrays &arrays, const std::vector<std::string> &names);

} // namespace unfold
