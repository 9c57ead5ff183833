#include "core/circuit/circuit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace unfold {
namespace {
constexpr std::array<std::pair<Activation, std::string_view>, 4> activationNames{{
    {Activation::Identity, "identity"},
    {Activation::Tanh, "tanh"},
    {Activation::Sigmoid, "sigmoid"},
    {Activation::Relu, "relu"},
}};
}

StepRange Span::in(int steps) const
{
    switch (kind) {
    case Kind::First: return {1, std::min(count, steps)};
    case Kind::Last: return {std::max(1, steps - count + 1), steps};
    case Kind::After: return {std::min(count, steps) + 1, steps};
    case Kind::Every: break;
    }
    return {1, steps};
}

int Circuit::indexOf(std::string_view wanted) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node &n) { return n.name == wanted; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

std::string_view nameOf(Activation activation)
{
    for (const auto &[value, name] : activationNames)
        if (value == activation)
            return name;
    return "identity";
}

std::optional<Activation> activationNamed(std::string_view wanted)
{
    for (const auto &[value, name] : activationNames)
        if (name == wanted)
            return value;
    return std::nullopt;
}

double largestSlope(Activation activation)
{
    return activation == Activation::Sigmoid ? 0.25 : 1.0;
}

} // namespace unfold
