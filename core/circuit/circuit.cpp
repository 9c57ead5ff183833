#include "core/circuit/circuit.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace unfold {
namespace {
constexpr std::array<std::pair<Activation, std::string_view>, 5> activationNames{{
    {Activation::Identity, "identity"},
    {Activation::Tanh, "tanh"},
    {Activation::Sigmoid, "sigmoid"},
    {Activation::Relu, "relu"},
    {Activation::Softmax, "softmax"},
}};
}

StepRange Span::in(int steps) const
{
    switch (kind) {
    case Kind::First: return {1, std::min(count, steps)};
    case Kind::Last: return {std::max(1, steps - count + 1), steps};
    case Kind::After: return {std::min(count, steps) + 1, steps};
    case Kind::Listed: return listed.empty() ? StepRange{} : StepRange{listed.front(), listed.back()};
    case Kind::Every: break;
    }
    return {1, steps};
}

std::optional<int> Span::placeOf(int step, int steps) const
{
    const StepRange range = in(steps);
    if (!range.contains(step))
        return std::nullopt;
    if (kind != Kind::Listed)
        return step - range.first;
    const auto found = std::lower_bound(listed.begin(), listed.end(), step);
    return *found == step ? std::optional(static_cast<int>(found - listed.begin())) : std::nullopt;
}

std::vector<int> Span::stepsIn(int steps) const
{
    if (kind == Kind::Listed)
        return listed;
    std::vector<int> all(static_cast<std::size_t>(in(steps).count()));
    std::iota(all.begin(), all.end(), in(steps).first);
    return all;
}

int Span::countIn(int steps) const
{
    return kind == Kind::Listed ? static_cast<int>(listed.size()) : in(steps).count();
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
    if (activation == Activation::Sigmoid)
        return 0.25;
    return activation == Activation::Softmax ? 0.5 : 1.0;
}

} // namespace unfold
