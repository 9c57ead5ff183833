#pragma once
// NumPy's .npz: a zip of arrays, stored (savez) or deflated (savez_compressed).
#include "core/import/array.h"

#include <string_view>

namespace unfold {

/// The arrays by name, without ".npy"; other members of the zip are passed over. Throws InputError, with the name of
/// the array where it is one's fault.
Arrays readNpz(std::string_view bytes);

} // namespace unfold
