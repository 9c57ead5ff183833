#pragma once
// The experiments that the tests of the inspector share.
#include "tests/support/experiments.h"

namespace unfold::test {

/// RNN with output, a loss at each of six steps.
inline Experiment everyStep()
{
    Experiment e = smallElman(6);
    std::get<NamedCircuit>(e.circuit).spans.clear();
    e.loss->at = {};
    e.loss->classes = {0, 1, 0, 1, 0, 1};
    return e;
}

/// A page of the catalogue over four steps, with a loss wherever its last node is.
inline Experiment catalogueExperiment(const std::string &name)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = name, .sizes = {}, .activation = Activation::Tanh, .spans = {}, .encoderSteps = 2};
    e.steps = 4;
    const Node last = circuitOf(e).nodes.back();
    const auto count = static_cast<size_t>(last.span.in(4).count());
    e.loss = Loss{.kind = LossKind::CrossEntropy,
        .source = last.name,
        .at = last.span,
        .classes = std::vector<int>(count, 1),
        .vectors = {}};
    return withData(e, DataSource{RandomSource{3}, 1});
}

} // namespace unfold::test
