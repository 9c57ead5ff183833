#include "core/circuit/loop_error.h"

#include <cstdlib>
#include <utility>

namespace unfold {
namespace {

std::string stepsInWords(int delay)
{
    const int steps = std::abs(delay);
    return (steps == 1 ? "one step" : std::to_string(steps) + " steps") + (delay > 0 ? " before" : " ahead");
}

/// "h reads o", with its delay where there is one.
std::string inWords(const LoopArrow &arrow, const Circuit &circuit)
{
    const std::string &reader = circuit.nodes[static_cast<std::size_t>(arrow.to)].name;
    const std::string &source = circuit.nodes[static_cast<std::size_t>(arrow.from)].name;
    const std::string words = reader + " reads " + (arrow.from == arrow.to ? "itself" : source);
    return arrow.delay == 0 ? words : words + " " + stepsInWords(arrow.delay);
}

/// "h reads o, g reads h and o reads g"
std::string inWords(const std::vector<LoopArrow> &arrows, const Circuit &circuit)
{
    std::string all;
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        const bool last = i + 1 == arrows.size();
        all += (i == 0 ? "" : last ? " and " : ", ") + inWords(arrows[i], circuit);
    }
    return all;
}

} // namespace

LoopError::LoopError(const InputError &error, Kind kind_, std::vector<LoopArrow> arrows_)
    : InputError(error)
    , kind(kind_)
    , arrows(std::move(arrows_))
{
}

std::string sentenceOf(const LoopError &loop, const Circuit &circuit)
{
    const std::string words = inWords(loop.arrows, circuit);
    const std::size_t count = loop.arrows.size();
    if (loop.kind == LoopError::Kind::PastAndFuture)
        return words
            + ": a loop through past and future has no step to begin with. Give all its delays the same direction.";
    if (count == 1)
        return words
            + " at the same step, so that it would have to be known before it is computed: give this arrow a "
              "delay.";
    return words + " at the same step, so that " + (count == 2 ? "neither" : "none")
        + " can be computed first: give one of these arrows a delay.";
}

} // namespace unfold
