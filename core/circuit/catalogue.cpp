#include "core/circuit/catalogue.h"

#include "core/circuit/catalogue_pages.h"
#include "core/circuit/input_error.h"

#include <algorithm>

namespace unfold {
namespace page {

Node input(const std::string &name, int size, Place place, Span span)
{
    return {name, Role::Input, size, identity, "", {}, span, place};
}

Node output(int size, std::vector<Term> terms, Place place, Span span)
{
    return {"o", Role::Output, size, identity, "c", std::move(terms), span, place};
}

Term times(const std::string &parameter, const std::string &source, int delay)
{
    return {source, parameter, delay, 1, "", 0, std::nullopt};
}

Term gated(const std::string &gate, const std::string &source, int delay, int sign)
{
    return {source, "", delay, sign, gate, 0, std::nullopt};
}

Term plain(const std::string &source)
{
    return {source, "", 0, 1, "", 0, std::nullopt};
}

} // namespace page

namespace {

using namespace page;

struct Page {
    CatalogueEntry entry;
    Circuit (*circuit)(const Options &);
};

Circuit feedForward(const Options &p)
{
    return {"feed-forward",
        {input("x", p.size("x"), {0, 0}),
            {"h", Role::State, p.size("h"), p.phi, "b", {times("U", "x")}, every, Place{1, 0}},
            output(p.size("o"), {times("V", "h")}, {2, 0})}};
}

Circuit autonomous(const Options &p)
{
    return {"autonomous", {{"s", Role::State, p.size("s"), p.phi, "", {times("W", "s", 1)}, every, Place{0, 0}}}};
}

Circuit driven(const Options &p)
{
    return {"driven",
        {input("x", p.size("x"), {0, 0}),
            {"h", Role::State, p.size("h"), p.phi, "b", {times("W", "h", 1), times("U", "x")}, every, Place{1, 0}}}};
}

Circuit elman(const Options &p)
{
    Circuit circuit = driven(p);
    circuit.name = "elman";
    circuit.nodes.push_back(output(p.size("o"), {times("V", "h")}, {2, 0}));
    return circuit;
}

Circuit jordan(const Options &p)
{
    return {"jordan",
        {input("x", p.size("x"), {0, 0}),
            {"h", Role::State, p.size("h"), p.phi, "b", {times("W", "o", 1), times("U", "x")}, every, Place{1, 0}},
            output(p.size("o"), {times("V", "h")}, {2, 0})}};
}

Circuit bidirectional(const Options &p)
{
    const int h = p.size("h");
    return {"bidirectional",
        {input("x", p.size("x"), {0, 0.5}),
            {"h", Role::State, h, p.phi, "b", {times("W", "h", 1), times("U", "x")}, every, Place{1, 0}},
            {"g", Role::State, h, p.phi, "b_g", {times("W_g", "g", -1), times("U_g", "x")}, every, Place{2, 1}},
            output(p.size("o"), {times("V", "h"), times("V_g", "g")}, {3, 0.5})}};
}

Circuit encoderDecoder(const Options &p)
{
    const Span encoder{Span::Kind::First, p.encoderSteps};
    const Span decoder{Span::Kind::After, p.encoderSteps};
    const std::vector<Term> decoderTerms{times("W_s", "s", 1), times("W_s", "h", 1), times("U_s", "y")};
    return {"encoder-decoder",
        {input("x", p.size("x"), {0, 0}, encoder),
            {"h", Role::State, p.size("h"), p.phi, "b", {times("W", "h", 1), times("U", "x")}, encoder, Place{1, 0}},
            input("y", p.size("y"), {0, 1}, decoder),
            {"s", Role::State, p.size("s"), p.phi, "b_s", decoderTerms, decoder, Place{1, 1}},
            output(p.size("o"), {times("V", "s")}, {2, 1}, decoder)}};
}

constexpr int mostLayers = 8;

const SizeKey x{"x", SizeRole::Input};
const SizeKey h{"h", SizeRole::Hidden};
const SizeKey s{"s", SizeRole::Hidden};
const SizeKey o{"o", SizeRole::Output};
const SizeKey y{"y", SizeRole::Output}; ///< what the decoder should have put out before

const std::vector<Page> &pages()
{
    static const std::vector<Page> all{
        {{"feed-forward", "feed-forward network", "No memory: each step depends on its own input alone.", {x, h, o}},
            feedForward},
        {{"autonomous", "autonomous dynamical system", "No input: at every step the same map is applied to the state.",
             {s}},
            autonomous},
        {{"driven", "RNN without output (driven dynamical system)",
             "The state is a lossy summary of the inputs so far.", {x, h}},
            driven},
        {{"elman", "RNN with output (Elman)", "The state is a lossy summary of the inputs so far; the output reads it.",
             {x, h, o}},
            elman},
        {{"jordan", "output recurrence (Jordan)",
             "The loop runs through the output: a step reads the last output, not the state.", {x, h, o}},
            jordan},
        {{"bidirectional", "bidirectional RNN",
             "One state is computed from the past, one from the future; the output reads both.", {x, h, o}},
            bidirectional},
        {{"lstm", "LSTM",
             "The cell state is multiplied by the forget gate and added to; two more gates decide what enters it and "
             "what leaves it.",
             {x, h, o}, false, false, {{"b_f", 1}}},
            lstm},
        {{"gru", "GRU",
             "One gate mixes the old state with a new value, one decides how much of the old state enters that value. "
             "The "
             "variant of PyTorch: the reset gate acts after the matrix.",
             {x, h, o}},
            gru},
        {{"gru-reset-before", "GRU, reset before the matrix",
             "The GRU of the textbooks (Cho et al. 2014): the reset gate acts before the matrix.", {x, h, o}},
            gruResetBefore},
        {{"encoder-decoder", "encoder–decoder",
             "One network reads the whole sequence into a state, another writes a new sequence from it. While it "
             "learns "
             "it reads the correct output of the step before (teacher forcing).",
             {x, y, h, s, o}, true},
            encoderDecoder},
        {{"lstm-encoder-decoder", "LSTM encoder–decoder",
             "An LSTM reads the whole sequence, another one starts from its cell and its state and writes.",
             {x, y, h, o}, true},
            lstmEncoderDecoder},
        {{"deep", "deep RNN (stacked layers)", "Each layer remembers what the layer below has made of the input.",
             {x, h, o}, false, true},
            deep},
        {{"context", "RNN that reads one vector (context)",
             "One vector is given once and read at every step: a picture that becomes its caption.", {x, h, o}},
            context},
        {{"leaky", "leaky RNN", "Every unit has a rate of its own: how much of its old value it lets go.", {x, h, o}},
            leaky},
    };
    return all;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string all;
    for (const std::string &name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

/// The sizes asked for, and the defaults of the others.
Sizes completed(const CatalogueEntry &entry, Sizes sizes)
{
    for (const auto &[key, size] : sizes) {
        std::vector<std::string> known;
        for (const SizeKey &one : entry.sizes)
            known.push_back(one.name);
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw InputError(
                "circuit.sizes." + key, "the circuit " + entry.name + " has no such size", "one of " + joined(known));
        if (size < 1)
            throw InputError("circuit.sizes." + key, "the size is " + std::to_string(size), "1 or more");
    }
    sizes.insert({{"x", 4}, {"h", 8}, {"o", 4}});
    sizes.insert({{"s", sizes.at("h")}, {"y", sizes.at("o")}});
    return sizes;
}

} // namespace

const std::vector<CatalogueEntry> &catalogue()
{
    static const std::vector<CatalogueEntry> entries = [] {
        std::vector<CatalogueEntry> all;
        for (const Page &page : pages())
            all.push_back(page.entry);
        return all;
    }();
    return entries;
}

const CatalogueEntry *catalogueEntry(std::string_view name)
{
    const auto found = std::find_if(
        catalogue().begin(), catalogue().end(), [&](const CatalogueEntry &entry) { return entry.name == name; });
    return found == catalogue().end() ? nullptr : &*found;
}

Circuit makeCircuit(std::string_view name, const Sizes &sizes, Activation activation, int encoderSteps, int layers)
{
    const auto page = std::find_if(pages().begin(), pages().end(), [&](const Page &p) { return p.entry.name == name; });
    if (page == pages().end()) {
        std::vector<std::string> names;
        for (const Page &known : pages())
            names.push_back(known.entry.name);
        throw InputError(
            "circuit.name", "no circuit is called \"" + std::string(name) + "\"", "one of " + joined(names));
    }
    if (encoderSteps < 1)
        throw InputError(
            "circuit.encoder_steps", "the encoder has " + std::to_string(encoderSteps) + " steps", "1 or more");
    if (layers < 2 || layers > mostLayers)
        throw InputError("circuit.layers", "there are " + std::to_string(layers) + " layers",
            "a number of layers from 2 to " + std::to_string(mostLayers));
    return page->circuit({completed(page->entry, sizes), activation, encoderSteps, layers});
}

} // namespace unfold
