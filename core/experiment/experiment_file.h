#pragma once
// The experiment file (*.unfold), version 1: reading and writing.
#include "core/experiment/experiment.h"

namespace unfold {

struct ReadExperiment {
    Experiment experiment;
    std::vector<std::string> warnings; ///< "circuit.colour: unknown key; it is ignored"
};

/// Throws InputError with the path in the JSON: text that is not JSON, wrong types, shapes, names, numbers that are not
/// finite. What it returns has been checked as a whole (see prepare).
ReadExperiment readExperiment(const std::string &json);

/// The file's text, with every number that `readExperiment` needs to give the same value back.
std::string writeExperiment(const Experiment &experiment);

/// The circuit as it stands under "circuit" in a file, written out.
std::string writeCircuit(const Circuit &circuit);

} // namespace unfold
