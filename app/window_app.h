#pragma once
// The program with a window.

namespace unfold {

/// unfold [FILE]                  opens the window, with the default scene or FILE
/// unfold [FILE] --picture OUT    paints the window into a PNG and ends
/// Both take --size WIDTHxHEIGHT, --dark, --pass forward|backward and --step N.
/// Returns the exit status: 2 for bad arguments, and for a picture of a file that cannot be opened; a window opens with
/// the default scene and says why.
int runWindow(int argc, char **argv);

} // namespace unfold
