#pragma once
// A whole file, or standard input, for the commands.
#include <cstddef>
#include <iosfwd>
#include <string>

namespace unfold {

struct FileWanted {
    std::string what; ///< "an experiment file", for messages
    std::size_t most; ///< bytes
};

/// `path`, or `in` where that is "-". Throws InputError where it cannot be read or is larger.
std::string readFileOrInput(const std::string &path, std::istream &in, const FileWanted &wanted);

} // namespace unfold
