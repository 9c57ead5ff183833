#include "core/analysis/explain_rate.h"

#include <cmath>

namespace unfold {
namespace {
constexpr double below = 0.99;
constexpr double above = 1.01;

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

/// Share of the values at the steps passed through whose slope is 0.
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

Balance balanceOf(double matrix, double slope, double both)
{
    const bool slopeBelow = slope < below;
    if (both < below) {
        if (matrix > above)
            return Balance::SlopeOutweighs;
        if (matrix < below)
            return slopeBelow ? Balance::BothBelow : Balance::MatrixAlone;
        return slopeBelow ? Balance::SlopeAlone : Balance::BothSlightlyBelow;
    }
    if (both > above)
        return slopeBelow ? Balance::MatrixOutweighs : Balance::MatrixAlone;
    return matrix > above || slopeBelow ? Balance::NearlyBalanced : Balance::BothClose;
}

bool isSaturated(const ExplainFacts &facts, double slope)
{
    const bool canSaturate = facts.activation == Activation::Tanh || facts.activation == Activation::Sigmoid;
    return canSaturate && slope < 0.5 * facts.report.gamma;
}
} // namespace

std::optional<GradientRate> rateOf(const ExplainFacts &facts)
{
    const MeanFactors &mean = facts.report.mean;
    if (!mean.both)
        return std::nullopt;
    GradientRate rate;
    rate.both = *mean.both;
    rate.selfLoop = facts.loop.has_value();
    rate.delay = facts.loop ? std::abs(facts.loop->delay) : 1;
    rate.even = evenly(facts);
    if (!rate.selfLoop)
        return rate;
    rate.matrix = *mean.matrix;
    rate.slope = *mean.slope;
    rate.saturated = isSaturated(facts, rate.slope);
    if (facts.activation == Activation::Relu)
        rate.inactive = shareOfUnitsOff(facts);
    if (!facts.matrix.empty() && facts.activation != Activation::Identity)
        rate.balance = balanceOf(rate.matrix, rate.slope, rate.both);
    return rate;
}

} // namespace unfold
