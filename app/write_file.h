#pragma once
// Writing a file so that a failure leaves what was there before.
#include <string>

namespace unfold {

/// Written aside and renamed; a device or a pipe is written to as it is. false: it cannot be written.
bool writeWholeFile(const std::string &path, const std::string &text);

} // namespace unfold
