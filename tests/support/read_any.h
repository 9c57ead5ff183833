#pragma once
// What must hold of every text that is given to a reader, whatever stands in it. Used by the fuzzers and by the tests
// with random files.
#include <string>

namespace unfold::test {

/// Reads the text as an experiment. Where it is one: writes and reads it again, and runs it if it is small. Returns the
/// sentence with which it was refused, or "" where it was read. Throws std::logic_error where a promise is broken;
/// lets every exception but InputError through.
std::string readAnyExperiment(const std::string &text);

/// The same for a network that was trained elsewhere (.npz, .safetensors): imports it and runs it if it is small.
std::string readAnyNetwork(const std::string &bytes);

/// The same for a table: its cells, and the series that its numbers make.
std::string readAnyTable(const std::string &text);

} // namespace unfold::test
