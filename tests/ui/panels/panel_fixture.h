#pragma once
// What the tests of the panels share: small experiments, a shown window, and finding a control by its name.
#include "core/experiment/edit.h"
#include "ui/document/document.h"
#include "ui/theme.h"

#include <QTest>
#include <QWidget>

namespace unfold {

/// RNN with output over `steps` random inputs, loss at the last step.
inline Experiment smallElman(int steps = 16)
{
    Experiment e;
    e.circuit = NamedCircuit{.name = "elman",
        .sizes = {{"x", 3}, {"h", 4}, {"o", 2}},
        .activation = Activation::Tanh,
        .spans = {{"o", {Span::Kind::Last, 1}}}};
    e.steps = steps;
    e.loss = Loss{
        .kind = LossKind::CrossEntropy, .source = "o", .at = {Span::Kind::Last, 1}, .classes = {0}, .vectors = {}};
    e = withData(e, DataSource{RandomSource{3}, 1});
    e.title = "small";
    return e;
}

/// Shown, active, as wide as the left column.
inline void present(QWidget &widget, int width = 280)
{
    loadFonts();
    widget.resize(width, std::max(widget.sizeHint().height(), 400));
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

/// The control of this name; the test ends where there is none.
template <typename T> T *control(const QWidget &panel, const char *name)
{
    T *found = panel.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("no control called %s", name);
    return found;
}

} // namespace unfold
