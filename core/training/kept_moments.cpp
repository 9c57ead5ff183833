#include "core/training/kept_moments.h"

#include <algorithm>
#include <limits>

namespace unfold {
namespace {

constexpr std::size_t mostMoments = 512;
constexpr std::int64_t newestPerAge = 128; ///< moments over as many updates as were made already

std::size_t bytesOfMoment(const KeptMoment &moment)
{
    return sizeof(KeptMoment) + bytesOf(*moment.state) + moment.gradientProfile.size() * sizeof(double)
        + moment.spectra.size() * sizeof(Spectrum);
}

std::int64_t updateOf(const KeptMoment &moment)
{
    return moment.state->update;
}

} // namespace

bool KeptMoments::wants(std::int64_t update) const
{
    return m_moments.empty() || update - updateOf(m_moments.back()) > update / newestPerAge;
}

void KeptMoments::add(KeptMoment moment)
{
    m_bytes += bytesOfMoment(moment);
    m_moments.push_back(std::move(moment));
    while (m_moments.size() > 2 && (m_bytes > m_mostBytes || m_moments.size() > mostMoments))
        dropOne();
}

/// The one whose neighbours are nearest to each other for its age.
void KeptMoments::dropOne()
{
    const std::int64_t newest = updateOf(m_moments.back());
    std::size_t least = 1;
    double leastGap = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i + 1 < m_moments.size(); ++i) {
        const auto gap = static_cast<double>(updateOf(m_moments[i + 1]) - updateOf(m_moments[i - 1]));
        const double forAge = gap / static_cast<double>(newest - updateOf(m_moments[i]) + 1);
        if (forAge < leastGap) {
            leastGap = forAge;
            least = i;
        }
    }
    m_bytes -= bytesOfMoment(m_moments[least]);
    m_moments.erase(m_moments.begin() + static_cast<std::ptrdiff_t>(least));
}

} // namespace unfold
