#pragma once
// What the tests of documents and files share.
#include "core/experiment/edit.h"

namespace unfold {

/// RNN with output over `steps` random inputs, loss at the last step.
inline Experiment elmanOver(int steps, const std::string &title = "small")
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", 2}, {"h", 3}, {"o", 2}},
        .activation = Activation::Tanh,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    e.steps = steps;
    e.loss = Loss{
        .kind = LossKind::CrossEntropy, .source = "o", .at = {Span::Kind::Last, 1}, .classes = {0}, .vectors = {}};
    e = withData(e, DataSource{RandomSource{3}, 1});
    e.title = title;
    return e;
}

} // namespace unfold
