#include "core/training/training_table.h"

#include "core/circuit/input_error.h"
#include "core/training/run_training.h"
#include "core/training/vary.h"
#include "core/training/workers.h"

#include <algorithm>

namespace unfold {
namespace {

struct PlannedRun {
    TableRun run;
    Experiment experiment;
    bool begun = false;
};

void requireStop(const Experiment &experiment)
{
    if (!experiment.training)
        throw InputError("training", "the key is missing", "what is learned and how");
    if (!experiment.training->stop || !experiment.training->stop->reaches)
        throw InputError(
            "training.stop", "nothing says what counts as success", "a quantity and the value that it \"reaches\"");
}

/// Everything that can be refused is refused here; a seed changes nothing of it.
std::vector<PlannedRun> planned(const Experiment &experiment, const TableRequest &request)
{
    std::vector<PlannedRun> plan;
    const std::vector<double> values = request.values.empty() ? std::vector{0.0} : request.values;
    for (const double value : values) {
        const Experiment changed = request.values.empty() ? experiment : varied(experiment, request.key, value);
        const auto task = makeTask(changed);
        updatesLeft(*task->training, startOf(changed, *task), request.updates);
        for (int seed = 1; seed <= request.seeds; ++seed) {
            const auto number = static_cast<std::uint64_t>(seed);
            plan.push_back({.run = {.value = value, .seed = number, .measured = {}},
                .experiment = withSeed(changed, number),
                .begun = false});
        }
    }
    return plan;
}

void train(PlannedRun &planned, std::optional<std::int64_t> updates, const std::function<bool()> &goOn)
{
    if (!goOn())
        return;
    planned.begun = true;
    const auto task = makeTask(planned.experiment);
    TrainingState start = startOf(planned.experiment, *task);
    const std::int64_t count = updatesLeft(*task->training, start, updates);
    Trainer trainer(task, 1);
    const TrainingRun made
        = runTraining(trainer, *task, std::move(start), count, [&](const UpdateSummary &) { return goOn(); });
    const std::vector<double> &norms = made.report.gradientNorm;
    planned.run.ended = made.report.ended;
    planned.run.updates = static_cast<std::int64_t>(norms.size());
    planned.run.largestGradientNorm = norms.empty() ? 0 : *std::max_element(norms.begin(), norms.end());
    if (!made.report.measured.empty())
        planned.run.measured = made.report.measured.back();
}

} // namespace

std::vector<TableRun> trainTable(
    const Experiment &experiment, const TableRequest &request, int threads, const std::function<bool(int done)> &goOn)
{
    requireStop(experiment);
    std::vector<PlannedRun> plan = planned(experiment, request);
    std::mutex asking;
    std::atomic<int> done = 0;
    const auto mayGoOn = [&] {
        const std::lock_guard lock(asking);
        return goOn(done);
    };
    Workers workers(threads);
    workers.run(static_cast<int>(plan.size()), [&](int i) {
        train(plan[static_cast<std::size_t>(i)], request.updates, mayGoOn);
        ++done;
    });
    std::vector<TableRun> runs;
    for (const PlannedRun &one : plan)
        if (one.begun)
            runs.push_back(one.run);
    return runs;
}

} // namespace unfold
