#include "core/circuit/names.h"

#include <cstdlib>

namespace unfold {
namespace {

const std::string &read(const std::map<std::string, std::string> &names, const std::string &name)
{
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
}

std::string number(int n)
{
    return (n < 0 ? "−" : "") + std::to_string(std::abs(n));
}

} // namespace

std::string_view nameOf(Notation notation)
{
    return notation == Notation::Letters ? "letters" : "indexed";
}

std::optional<Notation> notationNamed(std::string_view name)
{
    for (const Notation notation : {Notation::Letters, Notation::Indexed})
        if (nameOf(notation) == name)
            return notation;
    return std::nullopt;
}

const std::string &Names::node(const std::string &name) const
{
    return read(nodes, name);
}

const std::string &Names::parameter(const std::string &name) const
{
    return read(parameters, name);
}

std::string Names::at(const std::string &step) const
{
    return notation == Notation::Letters ? "(" + step + ")" : "⟨" + step + "⟩";
}

int Names::delayOf(const std::string &node) const
{
    const auto found = delays.find(node);
    return found == delays.end() ? 0 : found->second;
}

std::string Names::nodeAt(const std::string &node, int step) const
{
    return at(number(step - delayOf(node)));
}

std::string Names::nodeAt(const std::string &node, const std::string &letter) const
{
    const int delay = delayOf(node);
    return at(delay == 0 ? letter : letter + (delay > 0 ? "−" : "+") + std::to_string(std::abs(delay)));
}

} // namespace unfold
