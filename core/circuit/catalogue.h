#pragma once
// The networks of the textbooks, each a page of data.
#include "core/circuit/circuit.h"

#include <map>

namespace unfold {

using Sizes = std::map<std::string, int>;

/// What a size of a page counts.
enum class SizeRole {
    Input, ///< the entries of what is read
    Hidden, ///< the units of a state
    Output, ///< the entries of the output, or of the previous target where that is read
};

struct SizeKey {
    std::string name; ///< as in experiment files: "x"
    SizeRole role = SizeRole::Input;
};

struct CatalogueEntry {
    std::string name; ///< as in experiment files: "elman"
    std::string title; ///< for people: "RNN with output (Elman)"
    std::string lesson; ///< one sentence on what this network is for
    std::vector<SizeKey> sizes; ///< that can be chosen, inputs first
    bool phases = false; ///< an encoder reads for the first steps, a decoder writes for the rest
    bool layers = false; ///< of states, whose number can be chosen
    /// What parameters start with where this network is chosen anew, as the field recommends; a file says it itself.
    std::map<std::string, double> constants = {};
};

/// All entries, in teaching order.
const std::vector<CatalogueEntry> &catalogue();

/// The entry called `name`, or nullptr.
const CatalogueEntry *catalogueEntry(std::string_view name);

/// The circuit called `name`. Missing sizes default to x 4, h 8, o 4, and s, y follow h and o. `activation` is φ of the
/// page; gates keep their sigmoid. `encoderSteps` is used where the page has phases, `layers` (2 to 8) where it has
/// layers. Throws InputError for an unknown name or size key.
Circuit makeCircuit(std::string_view name, const Sizes &sizes, Activation activation = Activation::Tanh,
    int encoderSteps = 1, int layers = 2);

} // namespace unfold
