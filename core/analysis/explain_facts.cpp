#include "core/analysis/explain_facts.h"

#include "core/analysis/norms.h"

namespace unfold {

ExplainFacts factsOf(const Reading &reading, const Trace &trace)
{
    const Program &program = *trace.program;
    const Node &node = trace.circuit().nodes[reading.node];
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[reading.node];
    const Walk walk = program.groups[group].walk;
    const auto loop = selfLoopOf(program, reading.node);
    const bool named = loop && loop->parameter >= 0;
    return {
        .reading = reading,
        .trace = trace,
        .activation = node.activation,
        .node = trace.circuit().names.node(node.name),
        .matrix = named ? trace.circuit().names.parameter(program.parameters[loop->parameter].name) : std::string(),
        .loop = loop,
        .onLoop = walk != Walk::WholeSequence,
        .toThePast = walk != Walk::Backward,
        .anchor = anchorOf(reading.norm, walk != Walk::Backward),
    };
}

} // namespace unfold
