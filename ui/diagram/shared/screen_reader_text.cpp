#include "ui/diagram/shared/screen_reader_text.h"

#include "core/analysis/edge_gradient.h"
#include "core/analysis/norms.h"
#include "core/linalg/stable_norm.h"
#include "ui/diagram/shared/describe.h"
#include "ui/formula/node_text.h"
#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

/// A gradient below this that is exactly 0 one step on was too small for a double: no weight of a network shrinks it
/// from here to nothing at once.
constexpr double nearUnderflow = 1e-290;

struct ScreenReaderText {
    Q_DECLARE_TR_FUNCTIONS(Diagram)
};

QString nameOf(const Result &result, int node)
{
    return nodeText(result.circuit(), node);
}

/// The first norm that is not 0 on the way the gradient has come.
std::optional<double> lastFelt(const NormAt &norm, int step, int stride)
{
    std::optional<double> felt = norm(step);
    for (int t = step; felt == 0.0; felt = norm(t))
        t += stride;
    return felt;
}

QString neighbour(int stride)
{
    if (stride == 1)
        return ScreenReaderText::tr("the step after");
    return stride == -1 ? ScreenReaderText::tr("the step before")
                        : ScreenReaderText::tr("that %1 steps away").arg(std::abs(stride));
}

QString spokenValue(const Result &result, int node, int step)
{
    const NodeTrace &trace = result.trace->nodes[static_cast<size_t>(node)];
    return ScreenReaderText::tr("norm %1").arg(numberForScreenReader(stableNorm(trace.at(trace.value, step))));
}

QString nodeForScreenReader(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    const QString what = ScreenReaderText::tr("%1 at step %2, %3").arg(nameOf(result, element.node)).arg(element.step);
    if (!cursor.valueShown(element.step))
        return what.arg(ScreenReaderText::tr("not computed yet"));
    const QString value = spokenValue(result, element.node, element.step);
    if (cursor.pass == Pass::Forward || !result.trace->hasGradient)
        return what.arg(value);
    if (!cursor.gradientShown(element.step))
        return what.arg(ScreenReaderText::tr("gradient not computed yet, %1").arg(value));
    const NodeTrace &trace = result.trace->nodes[static_cast<size_t>(element.node)];
    const auto norm = [&](int step) {
        return trace.exists(step) ? std::optional(stableNorm(trace.at(trace.gradient, step))) : std::nullopt;
    };
    return what.arg(ScreenReaderText::tr("norm of the gradient %1")
                        .arg(screenReaderGradient(result, norm, element.node, element.step)));
}

/// "h at step 8", "the initial value of h".
QString place(const Result &result, int node, int step)
{
    return step < 1 || step > result.steps()
        ? ScreenReaderText::tr("the initial value of %1").arg(nameOf(result, node))
        : ScreenReaderText::tr("%1 at step %2").arg(nameOf(result, node)).arg(step);
}

QString spokenArrow(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    const Term &term
        = result.circuit().nodes[static_cast<size_t>(element.node)].terms[static_cast<size_t>(element.term)];
    const int source = result.circuit().indexOf(element.gate ? term.gate : term.source);
    const int delay = element.gate ? term.gateDelay : term.delay;
    const bool named = !element.gate && !term.parameter.empty();
    const QString what = named
        ? ScreenReaderText::tr("arrow %1").arg(QString::fromStdString(result.circuit().names.parameter(term.parameter)))
        : ScreenReaderText::tr("arrow");
    if (element.step == 0) {
        const QString past = delay > 0 ? ScreenReaderText::tr(" of the step before")
            : delay < 0                ? ScreenReaderText::tr(" of the step after")
                                       : QString();
        return ScreenReaderText::tr("%1, from %2%3 to %4")
            .arg(what, nameOf(result, source), past, nameOf(result, element.node));
    }
    const int from = element.step - delay;
    const QString text = ScreenReaderText::tr("%1, from %2 to %3")
                             .arg(what, place(result, source, from), place(result, element.node, element.step));
    if (cursor.pass == Pass::Forward || !result.trace->hasGradient)
        return cursor.valueShown(element.step) ? text : ScreenReaderText::tr("%1, not computed yet").arg(text);
    if (!cursor.gradientShown(element.step) || (from >= 1 && !cursor.gradientShown(from)))
        return ScreenReaderText::tr("%1, gradient not computed yet").arg(text);
    const auto norm
        = edgeGradientNorm(*result.trace, {{source, from}, {element.node, element.step}, element.term, element.gate});
    return norm ? ScreenReaderText::tr("%1, norm of the gradient through it %2").arg(text, numberForScreenReader(*norm))
                : text;
}

} // namespace

QString screenReaderGradient(const Result &result, const NormAt &normAt, int node, int step)
{
    const auto norm = normAt(step);
    if (!norm)
        return {};
    const auto edge = recurrentEdgeFrom(*result.trace, node, step);
    const int stride = edge ? edge->to.step - step : 0;
    if (*norm == 0) {
        const auto felt = stride == 0 ? std::nullopt : lastFelt(normAt, step, stride);
        return felt && *felt < nearUnderflow ? ScreenReaderText::tr("exactly 0 (underflow)") : numberForScreenReader(0);
    }
    const auto other = stride == 0 ? std::nullopt : normAt(step + stride);
    if (!other || *other == 0 || !std::isfinite(*other) || !std::isfinite(*norm))
        return numberForScreenReader(*norm);
    return ScreenReaderText::tr("%1, %2 times %3")
        .arg(numberForScreenReader(*norm), numberForScreenReader(*norm / *other), neighbour(stride));
}

QString screenReaderText(const Result &result, const Cursor &cursor, const ElementRef &element)
{
    if (element.kind == ElementRef::Kind::Edge)
        return spokenArrow(result, cursor, element);
    if (element.kind == ElementRef::Kind::Node && element.step > 0)
        return nodeForScreenReader(result, cursor, element);
    return describe(result, cursor, element);
}

} // namespace unfold
