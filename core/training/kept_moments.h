#pragma once
// The states of a training that can be gone back to: dense near the present, sparser the older they are, within a fixed
// number of bytes. The first and the newest are always there.
#include "core/learning/training_state.h"
#include "core/linalg/spectrum.h"

#include <vector>

namespace unfold {

struct KeptMoment {
    std::shared_ptr<const TrainingState> state; ///< goes on as the first did, bit for bit
    double loss = 0; ///< of the batch of its update
    std::vector<double> gradientProfile; ///< ‖∂L/∂h(t)‖ over the batch; empty where there is none
    std::vector<Spectrum> spectra; ///< by parameter: ρ and σ_max; zeros for a bias
};

class KeptMoments
{
public:
    explicit KeptMoments(std::size_t mostBytes = 60'000'000)
        : m_mostBytes(mostBytes)
    {
    }

    /// Whether the moment after an update is worth a copy: the first ones all are, later ones at a distance that grows
    /// with the number of updates.
    bool wants(std::int64_t update) const;
    /// Updates rise.
    void add(KeptMoment moment);
    const std::vector<KeptMoment> &all() const { return m_moments; }
    std::size_t bytes() const { return m_bytes; }

private:
    void dropOne();

    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::vector<KeptMoment> m_moments; ///< rising updates
};

} // namespace unfold
