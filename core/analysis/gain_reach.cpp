#include "core/analysis/gain_reach.h"

#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "core/run/stoppable_compute.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr int lowestTenth = 1;
constexpr int highestTenth = 17;
constexpr int unchanged = 10; ///< tenths: W as initialised
constexpr double mostWork = 1.5e10; ///< multiply-adds of all runs together

void addAll(const StepSeries &series, MagnitudeSpan &span)
{
    for (const std::optional<double> &value : series)
        if (value)
            span.add(*value);
}

/// Where the gradient enters the loop of the node.
double entryOf(const Program &program, const StepSeries &norm, int node)
{
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[static_cast<size_t>(node)];
    const auto anchor = anchorOf(norm, program.groups[static_cast<size_t>(group)].walk != Walk::Backward);
    const double entry = anchor ? norm[static_cast<size_t>(*anchor - 1)].value_or(0) : 0;
    return std::isfinite(entry) ? entry : 0;
}

} // namespace

void MagnitudeSpan::add(double magnitude)
{
    if (!std::isfinite(magnitude) || magnitude <= 0)
        return;
    least = std::min(least, magnitude);
    most = std::max(most, magnitude);
}

std::vector<double> reachGains(double costOfOne)
{
    if (costOfOne * (highestTenth - lowestTenth + 1) > mostWork)
        return {lowestTenth / 10.0, unchanged / 10.0, highestTenth / 10.0};
    std::vector<double> gains;
    for (int tenth = lowestTenth; tenth <= highestTenth; ++tenth)
        gains.push_back(tenth / 10.0);
    return gains;
}

std::optional<GainReach> gainReach(const Prepared &prepared, int node, const std::stop_token &stop)
{
    GainReach reach;
    if (!prepared.loss)
        return reach;
    Trace trace; // filled anew by each run
    for (const double gain : reachGains(prepared.program->cost())) {
        if (stop.stop_requested() || !compute(prepared, gain, GradientOf::LastStep, trace, stop))
            return std::nullopt;
        const GradientReport report = reportGradient(prepared, gain, GradientOf::LastStep, trace, node);
        addAll(report.norm, reach.norm);
        addAll(report.otherNorm, reach.norm);
        for (const StateGradient &state : report.beside) // they are drawn on the same axis
            addAll(state.norm, reach.norm);
        addAll(report.matrixFactor, reach.factor);
        addAll(report.slopeFactor, reach.factor);
        if (gain == unchanged / 10.0)
            reach.entry = entryOf(*prepared.program, report.norm, node);
    }
    return reach;
}

} // namespace unfold
