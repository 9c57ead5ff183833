#include "core/analysis/explain_causes.h"

#include "core/analysis/plain_number.h"

#include <cmath>

namespace unfold {
namespace {
constexpr double steadyFrom = 0.99;
constexpr double steadyTo = 1.01;

bool shrinks(double factor)
{
    return factor < steadyFrom;
}

bool grows(double factor)
{
    return factor > steadyTo;
}

/// Two decimals, three where the product of the factors is so near 1 that two would hide what it does.
std::string factorNumber(const ExplainFacts &facts, double factor)
{
    return plainNumber(factor, std::abs(*facts.report.mean.both - 1) < 0.02 ? 3 : 2);
}

/// "a step", or "every 2 steps" where the loop's delay is 2.
std::string perStep(const ExplainFacts &facts)
{
    const int delay = facts.loop ? std::abs(facts.loop->delay) : 1;
    return delay == 1 ? "a step" : "every " + std::to_string(delay) + " steps";
}

/// Whether the factor of each backward step is known and close to their mean.
bool evenly(const ExplainFacts &facts)
{
    for (std::size_t i = 0; i < facts.report.slopeFactor.size(); ++i) {
        const auto &slope = facts.report.slopeFactor[i];
        const auto &matrix = facts.report.matrixFactor[i];
        const double factor = slope && matrix ? *slope * *matrix : 0;
        if (factor > 0 && std::isfinite(factor) && std::abs(factor / *facts.report.mean.both - 1) > 0.02)
            return false;
    }
    return facts.loop.has_value();
}

/// Share of the units at the steps passed through whose slope is 0.
double shareOfUnitsOff(const ExplainFacts &facts)
{
    const NodeTrace &node = facts.trace.nodes[facts.report.node];
    Eigen::Index off = 0;
    Eigen::Index all = 0;
    for (int step = *facts.anchor; facts.exists(facts.after(step)); step = facts.after(step)) {
        off += (node.at(node.value, step).array() <= 0).count();
        all += node.at(node.value, step).size();
    }
    return all ? static_cast<double>(off) / static_cast<double>(all) : 0;
}

/// What stands against W: the slope by the name of what makes it small.
std::string opponent(Activation activation)
{
    switch (activation) {
    case Activation::Tanh: return "saturation";
    case Activation::Sigmoid: return "the slope of sigmoid (at most ¼)";
    case Activation::Relu: return "the slope 0 of units that are off";
    case Activation::Softmax: return "the slope of softmax (at most ½)";
    case Activation::Identity: break;
    }
    return "the slope";
}

std::string capitalised(std::string text)
{
    if ('a' <= text[0] && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}
} // namespace

std::string ratePhrase(const ExplainFacts &facts)
{
    const double factor = *facts.report.mean.both;
    const std::string amount
        = factorNumber(facts, factor) + " " + perStep(facts) + (evenly(facts) ? "" : " on average");
    if (shrinks(factor))
        return "shrinks by " + amount;
    return grows(factor) ? "grows by " + amount : "is about steady, × " + amount;
}

std::string factorsPhrase(const ExplainFacts &facts)
{
    const std::string activation(nameOf(facts.activation));
    if (facts.matrix.empty())
        return "that is the slope of " + activation + " alone, for no matrix stands on the loop";
    if (facts.activation == Activation::Identity)
        return "that is " + facts.matrix + " alone, for the slope of identity is 1";
    std::string text = facts.matrix + " multiplies it by " + factorNumber(facts, *facts.report.mean.matrix)
        + ", the slope of " + activation + " by " + factorNumber(facts, *facts.report.mean.slope);
    if (facts.activation == Activation::Relu)
        text += " (" + std::to_string(std::lround(100 * shareOfUnitsOff(facts))) + " % of the units are off)";
    return text;
}

std::string verdict(const ExplainFacts &facts)
{
    if (facts.matrix.empty() || facts.activation == Activation::Identity)
        return {};
    const double slope = *facts.report.mean.slope;
    const double matrix = *facts.report.mean.matrix;
    const double both = *facts.report.mean.both;
    const std::string against = opponent(facts.activation);
    if (shrinks(both)) {
        if (grows(matrix))
            return capitalised(against) + " wins.";
        if (shrinks(matrix))
            return shrinks(slope) ? "Both shrink it." : facts.matrix + " shrinks it; the slope hardly changes it.";
        return shrinks(slope) ? capitalised(against) + " shrinks it; " + facts.matrix + " hardly changes it."
                              : "Each shrinks it a little.";
    }
    if (grows(both))
        return shrinks(slope) ? facts.matrix + " wins over " + against + "."
                              : facts.matrix + " makes it grow; the slope hardly changes it.";
    return grows(matrix) || shrinks(slope) ? "They nearly balance." : "Neither changes it much in one step.";
}

} // namespace unfold
