// One forward and backward pass of the engine, and beside it what this machine's matrix products allow.
//
// Setting, shared with pytorch_peer.py: Elman network, tanh, x and o of size 16, squared error at every step, double
// precision, one thread. Arguments: hidden size, steps, batch. GFLOP/s counts two operations for each multiply-add of a
// product.
#include "core/circuit/catalogue.h"
#include "core/engine/engine.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace {
using namespace unfold;

constexpr int ends = 16; ///< size of x and of o

/// Numbers like those of a trained network: recurrent matrices near the edge, nothing saturated.
Matrix someMatrix(int rows, int cols)
{
    return Matrix::Random(rows, cols) / std::sqrt(cols);
}

struct Run {
    std::shared_ptr<const Program> program;
    Inputs inputs;
    Loss loss;
    Trace trace;

    void once()
    {
        forward(program, inputs, trace);
        backward(loss, trace);
    }
};

Run makeRun(const char *circuit, int hidden, int steps, int batch)
{
    Run run;
    const Sizes sizes{{"x", ends}, {"h", hidden}, {"o", ends}};
    run.program = std::make_shared<const Program>(compile(makeCircuit(circuit, sizes), steps, batch));
    run.inputs.sequence = {Matrix::Random(ends, steps * batch)};
    run.loss = {LossKind::SquaredError, "o", {}, {}, Matrix::Random(ends, steps * batch)};
    for (const ParameterInfo &p : run.program->parameters)
        run.trace.parameters.push_back(someMatrix(p.rows, p.cols));
    run.once(); // the first run makes room
    return run;
}

void setRate(benchmark::State &state, double multiplyAdds)
{
    state.counters["GFLOP/s"] = benchmark::Counter(
        2e-9 * multiplyAdds * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void runEngine(benchmark::State &state, const char *circuit)
{
    Run run = makeRun(
        circuit, static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), static_cast<int>(state.range(2)));
    for (auto _ : state)
        run.once();
    setRate(state, run.program->cost());
}

void elman(benchmark::State &state)
{
    runEngine(state, "elman");
}
void lstm(benchmark::State &state)
{
    runEngine(state, "lstm");
}

/// C += W · H, the product of one step: hidden × hidden times hidden × batch, with the engine's own product.
void stepProduct(benchmark::State &state)
{
    const int hidden = static_cast<int>(state.range(0));
    const int batch = static_cast<int>(state.range(1));
    PackedMatrix W;
    pack(someMatrix(hidden, hidden), W);
    const Matrix H = Matrix::Random(hidden, batch);
    Matrix C = Matrix::Zero(hidden, batch);
    for (auto _ : state) {
        addProduct(1, W, H, C);
        benchmark::ClobberMemory();
    }
    setRate(state, 1.0 * hidden * hidden * batch);
}

/// The same with Eigen.
void stepProductEigen(benchmark::State &state)
{
    const int hidden = static_cast<int>(state.range(0));
    const int batch = static_cast<int>(state.range(1));
    const Matrix W = someMatrix(hidden, hidden);
    const Matrix H = Matrix::Random(hidden, batch);
    Matrix C = Matrix::Zero(hidden, batch);
    for (auto _ : state) {
        if (batch == 1)
            C.col(0).noalias() += W * H.col(0);
        else
            C.noalias() += W * H;
        benchmark::ClobberMemory();
    }
    setRate(state, 1.0 * hidden * hidden * batch);
}

/// C += A · Bᵀ, the gradient of W in one product: hidden × columns times columns × hidden.
void gradientProduct(benchmark::State &state)
{
    const Matrix A = Matrix::Random(state.range(0), state.range(1));
    Matrix C = Matrix::Zero(state.range(0), state.range(0));
    for (auto _ : state) {
        addProductTransposed(1, A, A, C);
        benchmark::ClobberMemory();
    }
    setRate(state, static_cast<double>(state.range(0) * state.range(0) * state.range(1)));
}

/// The same with Eigen.
void gradientProductEigen(benchmark::State &state)
{
    const Matrix A = Matrix::Random(state.range(0), state.range(1));
    const Matrix B = A;
    Matrix C = Matrix::Zero(state.range(0), state.range(0));
    for (auto _ : state) {
        C.noalias() += A * B.transpose();
        benchmark::ClobberMemory();
    }
    setRate(state, static_cast<double>(state.range(0) * state.range(0) * state.range(1)));
}

void engineSizes(benchmark::internal::Benchmark *bench)
{
    bench->Unit(benchmark::kMicrosecond)->ArgNames({"hidden", "T", "batch"});
    bench->ArgsProduct({{8, 32, 128, 256}, {20, 100, 200, 500}, {1, 32}});
}
void stepSizes(benchmark::internal::Benchmark *bench)
{
    bench->ArgNames({"hidden", "batch"})->ArgsProduct({{8, 32, 128, 256}, {1, 32}});
}
void gradientSizes(benchmark::internal::Benchmark *bench)
{
    bench->Unit(benchmark::kMicrosecond)->ArgNames({"hidden", "columns"});
    bench->Args({32, 100})->Args({128, 500})->Args({256, 200})->Args({256, 6400});
}

BENCHMARK(elman)->Apply(engineSizes);
BENCHMARK(lstm)
    ->Unit(benchmark::kMicrosecond)
    ->ArgNames({"hidden", "T", "batch"})
    ->Args({32, 100, 1})
    ->Args({128, 500, 1});
BENCHMARK(stepProduct)->Apply(stepSizes);
BENCHMARK(stepProductEigen)->Apply(stepSizes);
BENCHMARK(gradientProduct)->Apply(gradientSizes);
BENCHMARK(gradientProductEigen)->Apply(gradientSizes);

} // namespace

BENCHMARK_MAIN();
