#include "core/analysis/self_loop.h"

namespace unfold {

std::optional<SelfLoop> selfLoopOf(const Program &program, int node)
{
    std::optional<SelfLoop> found;
    for (const CompiledTerm &term : program.nodes[node].terms) {
        if (!term.inLoop)
            continue;
        if (found || term.source != node || term.gate >= 0)
            return std::nullopt;
        found = SelfLoop{term.term, term.delay, term.parameter};
    }
    return found;
}

} // namespace unfold
