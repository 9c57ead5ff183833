#pragma once
// A network trained elsewhere → an experiment with its numbers, and an account of what was taken and what was left.
#include "core/experiment/experiment.h"
#include "core/import/foreign_names.h"
#include "core/import/trained_network.h"

#include <optional>
#include <string_view>

namespace unfold {

struct ImportOptions {
    std::optional<Activation>
        activation; ///< of an nn.RNN (of no other), as the file does not say it; tanh where nothing is asked
    Concatenated concatenated = Concatenated::Unsaid; ///< where a matrix reads state and input in one
    int steps = 20; ///< T, from 1
    NetworkChoice choice; ///< of the head and the layers
};

/// Each a phrase for people.
struct ImportReport {
    /// An array that is no part of what is shown.
    struct Left {
        std::string name; ///< "embedding.weight"
        std::string shape; ///< "1000 × 16"
        std::string why; ///< "a deeper layer"; empty where nothing is known

        std::string inWords() const { return name + " (" + shape + (why.empty() ? "" : ", ") + why + ")"; }
    };
    std::string network; ///< "LSTM · input 3 · hidden 8 · output 5"
    std::vector<std::string> taken; ///< "rnn.weight_ih_l0, rnn.weight_hh_l0"
    std::vector<Left> left;
    std::vector<std::string> assumed; ///< "tanh, as the file does not say the activation"

    std::vector<std::string> warnings; ///< what was chosen among several
    std::string cell; ///< "RNN", "LSTM", "GRU"
    int layers = 1;
    std::string head; ///< the array of the output layer; empty: there is none

    std::string sentence() const; ///< all of it, on one line
    std::string json() const; ///< for scripts
};

struct ImportedNetwork {
    Experiment experiment; ///< has been checked as a whole
    ImportReport report;
};

/// Random inputs over the steps, and a loss with random targets at each: the file holds no data. The gain is 1.
/// title: of the experiment. Throws InputError (see findTrainedLayer).
ImportedNetwork importNetwork(const Arrays &arrays, const std::string &title, const ImportOptions &options = {});

/// The same for the bytes of a file (see readArrays).
ImportedNetwork importNetworkFile(std::string_view bytes, const std::string &title, const ImportOptions &options = {});

} // namespace unfold
