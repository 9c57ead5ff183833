#pragma once
// Writing a file so that a failure leaves what was there before, and nothing else is lost.
#include <string>

namespace unfold {

/// Written beside it under a name that is not taken, and renamed. A symbolic link stays one: what it points to is
/// written. The file keeps its mode. A device or a pipe is written to as it is. false: it cannot be written, and then
/// every file is as it was.
bool writeWholeFile(const std::string &path, const std::string &text);

/// Whether both names lead to one file: another spelling, a symbolic or a hard link. false where either is missing.
bool isSameFile(const std::string &path, const std::string &other);

} // namespace unfold
