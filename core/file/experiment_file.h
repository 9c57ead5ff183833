#pragma once
// The experiment file (*.unfold): reading, of the present version and all older ones, and writing.
#include "core/experiment/experiment.h"
#include "core/experiment/twins.h"
#include "core/file/view_state.h"

namespace unfold {

struct ReadExperiment {
    Experiment experiment;
    ViewState view; ///< how it was looked at, where the file says so
    std::optional<TwinExperiment> twin; ///< what it is compared with, where the file says so
    std::vector<std::string> warnings; ///< "circuit.colour: unknown key; it is ignored"
};

/// Throws InputError with the path in the JSON: text that is not JSON, wrong types, shapes, names, numbers that are not
/// finite. What it returns has been checked as a whole (see prepare), its twin as well, whose places begin with
/// "twin.". Without twins the key is passed over unread.
enum class ReadTwins { Yes, No };
ReadExperiment readExperiment(const std::string &json, ReadTwins twins = ReadTwins::Yes);

/// The file's text, with every number that `readExperiment` needs to give the same value back.
std::string writeExperiment(
    const Experiment &experiment, const ViewState &view = {}, const std::optional<TwinExperiment> &twin = std::nullopt);

/// The circuit as it stands under "circuit" in a file, written out.
std::string writeCircuit(const Circuit &circuit);

} // namespace unfold
