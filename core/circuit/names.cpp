#include "core/circuit/names.h"

namespace unfold {
namespace {

const std::string &read(const std::map<std::string, std::string> &names, const std::string &name)
{
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
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

} // namespace unfold
