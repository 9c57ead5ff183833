#pragma once
// Circuits to lay out: every page of the catalogue and some that were written by hand.
#include "core/circuit/catalogue.h"
#include "ui/diagram/folded/folded_layout.h"

namespace unfold {

/// Reads the state of two steps before as well as of one.
inline Circuit skipCircuit()
{
    Circuit circuit = makeCircuit("elman", {});
    circuit.name = "skip";
    circuit.nodes[1].terms.push_back({"h", "W2", 2, 1, "", 0, std::nullopt});
    return circuit;
}

/// Two stacked states without places, a long delay, a reader of the future and a gate.
inline Circuit deepCircuit()
{
    Circuit circuit{"deep", {}};
    circuit.nodes.push_back({"x", Role::Input, 2, Activation::Identity, "", {}, {}, std::nullopt});
    circuit.nodes.push_back({"h", Role::State, 3, Activation::Tanh, "b",
        {{"h", "W", 1, 1, "", 0, std::nullopt}, {"x", "U", 0, 1, "", 0, std::nullopt}}, {}, std::nullopt});
    circuit.nodes.push_back({"g", Role::State, 3, Activation::Tanh, "",
        {{"g", "W_g", 3, 1, "", 0, std::nullopt}, {"h", "V_1", 0, -1, "", 0, std::nullopt}}, {}, std::nullopt});
    circuit.nodes.push_back(
        {"r", Role::State, 3, Activation::Sigmoid, "", {{"x", "U_r", -1, 1, "", 0, std::nullopt}}, {}, std::nullopt});
    circuit.nodes.push_back({"o", Role::Output, 3, Activation::Identity, "",
        {{"g", "", 0, 1, "r", 0, std::nullopt}, {"h", "V_2", 0, 1, "", 0, std::nullopt}}, {}, std::nullopt});
    return circuit;
}

inline std::vector<Circuit> circuitsToDraw()
{
    std::vector<Circuit> all;
    for (const CatalogueEntry &entry : catalogue())
        all.push_back(makeCircuit(entry.name, {}, Activation::Tanh, 3));
    all.push_back(skipCircuit());
    all.push_back(deepCircuit());
    return all;
}

/// A font whose letters are all alike: the layouts need no screen.
inline DiagramFonts plainFonts(double unit = 1)
{
    DiagramFonts fonts;
    fonts.unit = unit;
    fonts.symbol = [unit](const std::string &name) { return QSizeF((12 + 6 * double(name.size())) * unit, 20 * unit); };
    fonts.note = [unit](const std::string &text) { return QSizeF(6.2 * double(text.size()) * unit, 15 * unit); };
    return fonts;
}

inline std::optional<LossPlace> lossOf(const Circuit &circuit)
{
    const int output = circuit.indexOf("o");
    return output < 0 ? std::nullopt : std::optional<LossPlace>({output, Span{Span::Kind::Last, 1}});
}

} // namespace unfold
