#pragma once
// unfold sample FILE [--prompt TEXT] [--steps N] [--temperature T] [--seed S]   what a trained network says by itself
#include "app/command_line.h"

namespace unfold {

/// `arguments`: what follows "sample". The exit status: 0, 1 where the result cannot be written, 2 for bad input or
/// usage, with the reason on `streams.error` and nothing on `streams.out`.
int runSample(const std::vector<std::string> &arguments, const Streams &streams);

} // namespace unfold
