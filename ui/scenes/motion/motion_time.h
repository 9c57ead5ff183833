#pragma once
// When what happens while a circuit unfolds. First the circuit settles at step 1, its loops still closed. Then it walks
// along the time axis, one step in each phase, and leaves a copy behind: what is unrolled stands, what walks on is
// still folded. A loop between two steps opens while their copies part. Last, the names of the last copy settle.
#include <cstddef>
#include <vector>

namespace unfold {

/// 0 … 1 with no speed at its ends.
double eased(double x);

class MotionTime
{
public:
    MotionTime() = default;
    /// steps: copies, at least 1. before, after: whether values before the first and after the last step are read.
    MotionTime(int steps, bool before, bool after);

    int steps() const { return m_steps; }
    /// How far the circuit has come from its place in the folded drawing to step 1.
    double settled(double phase) const;
    /// How far the circuit has come from step − 1 to `step`; of 0 + 1 and T + 1: how far values beyond the ends are
    /// out.
    double arrived(int step, double phase) const;
    /// Steps from step 1 to where the copy of `step` stands: 0 … step − 1. Beyond the ends: as the nearest.
    double shift(int step, double phase) const;
    /// How far an arrow between these two steps has opened. Both in 0 … T + 1; they differ.
    double opened(int from, int to, double phase) const;
    /// How far the copy of `step` has its step in its name.
    double named(int step, double phase) const;
    /// The phase at which the circuit has come to `step`.
    double endOf(int step) const { return m_ends[static_cast<std::size_t>(step)]; }
    double settledAt() const { return m_ends[0]; }

private:
    double beginOf(int step) const { return m_ends[static_cast<std::size_t>(step) - 1]; }

    int m_steps = 1;
    std::vector<double> m_ends{0.5, 1, 1}; ///< of settling, then of the phase of every step, T + 1 included
};

} // namespace unfold
