#include "core/training/advance.h"

#include "core/learning/clipping.h"
#include "core/training/stop_rule.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

int threadsOr(int threads)
{
    return threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// After the last batch comes the first of the next epoch. Whether it was the last.
bool moveOn(const TrainingTask &task, TrainingState &state)
{
    if (++state.batch < task.batches())
        return false;
    state.batch = 0;
    ++state.epoch;
    return true;
}

bool measurementIsDue(const Training &training, bool updated, bool epochEnded, const TrainingState &state)
{
    return training.measureEvery ? updated && state.update % *training.measureEvery == 0 : epochEnded;
}

} // namespace

std::string_view nameOf(Ended ended)
{
    switch (ended) {
    case Ended::Updates: return "updates";
    case Ended::Reached: return "reached";
    case Ended::Patience: return "patience";
    case Ended::Diverged: return "diverged";
    case Ended::Interrupted: break;
    }
    return "interrupted";
}

Trainer::Trainer(std::shared_ptr<const TrainingTask> task, int threads)
    : m_task(task)
    , m_pass(task, threadsOr(threads))
    , m_measuring(task, threadsOr(threads))
{
}

Advanced Trainer::advance(TrainingState state, std::int64_t updates, const TrainingObserver &observer)
{
    Advanced advanced{std::move(state), Ended::Updates, {}};
    TrainingState &now = advanced.state;
    UpdateSummary summary{.state = now, .pass = m_pass};
    for (std::int64_t made = 0; made < updates;) {
        const Step taken = step(now, summary, advanced.divergence);
        if (taken == Step::Diverged) {
            advanced.ended = Ended::Diverged;
            break;
        }
        const bool updated = taken == Step::Updated;
        made += updated;
        const bool epochEnded = moveOn(*m_task, now);
        if (measurementIsDue(*m_task->training, updated, epochEnded, now)) {
            const Measurement measurement = measure(now);
            if (observer.measured)
                observer.measured(measurement, now);
            if (const auto stop = afterMeasurement(*m_task->training, measurement, now))
                advanced.ended = *stop;
        }
        if (updated && observer.updated && !observer.updated(summary) && advanced.ended == Ended::Updates)
            advanced.ended = Ended::Interrupted;
        if (advanced.ended != Ended::Updates)
            break;
    }
    if (advanced.ended == Ended::Patience) {
        const std::shared_ptr<const BestMoment> best = now.best;
        now = best->state;
    }
    return advanced;
}

Measurement Trainer::measure(const TrainingState &state)
{
    Measurement measurement = measureLists(m_measuring, state.parameters);
    measurement.update = state.update;
    measurement.epoch = state.batch == 0 ? std::max<std::int64_t>(1, state.epoch - 1) : state.epoch;
    return measurement;
}

/// One batch: an update, or, where no loss is taken in it, the state carried on.
Trainer::Step Trainer::step(TrainingState &state, UpdateSummary &summary, std::optional<Divergence> &divergence)
{
    const Training &training = *m_task->training;
    const std::span<const int> batch = nextBatch(state);
    const bool counts = std::any_of(
        batch.begin(), batch.end(), [&](int i) { return !m_task->train[std::size_t(i)].counted.empty(); });
    m_pass.run(ExampleList::Train, batch, state.parameters, training.carry ? &state.carried : nullptr, state.batch == 0,
        counts ? BatchPass::Direction::Backward : BatchPass::Direction::Forward);
    if (!counts)
        return Step::NothingCounted;
    summary.update = state.update + 1;
    summary.epoch = state.epoch;
    summary.rate = training.optimiser.rate;
    summary.loss = m_pass.loss();
    if (!clip(summary)) {
        divergence = firstNotFinite(m_pass);
        divergence->update = summary.update;
        return Step::Diverged;
    }
    m_parametersBefore = state.parameters;
    m_momentsBefore = state.moments;
    applyUpdate(
        training.optimiser, summary.update, m_task->trained, m_pass.gradients(), state.moments, state.parameters);
    if (const auto quantity = notFinite(state)) {
        state.parameters = m_parametersBefore;
        state.moments = m_momentsBefore;
        divergence = Divergence{summary.update, *quantity, std::nullopt};
        return Step::Diverged;
    }
    state.update = summary.update;
    return Step::Updated;
}

std::span<const int> Trainer::nextBatch(const TrainingState &state)
{
    const auto count = m_task->train.size();
    if (m_orderEpoch != state.epoch)
        fillOrder(m_task->training->order, m_task->training->seed, state.epoch, static_cast<int>(count), m_order);
    m_orderEpoch = state.epoch;
    const auto size = static_cast<std::size_t>(m_task->batch());
    const std::size_t first = static_cast<std::size_t>(state.batch) * size;
    return std::span<const int>(m_order).subspan(first, std::min(size, count - first));
}

/// Norms and clipping of the gradient; false: the loss or a gradient is not finite.
bool Trainer::clip(UpdateSummary &summary)
{
    std::vector<Matrix> &gradients = m_pass.gradients();
    for (std::size_t p = 0; p < gradients.size(); ++p)
        if (!m_task->trained[p])
            gradients[p].setZero();
    const Clipping clipping = clippingOf(gradients, m_task->clip);
    summary.gradientNorm = clipping.norm;
    if (!std::isfinite(summary.loss) || !clipping.clipped)
        return false;
    summary.appliedNorm = *clipping.clipped;
    if (clipping.factor != 1)
        for (Matrix &gradient : gradients)
            gradient *= clipping.factor;
    if (const auto most = m_task->training->clipValue) {
        for (Matrix &gradient : gradients)
            gradient = gradient.cwiseMax(-*most).cwiseMin(*most);
        summary.appliedNorm = clippingOf(gradients, std::nullopt).norm;
    }
    return true;
}

/// The parameter or the moment that an update has left not finite.
std::optional<std::string> Trainer::notFinite(const TrainingState &state) const
{
    const auto firstIn = [&](const std::vector<Matrix> &all, const std::string &prefix) -> std::optional<std::string> {
        for (std::size_t p = 0; p < all.size(); ++p)
            if (!allFinite(all[p]))
                return prefix + m_task->parameters[p].name;
        return std::nullopt;
    };
    for (const auto &found : {firstIn(state.moments.first, "moment of "), firstIn(state.moments.second, "moment of "),
             firstIn(state.parameters, "")})
        if (found)
            return found;
    return std::nullopt;
}

Advanced advance(const TrainingState &state, const std::shared_ptr<const TrainingTask> &task, std::int64_t updates,
    const TrainingObserver &observer)
{
    return Trainer(task).advance(state, updates, observer);
}

} // namespace unfold
