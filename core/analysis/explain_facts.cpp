#include "core/analysis/explain_facts.h"

#include "core/analysis/norms.h"

namespace unfold {

ExplainFacts factsOf(const GradientReport &report, const Trace &trace)
{
    const Program &program = *trace.program;
    const Node &node = trace.circuit().nodes[report.node];
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[report.node];
    const Walk walk = program.groups[group].walk;
    const auto loop = selfLoopOf(program, report.node);
    const bool named = loop && loop->parameter >= 0;
    return {
        .report = report,
        .trace = trace,
        .activation = node.activation,
        .node = trace.circuit().names.node(node.name),
        .matrix = named ? trace.circuit().names.parameter(program.parameters[loop->parameter].name) : std::string(),
        .loop = loop,
        .onLoop = walk != Walk::WholeSequence,
        .toThePast = walk != Walk::Backward,
        .anchor = anchorOf(report.norm, walk != Walk::Backward),
    };
}

} // namespace unfold
