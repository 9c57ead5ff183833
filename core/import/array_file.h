#pragma once
// A file of named arrays, whichever kind it is: the first bytes say it, not the name.
#include "core/import/array.h"

#include <string_view>

namespace unfold {

/// .npz or .safetensors. Throws InputError for any other kind of file, with what to do where it is a known one.
Arrays readArrays(std::string_view bytes);

} // namespace unfold
