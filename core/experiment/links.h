#pragma once
// What two experiments can have in common, and how one is told from the other. Pure.
#include "core/experiment/experiment.h"

#include <array>
#include <set>
#include <string>

namespace unfold {

/// What can be linked. Steps are no link: both have one time axis.
enum class Link { Circuit, HiddenSize, Activation, Recipe, Seed, Gain, Data, Loss, Initial };
using Links = std::set<Link>; ///< those that are closed

inline constexpr std::array allLinks{Link::Circuit, Link::HiddenSize, Link::Activation, Link::Recipe, Link::Seed,
    Link::Gain, Link::Data, Link::Loss, Link::Initial};

/// As in files: "circuit", "size", "activation", "recipe", "seed", "gain", "data", "loss", "initial".
std::string_view nameOf(Link link);
std::optional<Link> linkNamed(std::string_view name);

/// Whether the two differ in what `link` holds together.
bool differ(Link link, const Experiment &first, const Experiment &twin);

/// What `link` holds together, in a few words: "LSTM", "hidden 16", "relu", "gain 0.9".
std::string inWords(Link link, const Experiment &experiment);

/// How one of the two is told from the other: "LSTM", "gain 0.9, relu"; empty where they do not differ.
std::string nameBeside(const Experiment &other, const Experiment &experiment);

} // namespace unfold
