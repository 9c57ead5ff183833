#include "core/analysis/sweep_border.h"

#include "core/analysis/norms.h"
#include "core/analysis/self_loop.h"
#include "core/engine/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace unfold {
namespace {

constexpr int mostRows = 101;
constexpr int fewestRows = 9;
constexpr double budget = 1.5e10; ///< multiply-adds of all rows together
constexpr std::array perUnit{50, 20, 10, 4, 2}; ///< rows in a gain of 1
constexpr double farBelow = -1e3; ///< stands for the logarithm of 0
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// One row of the sweep as logarithms against its end; NaN where there is nothing.
struct LogRow {
    double gain = 0;
    std::vector<double> ratio; ///< entry t − 1: ln (norm(t) / norm(end))
};

double logOf(double norm)
{
    return norm > 0 ? std::clamp(std::log(norm), farBelow, -farBelow) : norm == 0 ? farBelow : nothing;
}

LogRow logRow(double gain, const StepSeries &norm, int end)
{
    const auto atEnd = norm[static_cast<std::size_t>(end - 1)];
    LogRow row{gain, {}};
    for (std::size_t i = 0; i < norm.size(); ++i) {
        const bool counts = norm[i] && atEnd && *atEnd > 0 && static_cast<int>(i) != end - 1;
        row.ratio.push_back(counts ? logOf(*norm[i]) - logOf(*atEnd) : nothing);
    }
    return row;
}

/// Where between 0 and 1 a quantity that goes from a to b passes 0.
double zeroBetween(double a, double b)
{
    return b == 0 ? 1 : a / (a - b);
}

double gainBetween(double low, double high, double share)
{
    if (share >= 1)
        return high;
    if (low <= 0)
        return low + share * (high - low);
    return low * std::pow(high / low, share);
}

/// The crossings on the four sides of the cell between two rows and the steps `step` and `step` + 1, in pairs.
void addCell(const LogRow &below, const LogRow &above, int step, std::vector<SweepSegment> &segments)
{
    const auto at = [&](const LogRow &row, int t) { return row.ratio[static_cast<std::size_t>(t - 1)]; };
    const std::array corners{at(below, step), at(below, step + 1), at(above, step + 1), at(above, step)};
    if (std::any_of(corners.begin(), corners.end(), [](double value) { return std::isnan(value); }))
        return;
    std::vector<SweepPoint> crossings;
    const auto alongGain = [&](int t) {
        const double a = at(below, t), b = at(above, t);
        if ((a >= 0) != (b >= 0))
            crossings.push_back({double(t), gainBetween(below.gain, above.gain, zeroBetween(a, b))});
    };
    const auto alongStep = [&](const LogRow &row) {
        const double a = at(row, step), b = at(row, step + 1);
        if ((a >= 0) != (b >= 0))
            crossings.push_back({step + zeroBetween(a, b), row.gain});
    };
    alongGain(step);
    alongStep(above);
    alongGain(step + 1);
    alongStep(below);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        segments.push_back({crossings[i], crossings[i + 1]});
}

} // namespace

std::vector<double> roundGains(double low, double high, double costOfOne)
{
    const double most = std::clamp(budget / std::max(1.0, costOfOne), 1.0 * fewestRows, 1.0 * mostRows);
    for (const int rows : perUnit) {
        const int first = static_cast<int>(std::floor(low * rows + 1e-9));
        const int last = static_cast<int>(std::ceil(high * rows - 1e-9));
        if (last - first + 1 > most && rows != perUnit.back())
            continue;
        std::vector<double> gains;
        for (int i = first; i <= last; ++i)
            gains.push_back(static_cast<double>(i) / rows);
        return gains;
    }
    return {};
}

std::optional<int> endOf(const Prepared &prepared, int node, const Sweep &sweep)
{
    const Program &program = *prepared.program;
    const int group = groupOfNode(program.groups, static_cast<int>(program.nodes.size()))[node];
    const bool toThePast = program.groups[group].walk != Walk::Backward;
    std::optional<int> end;
    for (const auto &row : sweep.rows)
        if (const auto anchor = row ? anchorOf(*row, toThePast) : std::nullopt)
            end = !end ? *anchor : toThePast ? std::max(*end, *anchor) : std::min(*end, *anchor);
    return end;
}

std::vector<SweepSegment> vanishBorder(const Sweep &sweep, int end)
{
    std::vector<SweepSegment> segments;
    std::optional<LogRow> below;
    for (std::size_t i = 0; i < sweep.rows.size(); ++i) {
        if (!sweep.rows[i])
            continue;
        LogRow row = logRow(sweep.gains[i], *sweep.rows[i], end);
        for (int step = 1; below && step < static_cast<int>(row.ratio.size()); ++step)
            addCell(*below, row, step, segments);
        below = std::move(row);
    }
    return segments;
}

SweepGuides sweepGuides(const Prepared &prepared, int node)
{
    const Program &program = *prepared.program;
    const auto loop = selfLoopOf(program, node);
    if (!loop || loop->parameter < 0 || !program.parameters[loop->parameter].recurrent)
        return {};
    const Spectrum spectrum = spectrumAt(prepared, loop->parameter, 1);
    const double most = largestSlope(program.nodes[node].activation) * spectrum.sigmaMax;
    SweepGuides guides;
    if (most > 0)
        guides.sigma = 1 / most;
    if (spectrum.radius && *spectrum.radius > 0)
        guides.radius = 1 / *spectrum.radius;
    return guides;
}

} // namespace unfold
