#pragma once
// Ctrl+C while a command runs: the first one asks it to stop, the second ends the program.

namespace unfold {

/// From here on the first Ctrl+C is only remembered.
void rememberInterruption();
bool wasInterrupted();

} // namespace unfold
