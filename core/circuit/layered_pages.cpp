// Pages with more than one state vector: stacked layers, one vector read at every step, units with a rate of their own.
#include "core/circuit/catalogue_pages.h"

namespace unfold::page {
namespace {

/// The source as it was one step ago.
Term kept(const std::string &source)
{
    return {source, "", 1, 1, "", 0, std::nullopt};
}

} // namespace

Circuit deep(const Options &p)
{
    Circuit circuit{"deep", {input("x", p.size("x"), {0, 0})}};
    for (int layer = 1; layer <= p.layers; ++layer) {
        const std::string n = std::to_string(layer);
        const std::string below = layer == 1 ? "x" : "h" + std::to_string(layer - 1);
        circuit.nodes.push_back({"h" + n, Role::State, p.size("h"), p.phi, "b" + n,
            {times("W" + n, "h" + n, 1), times("U" + n, below)}, every, Place{static_cast<double>(layer), 0}});
    }
    circuit.nodes.push_back(
        output(p.size("o"), {times("V", "h" + std::to_string(p.layers))}, {static_cast<double>(p.layers + 1), 0}));
    return circuit;
}

Circuit context(const Options &p)
{
    return {"context",
        {input("x", p.size("x"), {0, 0}, {Span::Kind::First, 1}),
            {"k", Role::Inner, p.size("x"), identity, "", {kept("k"), plain("x")}, every, Place{1, 0}},
            {"h", Role::State, p.size("h"), p.phi, "b", {times("W", "h", 1), times("R", "k")}, every, Place{2, 0}},
            output(p.size("o"), {times("V", "h")}, {3, 0})}};
}

Circuit leaky(const Options &p)
{
    const int h = p.size("h");
    return {"leaky",
        {input("x", p.size("x"), {0, 0}), {"z", Role::Inner, h, sigmoid, "b_z", {}, every, Place{1, 1}},
            {"k", Role::Inner, h, p.phi, "b", {times("W", "h", 1), times("U", "x")}, every, Place{1, 0}},
            {"h", Role::State, h, identity, "", {kept("h"), gated("z", "h", 1, -1), gated("z", "k")}, every,
                Place{2, 0.5}},
            output(p.size("o"), {times("V", "h")}, {3, 0.5})}};
}

} // namespace unfold::page
