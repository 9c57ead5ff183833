#include "ui/scenes/motion/motion_time.h"

#include <algorithm>

namespace unfold {
namespace {

// In shares of the way from one step to the next.
constexpr double settling = 1.3;
constexpr double beyondEnd = 0.8; ///< for values before the first or after the last step
constexpr double naming = 0.5; ///< at the end, of the last copy

double part(double phase, double begin, double end)
{
    if (end <= begin)
        return phase >= end ? 1 : 0;
    return eased((phase - begin) / (end - begin));
}

} // namespace

double eased(double x)
{
    x = std::clamp(x, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

MotionTime::MotionTime(int steps, bool before, bool after)
    : m_steps(steps)
    , m_ends{settling}
{
    m_ends.push_back(m_ends.back() + (before ? beyondEnd : 0));
    for (int step = 2; step <= steps; ++step)
        m_ends.push_back(m_ends.back() + 1);
    m_ends.push_back(m_ends.back() + (after ? beyondEnd : naming));
    const double all = m_ends.back();
    for (double &end : m_ends)
        end /= all;
}

double MotionTime::settled(double phase) const
{
    return part(phase, 0, m_ends[0]);
}

double MotionTime::arrived(int step, double phase) const
{
    return part(phase, beginOf(step), endOf(step));
}

double MotionTime::shift(int step, double phase) const
{
    double sum = 0;
    for (int passed = 2; passed <= std::min(step, m_steps); ++passed)
        sum += arrived(passed, phase);
    return sum;
}

double MotionTime::opened(int from, int to, double phase) const
{
    return part(phase, beginOf(std::min(from, to) + 1), endOf(std::max(from, to)));
}

double MotionTime::named(int step, double phase) const
{
    return arrived(step + 1, phase);
}

} // namespace unfold
