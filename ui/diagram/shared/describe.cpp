#include "ui/diagram/shared/describe.h"

#include "core/analysis/edge_gradient.h"
#include "core/analysis/norms.h"
#include "core/linalg/stable_norm.h"
#include "ui/formula/node_text.h"
#include "ui/formula/symbol_element.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct DescribeText {
    Q_DECLARE_TR_FUNCTIONS(Diagram)
};

QString roleName(Role role)
{
    switch (role) {
    case Role::Input: return DescribeText::tr("input");
    case Role::State: return DescribeText::tr("state");
    case Role::Output: return DescribeText::tr("output");
    case Role::Inner: break;
    }
    return DescribeText::tr("inner node");
}

QString readName(const Result &result, const std::string &node)
{
    return nodeText(result.circuit(), result.circuit().indexOf(node));
}

QString numbers(int count)
{
    return count == 1 ? DescribeText::tr("1 number") : DescribeText::tr("%1 numbers").arg(count);
}

/// "W: 8 × 4 matrix", "b: bias of 8 numbers".
QString parameterSentence(const Result &result, const std::string &name)
{
    const auto &parameters = result.trace->program->parameters;
    const int index = indexOf(parameters, name);
    if (index < 0)
        return QString::fromStdString(name);
    const ParameterInfo &info = parameters[static_cast<size_t>(index)];
    const QString title = QString::fromStdString(result.circuit().names.parameter(name));
    if (info.bias)
        return DescribeText::tr("%1: bias, %2; the same at every step").arg(title, numbers(info.rows));
    const QString shape
        = DescribeText::tr("%1: %2 × %3 matrix, the same at every step").arg(title).arg(info.rows).arg(info.cols);
    return info.recurrent ? DescribeText::tr("%1; multiplied by the gain").arg(shape) : shape;
}

QString normsAt(const Result &result, const Cursor &cursor, int node, int step)
{
    const NodeTrace &trace = result.trace->nodes[static_cast<size_t>(node)];
    if (!cursor.valueShown(step))
        return DescribeText::tr("not computed yet");
    QString text = DescribeText::tr("norm %1").arg(numberForScreenReader(stableNorm(trace.at(trace.value, step))));
    if (cursor.pass == Pass::Forward || !result.trace->hasGradient)
        return text;
    return text + QStringLiteral("; ")
        + (cursor.gradientShown(step) ? DescribeText::tr("gradient norm %1")
                                            .arg(numberForScreenReader(stableNorm(trace.at(trace.gradient, step))))
                                      : DescribeText::tr("gradient not computed yet"));
}

QString nodeSentence(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    const Node &node = result.circuit().nodes[static_cast<size_t>(element.node)];
    const QString name = readName(result, node.name);
    if (element.step == 0) {
        const auto activation = nameOf(node.activation);
        const QString phi = QString::fromUtf8(activation.data(), static_cast<qsizetype>(activation.size()));
        QString text
            = DescribeText::tr("%1: %2, %3 at every step it exists").arg(name, roleName(node.role), numbers(node.size));
        if (const int cell = cellOf(result.circuit(), node.name); cell >= 0)
            text = DescribeText::tr("%1, in the cell %2")
                       .arg(text, QString::fromStdString(result.circuit().cells[static_cast<size_t>(cell)].name));
        if (node.role != Role::Input && node.activation != Activation::Identity)
            text = DescribeText::tr("%1, through %2").arg(text, phi);
        const QString note = noteOn(result.circuit(), node);
        return note.isEmpty() ? text : text + QStringLiteral("\n") + note;
    }
    const QString what
        = DescribeText::tr("%1 at step %2: %3").arg(name, QString::number(element.step), numbers(node.size));
    return what + QStringLiteral(", ") + normsAt(result, cursor, element.node, element.step);
}

QString delaySentence(int delay)
{
    if (delay == 0)
        return DescribeText::tr("of the same step");
    if (std::abs(delay) == 1)
        return delay > 0 ? DescribeText::tr("of the step before") : DescribeText::tr("of the step after");
    return delay > 0 ? DescribeText::tr("of %1 steps before").arg(delay)
                     : DescribeText::tr("of %1 steps after").arg(-delay);
}

