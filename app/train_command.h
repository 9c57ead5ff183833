#pragma once
// unfold train FILE [-o OUT] [--updates N] [--log LOG]   trains, and prints a report as JSON
#include "app/command_line.h"

namespace unfold {

/// `arguments`: what follows "train". The exit status: 0; 3 where a number was not finite, 130 after Ctrl+C, and the
/// report and OUT are written all the same; 1 where OUT, the log or the report cannot be written; 2 for bad input or
/// usage, with the reason on `streams.error` and nothing on `streams.out`.
int runTrain(const std::vector<std::string> &arguments, const Streams &streams);

} // namespace unfold
