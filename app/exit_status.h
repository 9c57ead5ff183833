#pragma once
// What the commands answer with, as scripts read it.

namespace unfold {

constexpr int success = 0;
constexpr int cannotWrite = 1;
constexpr int badInput = 2;
constexpr int notFinite = 3; ///< a training ended where a number was not finite
constexpr int interrupted = 130; ///< by Ctrl+C, as shells count it

} // namespace unfold
