#pragma once
// What an explanation of a report is read off, gathered once.
#include "core/analysis/gradient_report.h"
#include "core/analysis/self_loop.h"

namespace unfold {

/// The report and the trace must outlive it.
struct ExplainFacts {
    const GradientReport &report;
    const Trace &trace;
    Activation activation = Activation::Identity;
    std::string node; ///< its name
    std::string matrix; ///< name of the recurrent matrix of a self loop; empty: none
    std::optional<SelfLoop> loop;
    bool onLoop = false;
    bool toThePast = true;
    std::optional<int> anchor; ///< the step at which the gradient enters the loop

    double norm(int step) const { return *report.norm[step - 1]; }
    bool exists(int step) const { return trace.nodes[report.node].exists(step); }
    /// The step that the gradient reaches next.
    int after(int step) const { return step - (loop ? loop->delay : toThePast ? 1 : -1); }
    /// The last step that it can reach, by steps of one.
    int farEnd() const { return toThePast ? trace.nodes[report.node].span.first : trace.nodes[report.node].span.last; }
    /// The gradients are those of several losses together.
    bool severalShown() const { return report.severalLosses && report.shown == GradientOf::AllSteps; }
};

ExplainFacts factsOf(const GradientReport &report, const Trace &trace);

} // namespace unfold
