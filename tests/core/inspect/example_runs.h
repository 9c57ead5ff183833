#pragma once
// Runs of any circuit with random numbers everywhere, as the tests of the inspector's arithmetic want them.
#include "core/circuit/catalogue.h"
#include "core/engine/engine.h"
#include "core/inspect/arithmetic.h"
#include "core/learning/random.h"

namespace unfold {

constexpr int steps = 5;

inline Matrix randomMatrix(Eigen::Index rows, Eigen::Index cols, RandomStream &random)
{
    Matrix m(rows, cols);
    for (Eigen::Index j = 0; j < cols; ++j)
        for (Eigen::Index i = 0; i < rows; ++i)
            m(i, j) = 0.7 * random.normal();
    return m;
}

inline Inputs randomInputs(const Program &program, RandomStream &random)
{
    Inputs inputs;
    for (size_t n = 0; n < program.nodes.size(); ++n) {
        const CompiledNode &node = program.nodes[n];
        const bool input = program.circuit.nodes[n].role == Role::Input;
        inputs.sequence.push_back(input ? randomMatrix(node.size, node.span.count(), random) : Matrix());
        inputs.initial.push_back(randomMatrix(node.size, 1, random));
    }
    return inputs;
}

/// The loss on the last node, wherever it exists.
inline Loss randomLoss(const Program &program, LossKind kind, RandomStream &random)
{
    const Node &node = program.circuit.nodes.back();
    Loss loss{.kind = kind, .source = node.name, .at = node.span, .classes = {}, .vectors = {}};
    const int count = node.span.in(steps).count();
    if (kind == LossKind::SquaredError)
        loss.vectors = randomMatrix(node.size, count, random);
    for (int i = 0; kind == LossKind::CrossEntropy && i < count; ++i)
        loss.classes.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(node.size))));
    return loss;
}

/// One forward and one backward pass with random numbers everywhere.
struct ExampleRun {
    Trace trace;
    Inputs inputs;
    Loss loss;
    StepRange counted;

    InspectedRun run() const { return {trace, &loss, counted, 0}; }
};

inline ExampleRun exampleOf(const Circuit &circuit, LossKind kind = LossKind::CrossEntropy, bool lastOnly = false)
{
    RandomStream random(11, circuit.name);
    ExampleRun e;
    const auto program = std::make_shared<const Program>(compile(circuit, steps));
    for (const ParameterInfo &info : program->parameters)
        e.trace.parameters.push_back(randomMatrix(info.rows, info.cols, random));
    e.inputs = randomInputs(*program, random);
    forward(program, e.inputs, e.trace);
    e.loss = randomLoss(*program, kind, random);
    e.counted = e.loss.at.in(steps);
    if (lastOnly)
        e.counted.first = e.counted.last;
    backward(e.loss, e.counted, e.trace);
    return e;
}

inline Node node(
    const std::string &name, Role role, int size, Activation activation, const std::string &bias, const Span &span)
{
    return {name, role, size, activation, bias, {}, span, std::nullopt};
}

inline Term term(const std::string &source, const std::string &parameter, int delay, int sign)
{
    return {source, parameter, delay, sign, {}, 0, std::nullopt};
}

inline Term gated(
    const std::string &source, const std::string &parameter, int delay, const std::string &gate, int gateDelay)
{
    return {source, parameter, delay, 1, gate, gateDelay, std::nullopt};
}

/// Delays of two steps, a loop into the future through a gate, a node that gates itself, shared parameters, spans, a
/// minus.
inline Circuit unusual()
{
    const Node x = node("x", Role::Input, 2, Activation::Identity, "", {Span::Kind::First, 3});
    Node g = node("g", Role::State, 3, Activation::Sigmoid, "b", {});
    g.terms = {term("x", "U", 0, 1), term("g", "W", 2, -1)};
    Node k = node("k", Role::State, 3, Activation::Relu, "b", {});
    k.terms = {gated("k", "W", -1, "g", 1), gated("g", "", 0, "g", 2)};
    Node o = node("o", Role::Output, 2, Activation::Identity, "", {Span::Kind::Last, 3});
    o.terms = {term("k", "V", 0, 1), term("g", "V", 1, -1)};
    return {"unusual", {x, g, k, o}};
}

} // namespace unfold
