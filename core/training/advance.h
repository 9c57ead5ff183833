#pragma once
// The learning itself: from a state to the state some updates later.
//
//   1. the batch        the next `batch` examples of the order of this epoch
//   2. ∂L/∂θ            its loss carried back through time, see batch_pass.h
//   3. clipping         g ← g·θ/‖g‖ where ‖g‖ > θ (clip), then every entry is cut to ± clip_value
//   4. the update       of every parameter that is not frozen, see optimiser.h
//
// The same state, task and number of updates give the same bits, on one thread and on many, at once or in pieces. An
// update after which a number is not finite is taken back, and ends the run.
//
// Threads: a Trainer is used by one thread at a time and has helpers of its own; the observer is called on the
// caller's.
#include "core/training/divergence.h"
#include "core/training/measurement.h"

namespace unfold {

/// What an update was.
struct UpdateSummary {
    std::int64_t update = 0; ///< its number, from 1
    std::int64_t epoch = 1; ///< that it belongs to, from 1
    double loss = 0; ///< of its batch, before it
    double gradientNorm = 0; ///< ‖g‖ of all trained parameters
    double appliedNorm = 0; ///< the same after clip and clip_value
    double rate = 0;
    const TrainingState &state; ///< after it
    const BatchPass &pass; ///< the batch with its gradients, see gradientProfile
};

/// Both may be empty. Neither may keep what it is shown a reference of.
struct TrainingObserver {
    std::function<void(const Measurement &, const TrainingState &)> measured;
    /// After the measurement, where one is due: `state` goes on as the training does. false: stop here.
    std::function<bool(const UpdateSummary &)> updated;
};

enum class Ended { Updates, Reached, Patience, Diverged, Interrupted };

/// "updates", "reached", "patience", "diverged", "interrupted".
std::string_view nameOf(Ended ended);

struct Advanced {
    TrainingState state; ///< the last finite one; after Patience that of the best measurement
    Ended ended = Ended::Updates;
    std::optional<Divergence> divergence;
};

class Trainer
{
public:
    /// threads: 0: as many as the machine has cores. The numbers do not depend on it.
    explicit Trainer(std::shared_ptr<const TrainingTask> task, int threads = 0);

    /// At most `updates` more updates.
    Advanced advance(TrainingState state, std::int64_t updates, const TrainingObserver &observer = {});
    /// The lists on the weights of this state.
    Measurement measure(const TrainingState &state);

private:
    enum class Step { Updated, NothingCounted, Diverged };

    Step step(TrainingState &state, UpdateSummary &summary, std::optional<Divergence> &divergence);
    std::span<const int> nextBatch(const TrainingState &state);
    bool clip(UpdateSummary &summary);
    std::optional<std::string> notFinite(const TrainingState &state) const;

    std::shared_ptr<const TrainingTask> m_task;
    BatchPass m_pass;
    BatchPass m_measuring; ///< beside it, so that the gradients of an update stay until the next
    std::vector<int> m_order;
    std::int64_t m_orderEpoch = 0;
    std::vector<Matrix> m_parametersBefore; ///< the last finite ones
    Moments m_momentsBefore;
};

/// advance() once, with memory of its own.
Advanced advance(const TrainingState &state, const std::shared_ptr<const TrainingTask> &task, std::int64_t updates,
    const TrainingObserver &observer = {});

} // namespace unfold
