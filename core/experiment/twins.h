#pragma once
// Two experiments that differ in what they are to be compared by, and are the same in everything else. Pure.
//
// The first is the one that is edited. What is linked follows it; what is not stays as it is in the twin. The number
// of steps always follows: both stand on one time axis.
#include "core/experiment/experiment.h"

#include <array>
#include <set>
#include <string>

namespace unfold {

/// What can be linked. Steps are no link: see above.
enum class Link { Circuit, HiddenSize, Activation, Recipe, Seed, Gain, Data, Loss };
using Links = std::set<Link>; ///< those that are closed

inline constexpr std::array allLinks{
    Link::Circuit, Link::HiddenSize, Link::Activation, Link::Recipe, Link::Seed, Link::Gain, Link::Data, Link::Loss};

/// As in files: "circuit", "size", "activation", "recipe", "seed", "gain", "data", "loss".
std::string_view nameOf(Link link);
std::optional<Link> linkNamed(std::string_view name);

struct TwinExperiment {
    Experiment experiment;
    Links links;
    /// Why it could not follow the first any more, as a sentence; empty: it does. It stays as it was until it can.
    std::string fault;
    bool operator==(const TwinExperiment &) const = default;
};

/// The twin after the first has become `first`. Never throws: see TwinExperiment::fault.
TwinExperiment following(const Experiment &first, TwinExperiment twin);

/// The same where the gain alone has changed; costs no more than a copy.
TwinExperiment followingGain(const Experiment &first, TwinExperiment twin);

/// Whether the two are the same in everything but the gain, or in everything.
bool differOnlyInGain(Experiment a, const Experiment &b);

/// Whether the two differ in what `link` holds together.
bool differ(Link link, const Experiment &first, const Experiment &twin);

/// What `link` holds together, in a few words: "LSTM", "hidden 16", "relu", "gain 0.9".
std::string inWords(Link link, const Experiment &experiment);

/// How one of the two is told from the other: "LSTM", "gain 0.9, relu"; empty where they do not differ.
std::string nameBeside(const Experiment &other, const Experiment &experiment);

struct Twins {
    Experiment first;
    TwinExperiment twin;
};

enum class TwinPreset { RnnAndLstm, GainBelowAndAbove, OrthogonalAndGaussian, TanhAndRelu };

/// Both made from `present`: all links are closed but the one that the preset is about. The forget gate of an LSTM
/// that is made anew is held open by a bias of 5. Throws InputError where `present` cannot be changed so.
Twins twinsOf(const Experiment &present, TwinPreset preset);

} // namespace unfold
