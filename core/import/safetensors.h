#pragma once
// The .safetensors file: the length of a head (8 bytes), the head as JSON, then the numbers.
//   {"rnn.weight_hh_l0": {"dtype": "F32", "shape": [32, 8], "data_offsets": [0, 1024]}, "__metadata__": {…}}
#include "core/import/array.h"

#include <string_view>

namespace unfold {

/// Throws InputError with the name of the array or the place in the head.
Arrays readSafetensors(std::string_view bytes);

} // namespace unfold
