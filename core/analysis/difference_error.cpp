#include "core/analysis/difference_error.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double near = 6; ///< as a factor of ε, on either side of the best

/// The largest of the finite errors around a point: one that is small by luck has neighbours that are not.
double around(const std::vector<double> &errors, std::size_t i)
{
    double largest = 0;
    for (std::size_t j = i < 2 ? 0 : i - 2; j < std::min(errors.size(), i + 3); ++j)
        if (std::isfinite(errors[j]))
            largest = std::max(largest, errors[j]);
    return largest;
}

void findBest(const std::vector<DifferencePoint> &points, DifferenceErrors &found)
{
    double least = HUGE_VAL;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double error = around(found.errors, i);
        if (points[i].kink || !std::isfinite(found.errors[i]) || !(error < least))
            continue;
        least = error;
        found.best = points[i].epsilon;
    }
}

/// The lines that the errors follow at a distance from the best ε: the largest of error / ε², and of error · ε.
void findLines(const std::vector<DifferencePoint> &points, DifferenceErrors &found)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double epsilon = points[i].epsilon;
        const double error = found.errors[i];
        if (points[i].kink || !std::isfinite(error) || error == 0)
            continue;
        if (epsilon >= 10 * found.best && epsilon <= 100 * found.best)
            found.truncation = std::max(found.truncation.value_or(0), error / (epsilon * epsilon));
        if (epsilon < found.best / near)
            found.rounding = std::max(found.rounding.value_or(0), error * epsilon);
    }
}

} // namespace

DifferenceSide DifferenceErrors::sideOf(const DifferencePoint &point) const
{
    if (!std::isfinite(point.difference))
        return DifferenceSide::Overflow;
    if (point.kink)
        return DifferenceSide::Kink;
    if (std::all_of(errors.begin(), errors.end(), [](double error) { return error == 0; }))
        return DifferenceSide::Exact;
    if (point.epsilon > near * best)
        return DifferenceSide::Truncation;
    return point.epsilon < best / near ? DifferenceSide::Rounding : DifferenceSide::Best;
}

DifferenceErrors differenceErrors(const std::vector<DifferencePoint> &points, double gradient)
{
    DifferenceErrors found;
    for (const DifferencePoint &point : points)
        found.errors.push_back(std::abs(point.difference - gradient));
    findBest(points, found);
    findLines(points, found);
    return found;
}

} // namespace unfold
