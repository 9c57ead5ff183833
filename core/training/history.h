#pragma once
// What a training was like, in bounded memory: ten million updates need no more than ten thousand.
//
// Losses, norms and rates are kept per update while there are few, then per stretch of 2, 4, 8 … updates, with the
// lowest and the highest loss of each, so that no peak is lost. Measurements are thinned alike, moments as
// kept_moments.h says.
#include "core/training/advance.h"
#include "core/training/kept_moments.h"

namespace unfold {

/// A stretch of updates, of one update at first.
struct HistoryPoint {
    std::int64_t first = 0;
    std::int64_t last = 0;
    double loss = 0; ///< the mean
    double lowestLoss = 0;
    double highestLoss = 0;
    double gradientNorm = 0; ///< the largest, before and after clipping
    double appliedNorm = 0;
    double rate = 0; ///< at its last update
};

/// Something that happened at an update: another rate, a choice of the user.
struct HistoryMark {
    std::int64_t update = 0;
    std::string what;
};

class History
{
public:
    /// node: whose gradient profile is kept; −1: none.
    explicit History(int node = -1)
        : m_node(node)
    {
    }

    void addUpdate(const HistoryPoint &point); ///< of one update; marks a rate that has changed
    void addMeasurement(const Measurement &measurement);
    void addMark(std::int64_t update, std::string what);
    /// All that there is to know about an update; its moment where it is worth it.
    void updated(const UpdateSummary &summary);
    /// The newest moment is kept in any case.
    void keep(const UpdateSummary &summary);

    const std::vector<HistoryPoint> &points() const { return m_points; }
    const std::vector<Measurement> &measurements() const { return m_measurements; }
    const std::vector<HistoryMark> &marks() const { return m_marks; }
    const KeptMoments &moments() const { return m_moments; }
    std::size_t bytes() const;

private:
    int m_node;
    std::int64_t m_stretch = 1; ///< updates per point
    std::vector<HistoryPoint> m_points;
    std::int64_t m_measurementsPerEntry = 1;
    std::int64_t m_measured = 0;
    std::vector<Measurement> m_measurements;
    std::vector<HistoryMark> m_marks;
    KeptMoments m_moments;
};

} // namespace unfold
