#pragma once
// The bricks that pages of the catalogue are made of, and the pages themselves. Inside the catalogue only.
#include "core/circuit/catalogue.h"

namespace unfold::page {

/// What a page of the catalogue may depend on. Every size is set.
struct Options {
    Sizes sizes;
    Activation phi = Activation::Tanh;
    int encoderSteps = 1;
    int layers = 2;

    int size(const std::string &name) const { return sizes.at(name); }
};

constexpr Span every{};
constexpr Activation sigmoid = Activation::Sigmoid;
constexpr Activation hyperbolic = Activation::Tanh;
constexpr Activation identity = Activation::Identity;

Node input(const std::string &name, int size, Place place, Span span = every);
Node output(int size, std::vector<Term> terms, Place place, Span span = every);
/// parameter · source(t − delay)
Term times(const std::string &parameter, const std::string &source, int delay = 0);
/// sign · gate(t) ⊙ source(t − delay)
Term gated(const std::string &gate, const std::string &source, int delay = 0, int sign = 1);
/// The source as it is.
Term plain(const std::string &source);

Circuit lstm(const Options &options);
Circuit gru(const Options &options);
Circuit gruResetBefore(const Options &options);
Circuit lstmEncoderDecoder(const Options &options);
Circuit deep(const Options &options);
Circuit context(const Options &options);
Circuit leaky(const Options &options);

} // namespace unfold::page
