#include "ui/inspector/inspector_notes.h"

#include "core/analysis/norms.h"
#include "core/experiment/edit.h"
#include "core/linalg/stable_norm.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace unfold {
namespace {

struct InspectorNotesText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// Carried from step to step through a gate and not squashed, beside another state that reads it.
bool isCellState(const Circuit &circuit, const Node &node)
{
    const bool carried = std::any_of(node.terms.begin(), node.terms.end(), [&](const Term &term) {
        return term.source == node.name && term.delay != 0 && !term.gate.empty() && term.parameter.empty();
    });
    return carried && node.activation == Activation::Identity
        && std::any_of(circuit.nodes.begin(), circuit.nodes.end(),
            [&](const Node &other) { return other.role == Role::State && other.name != node.name; });
}

} // namespace

QString valueMissing(const PageSource &s, int step)
{
    return InspectorNotesText::tr("Not computed yet: the forward pass is at step %1. Step on to step %2.")
        .arg(s.cursor.step)
        .arg(step);
}

QString inputAhead(const PageSource &s)
{
    return InspectorNotesText::tr("Not read yet: the forward pass is at step %1.").arg(s.cursor.step);
}

QString gradientMissing(const PageSource &s, int step)
{
    return InspectorNotesText::tr(
        "The gradient is not computed yet: it has reached step %1. Step back to step %2. The forward pass is shown.")
        .arg(s.cursor.step)
        .arg(step);
}

QString elsewhere(const PageSource &s, int node, int shown)
{
    const QString name = s.read(s.node(node));
    const StepRange span = s.node(node).span.in(s.result.steps());
    if (span.count() == 1)
        return InspectorNotesText::tr("%1 exists only at step %2; shown there.").arg(name).arg(shown);
    return InspectorNotesText::tr("%1 exists only at steps %2 to %3; step %4 is shown.")
        .arg(name)
        .arg(span.first)
        .arg(span.last)
        .arg(shown);
}

QString lossElsewhere(const PageSource &s, int shown)
{
    const StepRange at = s.run.loss->at.in(s.result.steps());
    if (at.count() == 1)
        return InspectorNotesText::tr("The loss is taken only at step %1; shown there.").arg(shown);
    return InspectorNotesText::tr("The loss is taken only at steps %1 to %2; step %3 is shown.")
        .arg(at.first)
        .arg(at.last)
        .arg(shown);
}

QString nowhere(const PageSource &s, int node)
{
    return InspectorNotesText::tr("%1 exists at no step of this sequence.").arg(s.read(s.node(node)));
}

QString initialNote(const PageSource &s, const Vertex &initial)
{
    return InspectorNotesText::tr(
        "%1 at step %2 is an initial value: no gradient is followed back to it. The forward pass is shown.")
        .arg(s.read(s.node(initial.node)))
        .arg(initial.step);
}

QString noDependence(const PageSource &s, int node)
{
    return InspectorNotesText::tr("The loss does not depend on %1 at this step: the gradient is 0.")
        .arg(s.read(s.node(node)));
}

QString whoseGradient(const PageSource &s)
{
    if (!s.result.report.severalLosses)
        return {};
    return s.result.report.shown == GradientOf::LastStep
        ? InspectorNotesText::tr("L is the loss of the last step alone.")
        : InspectorNotesText::tr("L is the sum of the losses of all steps that have one.");
}

QString gradientNote(const PageSource &s)
{
    if (!s.result.report.severalLosses)
        return {};
    return s.result.report.shown == GradientOf::LastStep
        ? InspectorNotesText::tr("The gradients shown now are those of the last step's loss alone.")
        : InspectorNotesText::tr("The gradients shown now are those of the sum.");
}

QString labelNote(const PageSource &s, int step)
{
    const std::vector<std::string> labels = stepLabelsOf(s.result.experiment);
    if (static_cast<int>(labels.size()) < step || labels[static_cast<size_t>(step - 1)].empty())
        return {};
    return InspectorNotesText::tr("This step reads “%1”.").arg(text(labels[static_cast<size_t>(step - 1)]));
}

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + QLatin1Char(' ') + b;
}

