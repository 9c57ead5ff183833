#pragma once
// Experiments and small helpers that the tests of the time views share.
#include "ui/document/document.h"

#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>

namespace unfold::test {

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

/// An Elman network with tanh that reads a wave; a loss at every step.
inline Experiment elman(int steps, int hidden)
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

/// The tooltip on the screen without its markup.
inline QString toolTipShown()
{
    return QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText();
}

inline void show(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace unfold::test
