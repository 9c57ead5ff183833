#pragma once
// The program with a window.

namespace unfold {

/// unfold [FILE]: opens the window, with the default scene or FILE; --size WIDTHxHEIGHT, --dark,
/// --pass forward|backward, --step N.
/// Returns the exit status: 2 for bad arguments. Where a file cannot be opened, the window opens with the default scene
/// and says why.
int runWindow(int argc, char **argv);

} // namespace unfold