/// What an arrow from another step carries at the end of the sequence.
QString initialSentence(const Result &result, const ElementRef &element, int source, int delay)
{
    const int steps = result.steps();
    const StepRange span = result.circuit().nodes[static_cast<size_t>(element.node)].span.in(steps);
    const int step = delay > 0 ? span.first : span.last;
    const int from = step - delay;
    if (element.step != 0 || delay == 0 || (1 <= from && from <= steps))
        return {};
    return DescribeText::tr("At step %1 that is the initial value %2.")
        .arg(QString::number(step), nodeText(result.circuit(), source, from));
}

QString edgeSentence(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    const Node &node = result.circuit().nodes[static_cast<size_t>(element.node)];
    const Term &term = node.terms[static_cast<size_t>(element.term)];
    const std::string &source = element.gate ? term.gate : term.source;
    const int delay = element.gate ? term.gateDelay : term.delay;
    const QString enters = element.gate ? DescribeText::tr("%1 %2 is multiplied into %3, entry by entry")
                                        : DescribeText::tr("%1 %2 enters %3");
    QString text = enters.arg(readName(result, source), delaySentence(delay), readName(result, node.name));
    if (const QString initial = initialSentence(result, element, result.circuit().indexOf(source), delay);
        !initial.isEmpty())
        text += QStringLiteral("\n") + initial;
    if (!element.gate && !term.parameter.empty())
        text = parameterSentence(result, term.parameter) + QStringLiteral("\n") + text;
    if (element.step < 1 || !cursor.gradientShown(element.step) || !cursor.gradientShown(element.step - delay))
        return text;
    const Edge edge{{result.circuit().indexOf(source), element.step - delay}, {element.node, element.step},
        element.term, element.gate};
    if (const auto norm = edgeGradientNorm(*result.trace, edge))
        text += QStringLiteral("\n")
            + DescribeText::tr("Norm of the gradient flowing back through it: %1").arg(numberForScreenReader(*norm));
    return text;
}

QString lossSentence(const Result &result, const Cursor &cursor, int step)
{
    if (step < 1)
        return DescribeText::tr("L: the loss, total %1").arg(numberForScreenReader(result.trace->totalLoss));
    const auto &loss = result.trace->stepLoss;
    const auto index = static_cast<size_t>(step - 1);
    if (index >= loss.size() || !loss[index])
        return {};
    return cursor.valueShown(step)
        ? DescribeText::tr("The loss at step %1: %2").arg(step).arg(numberForScreenReader(*loss[index]))
        : DescribeText::tr("The loss at step %1: not computed yet").arg(step);
}

} // namespace

std::optional<LossPlace> lossPlaceOf(const Result &result)
{
    const std::optional<Loss> &loss = result.experiment.loss;
    if (!loss)
        return std::nullopt;
    return LossPlace{result.circuit().indexOf(loss->source), loss->at};
}

QString describeInitial(const Result &result, int node, int step)
{
    const NodeTrace &trace = result.trace->nodes[static_cast<size_t>(node)];
    const Node &what = result.circuit().nodes[static_cast<size_t>(node)];
    return DescribeText::tr("The initial value of %1, read at step %2: %3, norm %4")
        .arg(readName(result, what.name), QString::number(step), numbers(what.size),
            numberForScreenReader(stableNorm(trace.at(trace.value, step))));
}

QString describe(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    switch (element.kind) {
    case ElementRef::Kind::Node: return nodeSentence(result, cursor, element);
    case ElementRef::Kind::Parameter: return parameterSentence(result, element.parameter);
    case ElementRef::Kind::Edge: return edgeSentence(result, cursor, element);
    case ElementRef::Kind::Loss: return lossSentence(result, cursor, element.step);
    case ElementRef::Kind::Target:
        return element.step > 0 ? DescribeText::tr("y: the target at step %1").arg(element.step)
                                : DescribeText::tr("y: the target that the loss compares with");
    case ElementRef::Kind::Path:
    case ElementRef::Kind::None: break;
    }
    return {};
}

} // namespace unfold
