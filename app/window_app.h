#pragma once
// The program with a window.

namespace unfold {

/// unfold [FILE]                        opens the window, with the default scene or FILE
/// unfold [FILE] --picture OUT [--size WIDTHxHEIGHT] [--dark]   paints the window into a PNG and ends
/// Returns the exit status: 2 for bad arguments or a file that cannot be opened.
int runWindow(int argc, char **argv);

} // namespace unfold
