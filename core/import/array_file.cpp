#include "core/import/array_file.h"

#include "core/circuit/input_error.h"
#include "core/import/npz.h"
#include "core/import/safetensors.h"

namespace unfold {
namespace {

constexpr const char *expected = "a .npz file (numpy.savez) or a .safetensors file";

/// What other programs of the field write, by its first bytes.
void refuseKnownOthers(std::string_view bytes)
{
    if (bytes.empty())
        throw InputError("", "the file is empty", expected);
    if (bytes.starts_with("\x93NUMPY"))
        throw InputError("", "this is a single array (.npy) without a name", expected);
    if (bytes.starts_with("\x89HDF"))
        throw InputError("", "this is an HDF5 file, as Keras writes it", expected);
    if (bytes.starts_with("\x80"))
        throw InputError("", "this is a Python pickle, which can be read by running the program in it alone", expected);
}

} // namespace

Arrays readArrays(std::string_view bytes)
{
    refuseKnownOthers(bytes);
    if (bytes.size() > mostBytesOfArrayFile)
        throw InputError("", "the file is larger than " + std::to_string(mostBytesOfArrayFile / 1024 / 1024) + " MB",
            "a network small enough to be looked at");
    if (bytes.starts_with("PK"))
        return readNpz(bytes);
    constexpr std::size_t lengthBytes = 8;
    const std::size_t brace = bytes.find_first_not_of(' ', lengthBytes);
    if (bytes.size() < lengthBytes || brace == std::string_view::npos || bytes[brace] != '{')
        throw InputError("", "this is not a file of a known kind", expected);
    return readSafetensors(bytes);
}

} // namespace unfold
