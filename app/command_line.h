#pragma once
// The commands that need no display:
//
//   unfold trace FILE [--csv]   the numbers of one forward and backward pass
//   unfold train FILE [-o OUT]  learns, and prints a report
//   unfold sample FILE          what a trained network says by itself
//   unfold import FILE -o OUT   a network trained elsewhere as an experiment
//   unfold circuit NAME         a circuit of the catalogue as JSON
//   unfold --help, --version
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace unfold {

/// Where a command reads and writes: the standard streams, or those of a test.
struct Streams {
    std::istream &in;
    std::ostream &out;
    std::ostream &error;
};

/// All that `unfold --help` prints.
std::string commandLineHelp();

/// Runs the command that `arguments` (without the program's name) ask for and returns the exit status: 0, 1 where the
/// result could not be written, 2 for bad input or usage, with the reason on `error` and nothing on `out`, and what
/// train_command.h adds. nullopt:
/// none of these, it is for the window.
std::optional<int> runCommand(const std::vector<std::string> &arguments, const Streams &streams);

} // namespace unfold
