#pragma once
// What the commands answer with, as scripts read it.

namespace unfold {

constexpr int success = 0;
constexpr int cannotWrite = 1;
constexpr int badInput = 2;

} // namespace unfold
