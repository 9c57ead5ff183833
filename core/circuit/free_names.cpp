#include "core/circuit/free_names.h"

#include "core/circuit/edit_circuit.h"

#include <string_view>

namespace unfold {
namespace {

std::string_view lettersOf(Role role)
{
    switch (role) {
    case Role::Input: return "xuvw"; // y is the target, in every drawing
    case Role::State: return "hgksr";
    case Role::Output: return "opq";
    case Role::Inner: break;
    }
    return "mnaz";
}

/// The first of these names that no parameter has; the last one with a number where all are taken.
std::string firstFree(const Circuit &circuit, const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        if (usesOf(circuit, name) == 0)
            return name;
    int number = 2;
    while (usesOf(circuit, names.back() + std::to_string(number)) > 0)
        ++number;
    return names.back() + std::to_string(number);
}

} // namespace

std::string freeNodeName(const Circuit &circuit, Role role)
{
    const std::string_view letters = lettersOf(role);
    for (const char letter : letters)
        if (circuit.indexOf(std::string(1, letter)) < 0)
            return std::string(1, letter);
    int number = 2;
    while (circuit.indexOf(letters[0] + ("_" + std::to_string(number))) >= 0)
        ++number;
    return letters[0] + ("_" + std::to_string(number));
}

std::string freeParameterName(const Circuit &circuit, int node, const std::string &source)
{
    const Node &target = circuit.nodes[static_cast<std::size_t>(node)];
    const int from = circuit.indexOf(source);
    std::string letter = target.role == Role::Output ? "V" : "W";
    if (from >= 0 && circuit.nodes[static_cast<std::size_t>(from)].role == Role::Input)
        letter = "U";
    return firstFree(circuit, {letter, letter + "_" + target.name, letter + "_" + target.name + source});
}

std::string freeBiasName(const Circuit &circuit, int node)
{
    const Node &owner = circuit.nodes[static_cast<std::size_t>(node)];
    const std::string letter = owner.role == Role::Output ? "c" : "b";
    return firstFree(circuit, {letter, letter + "_" + owner.name});
}

} // namespace unfold
