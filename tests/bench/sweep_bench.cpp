// The sweep of the gain: 100 gains × 200 steps at hidden 32 are to take less than a second on four cores.
#include "core/analysis/gradient_report.h"
#include "core/analysis/sweep.h"

#include <benchmark/benchmark.h>

namespace {
using namespace unfold;

/// An Elman network that reads random numbers, with targets at every step.
std::shared_ptr<const Prepared> prepared(const char *circuit, int hidden, int steps)
{
    constexpr int ends = 16; ///< size of x and of o
    Experiment experiment;
    experiment.circuit = NamedCircuit{circuit, {{"x", ends}, {"h", hidden}, {"o", ends}}, Activation::Tanh, {}, 1};
    experiment.sequence["x"] = Matrix::Random(ends, steps);
    experiment.loss = Loss{LossKind::SquaredError, "o", {}, {}, Matrix::Random(ends, steps)};
    return prepare(experiment);
}

void runSweep(benchmark::State &state, const char *circuit)
{
    const auto experiment = prepared(circuit, static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    const SweepRequest request{evenGains(0, 2, 100), defaultPlottedNode(experiment->program->circuit)};
    for (auto _ : state)
        benchmark::DoNotOptimize(sweep(*experiment, request, {static_cast<int>(state.range(2)), {}, {}}));
}

void sweepElman(benchmark::State &state)
{
    runSweep(state, "elman");
}
void sweepLstm(benchmark::State &state)
{
    runSweep(state, "lstm");
}

void sizes(benchmark::internal::Benchmark *bench)
{
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->ArgNames({"hidden", "T", "threads"});
    bench->ArgsProduct({{32, 128}, {200}, {1, 2, 4}});
}

BENCHMARK(sweepElman)->Apply(sizes);
BENCHMARK(sweepLstm)->Apply(sizes);

} // namespace
