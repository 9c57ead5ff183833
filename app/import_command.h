#pragma once
// unfold import FILE [-o OUT] [--report json]: a file from elsewhere, turned into an experiment.
#include "app/command_line.h"

namespace unfold {

/// arguments: those behind "import". Writes OUT whole or not at all, and says on standard output what was understood,
/// and on standard error what is doubtful; where the experiment itself goes to standard output, all of that goes to
/// standard error. With --report json the report goes to standard output, the experiment only to OUT. Returns the exit
/// status: 0, 1 where OUT cannot be written, 2 for a mistake, which is said on standard error.
int runImport(const std::vector<std::string> &arguments, const Streams &streams);

} // namespace unfold