QString titleOf(const PageSource &s, const Node &node)
{
    const QString name = s.read(node);
    switch (node.role) {
    case Role::Input: return InspectorNotesText::tr("input %1").arg(name);
    case Role::State:
        return isCellState(s.circuit(), node) ? InspectorNotesText::tr("cell state %1").arg(name)
                                              : InspectorNotesText::tr("hidden state %1").arg(name);
    case Role::Output: return InspectorNotesText::tr("output %1").arg(name);
    case Role::Inner: break;
    }
    return InspectorNotesText::tr("inner node %1").arg(name);
}

QString titleOf(const PageSource &s, const Edge &edge)
{
    const Names &names = s.circuit().names;
    const auto at = [&](const Vertex &vertex) {
        const Node &node = s.node(vertex.node);
        return s.read(node) + text(names.nodeAt(node.name, vertex.step));
    };
    const Term &term = s.node(edge.to.node).terms[static_cast<size_t>(edge.term)];
    if (term.parameter.empty())
        return InspectorNotesText::tr("%1 → %2").arg(at(edge.from), at(edge.to));
    return InspectorNotesText::tr("%1 → %2 through %3")
        .arg(at(edge.from), at(edge.to), text(names.parameter(term.parameter)));
}

bool lossTaken(const PageSource &s, int step)
{
    return s.run.loss && s.result.trace->stepLoss[static_cast<size_t>(step - 1)].has_value();
}

QString targetNote(const PageSource &s, int step)
{
    const auto right = targetClassAt(s.run, step);
    if (!right)
        return {};
    const std::vector<std::string> names = classNamesOf(s.result.experiment);
    if (*right >= static_cast<int>(names.size()))
        return InspectorNotesText::tr("The target is entry %1 (class %2, counted from 0).").arg(*right + 1).arg(*right);
    return InspectorNotesText::tr("The target is entry %1, “%2” (class %3, counted from 0).")
        .arg(*right + 1)
        .arg(text(names[static_cast<size_t>(*right)]))
        .arg(*right);
}

QString parameterNote(const PageSource &s, int index)
{
    const ParameterInfo &info = s.run.program().parameters[static_cast<size_t>(index)];
    if (info.bias)
        return InspectorNotesText::tr("%1 entries, the same at every step").arg(info.rows);
    const Spectrum spectrum = spectrumAt(*s.result.prepared, index, s.result.experiment.gain);
    const QString sigma = numberText(spectrum.sigmaMax);
    if (!spectrum.radius)
        return InspectorNotesText::tr("%1 × %2, the same at every step · largest singular value %3")
            .arg(info.rows)
            .arg(info.cols)
            .arg(sigma);
    return InspectorNotesText::tr("%1 × %2, the same at every step · spectral radius %3 · largest singular value %4")
        .arg(info.rows)
        .arg(info.cols)
        .arg(numberText(*spectrum.radius), sigma);
}

QString parameterGradientNote(const PageSource &s, int index)
{
    if (s.cursor.step > 1)
        return InspectorNotesText::tr("Its gradient is the sum of one contribution per step. The sum is not complete "
                                      "yet: the backward pass is at step %1 of %2.")
            .arg(s.cursor.step)
            .arg(s.result.steps());
    const double norm = stableNorm(s.result.trace->gradients[static_cast<size_t>(index)]);
    return joined(InspectorNotesText::tr("Norm of its gradient: %1.").arg(numberText(norm)), whoseGradient(s));
}

QString parameterTitle(const PageSource &s, const ParameterInfo &info)
{
    if (info.bias)
        return InspectorNotesText::tr("Bias %1").arg(s.read(info));
    return info.recurrent ? InspectorNotesText::tr("Recurrent matrix %1").arg(s.read(info))
                          : InspectorNotesText::tr("Matrix %1").arg(s.read(info));
}

} // namespace unfold
