#include "ui/inspector/inspector_notes.h"

#include "core/experiment/edit.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct InspectorNotesText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

QString valueMissing(const PageSource &s, int step)
{
    return InspectorNotesText::tr("Not computed yet: the forward pass stands at step %1. Step on to %2.")
        .arg(s.cursor.step)
        .arg(step);
}

QString gradientMissing(const PageSource &s, int step)
{
    return InspectorNotesText::tr(
        "Not computed yet: the gradient has flowed back to step %1. Let it flow on to step %2.")
        .arg(s.cursor.step)
        .arg(step);
}

QString absent(const PageSource &s, int node, int step)
{
    const StepRange span = s.node(node).span.in(s.result.steps());
    return InspectorNotesText::tr("%1 does not exist at step %2: it lives at the steps %3 to %4.")
        .arg(s.read(s.node(node)))
        .arg(step)
        .arg(span.first)
        .arg(span.last);
}

QString whoseGradient(const PageSource &s)
{
    if (!s.result.report.severalLosses)
        return {};
    return s.result.report.shown == GradientOf::LastStep
        ? InspectorNotesText::tr("L is the loss of the last step alone.")
        : InspectorNotesText::tr("L is the sum of the losses of all steps.");
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
    case Role::State: return InspectorNotesText::tr("hidden state %1").arg(name);
    case Role::Output: return InspectorNotesText::tr("output %1").arg(name);
    case Role::Inner: break;
    }
    return InspectorNotesText::tr("inner node %1").arg(name);
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
    const QString symbol = *right < static_cast<int>(names.size())
        ? InspectorNotesText::tr(", “%1”").arg(text(names[static_cast<size_t>(*right)]))
        : QString();
    return InspectorNotesText::tr("The target is entry %1%2 (class %3, counted from 0).")
        .arg(*right + 1)
        .arg(symbol)
        .arg(*right);
}

QString parameterNote(const PageSource &s, int index)
{
    const ParameterInfo &info = s.run.program().parameters[static_cast<size_t>(index)];
    if (info.bias)
        return InspectorNotesText::tr("%1 entries, the same at every step").arg(info.rows);
    const Spectrum spectrum = spectrumAt(*s.result.prepared, index, s.result.experiment.gain);
    QString note = InspectorNotesText::tr("%1 × %2, the same at every step").arg(info.rows).arg(info.cols);
    if (spectrum.radius)
        note += InspectorNotesText::tr(" · spectral radius %1").arg(numberText(*spectrum.radius));
    return note + InspectorNotesText::tr(" · largest singular value %1").arg(numberText(spectrum.sigmaMax));
}

QString parameterTitle(const PageSource &s, const ParameterInfo &info)
{
    if (info.bias)
        return InspectorNotesText::tr("Bias %1").arg(s.read(info));
    return info.recurrent ? InspectorNotesText::tr("Recurrent matrix %1").arg(s.read(info))
                          : InspectorNotesText::tr("Matrix %1").arg(s.read(info));
}

} // namespace unfold
