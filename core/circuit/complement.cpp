#include "core/circuit/complement.h"

namespace unfold {
namespace {

bool isPlain(const Term &term)
{
    return term.sign > 0 && term.parameter.empty() && term.gate.empty();
}

bool takesAway(const Term &gated, const Term &plain)
{
    return gated.sign < 0 && gated.parameter.empty() && !gated.gate.empty() && gated.source == plain.source
        && gated.delay == plain.delay;
}

/// The first gated term that takes a part of the first plain one away.
int gatedFor(const Node &node, int plain)
{
    const Term &given = node.terms[static_cast<size_t>(plain)];
    for (int other = 0; other < plain; ++other) {
        const Term &term = node.terms[static_cast<size_t>(other)];
        if (isPlain(term) && term.source == given.source && term.delay == given.delay)
            return -1;
    }
    for (int other = 0; other < static_cast<int>(node.terms.size()); ++other)
        if (takesAway(node.terms[static_cast<size_t>(other)], given))
            return other;
    return -1;
}

} // namespace

int complementOf(const Node &node, int term)
{
    if (isPlain(node.terms[static_cast<size_t>(term)]))
        return gatedFor(node, term);
    for (int plain = 0; plain < static_cast<int>(node.terms.size()); ++plain)
        if (isPlain(node.terms[static_cast<size_t>(plain)]) && gatedFor(node, plain) == term)
            return plain;
    return -1;
}

bool hasComplementGate(const Node &node, int term)
{
    return !node.terms[static_cast<size_t>(term)].gate.empty() && complementOf(node, term) >= 0;
}

} // namespace unfold
