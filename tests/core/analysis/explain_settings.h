#pragma once
// Networks whose gradient is explained: one of the catalogue, or a single state that is written out.
#include "core/analysis/gradient_report.h"
#include "tests/core/analysis/support.h"

namespace unfold::test {

struct Setting {
    double gain = 1;
    const char *activation = "tanh";
    double scale = 0.3;
    int steps = 20;
    Json at = "last";
    const char *circuit = "elman";
    int hidden = 8;
};

inline Json experimentOf(const Setting &s)
{
    const int count = s.at == "every" ? s.steps : s.at.is_object() ? s.at.begin()->get<int>() : 1;
    return {{"circuit",
                {{"name", s.circuit}, {"sizes", {{"x", 2}, {"h", s.hidden}, {"o", 3}}}, {"activation", s.activation}}},
        {"sequence", {{"x", numbers(s.steps, 2, 3, s.scale)}}}, {"gain", s.gain},
        {"loss",
            {{"kind", "cross-entropy"}, {"source", "o"}, {"at", s.at},
                {"targets", std::vector<int>(static_cast<std::size_t>(count), 1)}}}};
}

/// One state h(t) = φ(W h(t−1) + U x), and the loss on it.
inline Json ownState(Json state, int steps)
{
    state["name"] = "h";
    return {{"sequence", {{"x", numbers(steps, 2, 4)}}},
        {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", numbers(1, 2, 1)}}},
        {"circuit", {{"nodes", {{{"name", "x"}, {"role", "input"}, {"size", 2}}, state}}}}};
}

/// h(t) = W h(t−1) + x(t) with W = [[0.9, 1], [0, 0.9]], which is not normal; ∂L/∂h(20) = (1, 0) in direction.
inline Json nonNormalLoop()
{
    Json json = ownState(
        {{"size", 2}, {"activation", "identity"},
            {"terms", {{{"parameter", "W"}, {"source", "h"}, {"delay", 1}}, {{"parameter", "U"}, {"source", "x"}}}}},
        20);
    json["parameters"] = {{"W", {{0.9, 1}, {0, 0.9}}}, {"U", {{0, 0}, {0, 0}}}};
    json["loss"]["targets"] = {{-1, 0}};
    return json;
}

/// A report and the trace that it was read off.
struct Reading {
    Run run;
    GradientReport report;

    explicit Reading(const Json &json, GradientOf of = GradientOf::AllSteps, const std::string &node = {})
        : run(json, of)
        , report(reportGradient(*run.prepared, run.experiment.gain, of, *run.trace,
              node.empty() ? defaultPlottedNode(run.trace->circuit()) : run.node(node)))
    {
    }
};

} // namespace unfold::test
