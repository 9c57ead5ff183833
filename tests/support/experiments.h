#pragma once
// The experiments that the tests of ui share.
#include "core/experiment/edit.h"

#include <cmath>

namespace unfold::test {

struct Sizes {
    int x = 2;
    int h = 3;
    int o = 2;
};

/// RNN with output over `steps` random inputs, loss at the last step.
inline Experiment elmanOver(int steps, const std::string &title = "small", const Sizes &sizes = {})
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", sizes.x}, {"h", sizes.h}, {"o", sizes.o}},
        .activation = Activation::Tanh,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    e.steps = steps;
    e.loss = Loss{
        .kind = LossKind::CrossEntropy, .source = "o", .at = {Span::Kind::Last, 1}, .classes = {0}, .vectors = {}};
    e = withData(e, DataSource{RandomSource{3}, 1});
    e.title = title;
    return e;
}

/// The same, somewhat larger: 3 inputs, 4 units.
inline Experiment smallElman(int steps = 16)
{
    return elmanOver(steps, "small", {.x = 3, .h = 4});
}

/// The same that reads a wave instead; a loss at every step.
inline Experiment elmanOverWave(int steps, int hidden)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman", .sizes = {{"x", 2}, {"h", hidden}, {"o", 2}}, .spans = {}};
    e.steps = steps;
    Matrix x(2, steps);
    for (int t = 0; t < steps; ++t)
        x.col(t) << std::sin(0.7 * t), std::cos(1.3 * t);
    e.sequence["x"] = x;
    e.loss = Loss{
        .kind = LossKind::SquaredError, .source = "o", .at = {}, .classes = {}, .vectors = Matrix::Ones(2, steps)};
    return e;
}

/// h(t) = gain · h(t−1) + x(t), one unit, loss on the last output: ‖∂L/∂h(t)‖ is proportional to gain^(T−t).
inline Experiment scalar(int steps, double gain)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", 1}, {"h", 1}, {"o", 1}},
        .activation = Activation::Identity,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    e.steps = steps;
    e.sequence["x"] = Matrix::Ones(1, steps);
    e.parameters = {{"W", Matrix::Ones(1, 1)}, {"U", Matrix::Ones(1, 1)}, {"V", Matrix::Ones(1, 1)}};
    e.gain = gain;
    e.loss = Loss{.kind = LossKind::SquaredError,
        .source = "o",
        .at = {Span::Kind::Last, 1},
        .classes = {},
        .vectors = Matrix::Zero(1, 1)};
    return e;
}

/// A page of the catalogue over 8 random inputs, an encoder over the first 4; a loss on the last output or, where there
/// is none, on the last state.
inline Experiment pageOver8(const std::string &name, int hidden = 3)
{
    Experiment e;
    const bool two = name == "encoder-decoder";
    const std::string source = name == "autonomous" ? "s" : name == "driven" ? "h" : "o";
    NamedCircuit page{.name = name, .sizes = {{source == "s" ? "s" : "h", hidden}}, .spans = {}};
    page.encoderSteps = two ? 4 : 1;
    e.circuit = page;
    e.steps = 8;
    e.loss = Loss{.kind = LossKind::SquaredError,
        .source = source,
        .at = {Span::Kind::Last, 1},
        .classes = {},
        .vectors = Matrix::Ones(source == "o" ? 4 : hidden, 1)};
    if (source == "s")
        e.initial["s"] = Vector::Constant(hidden, 0.5);
    e = withData(e, DataSource{RandomSource{3}, 1});
    e.title = name;
    return e;
}

} // namespace unfold::test
