#include "core/analysis/gated_path.h"

#include "core/analysis/norms.h"
#include "core/engine/activation.h"
#include "core/linalg/stable_norm.h"

#include <algorithm>

namespace unfold {

const CompiledTerm *gatedPathOf(const Program &program, int node)
{
    const auto &terms = program.nodes[static_cast<std::size_t>(node)].terms;
    const auto path = std::find_if(terms.begin(), terms.end(), [node](const CompiledTerm &term) {
        return term.source == node && term.gate >= 0 && term.gate != node && term.parameter < 0 && term.delay != 0;
    });
    return path == terms.end() ? nullptr : &*path;
}

StepSeries gatedPathNorms(const Trace &trace, int node, int end)
{
    const CompiledTerm &path = *gatedPathOf(*trace.program, node);
    const NodeTrace &state = trace.nodes[static_cast<std::size_t>(node)];
    const NodeTrace &gate = trace.nodes[static_cast<std::size_t>(path.gate)];
    const Activation activation = trace.program->nodes[static_cast<std::size_t>(node)].activation;
    StepSeries norms(static_cast<std::size_t>(trace.steps()));
    Vector carried = state.at(state.gradient, end).col(0);
    for (int step = end; state.exists(step); step -= path.delay) {
        norms[static_cast<std::size_t>(step - 1)] = stableNorm(carried);
        const int gateStep = step - path.gateDelay;
        if (!gate.exists(gateStep))
            break;
        Vector behind(carried.size());
        const Vector value = state.at(state.value, step).col(0);
        slopeBackward(activation, carried.data(), value.data(), behind.data(), behind.size(), behind.size());
        carried = path.sign * behind.cwiseProduct(gate.at(gate.value, gateStep).col(0));
    }
    return norms;
}

} // namespace unfold
