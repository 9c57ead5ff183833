#pragma once
// Figures without a display.

namespace unfold {

/// unfold render …: see renderHelp. Returns the exit status: 2 where an argument is wrong or any of the figures could
/// not be made.
int runRender(int argc, char **argv);

} // namespace unfold
