#pragma once
// unfold import FILE -o OUT: a network trained elsewhere, turned into an experiment file.
#include "app/command_line.h"

namespace unfold {

/// arguments: those behind "import". Writes OUT whole or not at all, and says on standard output what was taken and
/// what was left; where OUT is "-", the experiment goes to standard output and the account to standard error. Returns
/// the exit status: 0, 1 where OUT cannot be written, 2 for a mistake, which is said on standard error.
int runImport(const std::vector<std::string> &arguments, const Streams &streams);

} // namespace unfold
