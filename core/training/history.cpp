#include "core/training/history.h"

#include <algorithm>

namespace unfold {
namespace {

constexpr std::size_t mostPoints = 8192;
constexpr std::size_t mostMeasurements = 4096;
constexpr std::size_t mostMarks = 4096;

std::int64_t countOf(const HistoryPoint &point)
{
    return point.last - point.first + 1;
}

/// The stretch of both; `b` follows `a`.
HistoryPoint joinedPoint(const HistoryPoint &a, const HistoryPoint &b)
{
    const auto inA = static_cast<double>(countOf(a));
    const auto inB = static_cast<double>(countOf(b));
    return {a.first, b.last, (inA * a.loss + inB * b.loss) / (inA + inB), std::min(a.lowestLoss, b.lowestLoss),
        std::max(a.highestLoss, b.highestLoss), std::max(a.gradientNorm, b.gradientNorm),
        std::max(a.appliedNorm, b.appliedNorm), b.rate};
}

void joinPairs(std::vector<HistoryPoint> &points)
{
    std::size_t to = 0;
    for (std::size_t from = 0; from < points.size(); from += 2)
        points[to++] = from + 1 < points.size() ? joinedPoint(points[from], points[from + 1]) : points[from];
    points.resize(to);
}

std::vector<Spectrum> spectraOf(const TrainingState &state, const std::vector<ParameterInfo> &infos)
{
    std::vector<Spectrum> spectra;
    for (std::size_t p = 0; p < infos.size(); ++p)
        spectra.push_back(infos[p].recurrent ? spectrumOf(state.parameters[p]) : Spectrum{});
    return spectra;
}

} // namespace

void History::addUpdate(const HistoryPoint &point)
{
    if (!m_points.empty() && m_points.back().rate != point.rate)
        addMark(point.first, "rate");
    if (!m_points.empty() && countOf(m_points.back()) < m_stretch)
        m_points.back() = joinedPoint(m_points.back(), point);
    else
        m_points.push_back(point);
    if (m_points.size() > mostPoints) {
        joinPairs(m_points);
        m_stretch *= 2;
    }
}

void History::addMeasurement(const Measurement &measurement)
{
    if (m_measured++ % m_measurementsPerEntry != 0 && !m_measurements.empty())
        m_measurements.back() = measurement; // the newest is always there
    else
        m_measurements.push_back(measurement);
    if (m_measurements.size() <= mostMeasurements)
        return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < m_measurements.size(); from += 2)
        m_measurements[to++] = m_measurements[from];
    m_measurements.resize(to);
    m_measurementsPerEntry *= 2;
}

void History::addMark(std::int64_t update, std::string what)
{
    m_marks.push_back({update, std::move(what)});
    if (m_marks.size() > mostMarks)
        m_marks.erase(m_marks.begin() + 1); // not the first
}

void History::updated(const UpdateSummary &summary)
{
    addUpdate({summary.update, summary.update, summary.loss, summary.loss, summary.loss, summary.gradientNorm,
        summary.appliedNorm, summary.rate});
    if (m_moments.wants(summary.update))
        keep(summary);
}

void History::keep(const UpdateSummary &summary)
{
    if (!m_moments.all().empty() && m_moments.all().back().state->update == summary.state.update)
        return;
    KeptMoment moment;
    moment.state = std::make_shared<const TrainingState>(summary.state);
    moment.loss = summary.loss;
    if (m_node >= 0)
        moment.gradientProfile = gradientProfile(summary.pass, m_node);
    moment.spectra = spectraOf(summary.state, summary.pass.task().parameters);
    m_moments.add(std::move(moment));
}

std::size_t History::bytes() const
{
    return m_points.capacity() * sizeof(HistoryPoint) + m_measurements.capacity() * sizeof(Measurement)
        + m_marks.capacity() * sizeof(HistoryMark) + m_moments.bytes();
}

} // namespace unfold
