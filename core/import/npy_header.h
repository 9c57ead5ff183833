#pragma once
// The head of a NumPy array: a dictionary written as Python would write it.
//   {'descr': '<f4', 'fortran_order': False, 'shape': (32, 8), }
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unfold {

struct NpyHeader {
    std::string type; ///< "<f4"; what is no plain type (fields with names) stands here as it is written
    bool columnMajor = false;
    std::vector<std::int64_t> shape;
};

/// Throws InputError (place: the name of the array) for text that is no such dictionary. Nothing of it is executed.
NpyHeader parseNpyHeader(std::string_view text, const std::string &place);

} // namespace unfold
