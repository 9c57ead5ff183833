#include "core/file/bounded_text.h"

#include "core/circuit/input_error.h"

#include <algorithm>
#include <istream>

namespace unfold {

std::string readBounded(std::istream &in, std::size_t most)
{
    constexpr std::size_t piece = 64 * 1024;
    std::string text;
    while (in && text.size() <= most) {
        const std::size_t before = text.size();
        const std::size_t wanted = std::min(piece, most + 1 - before);
        text.resize(before + wanted);
        in.read(text.data() + before, static_cast<std::streamsize>(wanted));
        text.resize(before + static_cast<std::size_t>(in.gcount()));
    }
    if (text.size() > most)
        refuseAsTooLarge(most);
    return text;
}

void refuseAsTooLarge(std::size_t most)
{
    throw InputError(
        "", "the file is larger than " + std::to_string(most / 1024 / 1024) + " MB", "an experiment, which needs less");
}

} // namespace unfold
