#pragma once
// Short ways to write circuits down in tests.
#include "core/circuit/circuit.h"

#include <utility>

namespace unfold {

inline Term reads(std::string source, int delay = 0, std::string parameter = "")
{
    Term term;
    term.source = std::move(source);
    term.delay = delay;
    term.parameter = std::move(parameter);
    return term;
}

inline Term gatedBy(std::string gate, Term term, int gateDelay = 0)
{
    term.gate = std::move(gate);
    term.gateDelay = gateDelay;
    return term;
}

inline Node state(std::string name, std::vector<Term> terms, int size = 2)
{
    Node node;
    node.name = std::move(name);
    node.terms = std::move(terms);
    node.size = size;
    return node;
}

inline Node inputNode(std::string name, int size = 2)
{
    Node node = state(std::move(name), {}, size);
    node.role = Role::Input;
    return node;
}

} // namespace unfold
