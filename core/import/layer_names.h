#pragma once
// The names that PyTorch gives to the arrays of a recurrent layer.
//   rnn.weight_ih_l0   rnn.weight_hh_l0   rnn.bias_ih_l0   rnn.bias_hh_l0     the second direction ends in _reverse
// Those of a cell (nn.LSTMCell) are the same without _l0.
#include "core/import/array.h"

#include <optional>
#include <vector>

namespace unfold {

struct LayerArrayName {
    std::string prefix; ///< "rnn."; may be empty
    std::string kind; ///< "weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_hr"
    int layer = 0;
    bool reverse = false;
    bool cell = false; ///< without _l0

    /// The name of another array of this layer and direction.
    std::string sibling(const std::string &otherKind) const;
};

/// nullopt for a name of any other form.
std::optional<LayerArrayName> layerArrayName(const std::string &name);

} // namespace unfold
