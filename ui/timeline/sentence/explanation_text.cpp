#include "ui/timeline/sentence/explanation_text.h"

#include "ui/timeline/sentence/plain_number.h"
#include "ui/timeline/sentence/rate_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace unfold {
namespace {

struct ExplanationText {
    Q_DECLARE_TR_FUNCTIONS(GradientSentence)
};

/// An explanation and how its numbers are set off.
struct Said {
    const Explanation &e;
    const Emphasis &emphasis;

    QString node() const { return emphasis.name(e.node); }
    QString number(double value) const { return emphasis.gradient(plainNumber(value)); }
};

QString step(int number)
{
    return QString::number(number);
}

/// reason: the end of the sentence.
QString zeroText(const GradientRangeEnd &end, const QString &reason)
{
    return end.steps.count() == 1
        ? ExplanationText::tr("It is exactly 0 at step %1%2").arg(step(end.steps.first), reason)
        : ExplanationText::tr("It is exactly 0 at steps %1–%2%3")
              .arg(step(end.steps.first), step(end.steps.last), reason);
}

QString rangeEndText(const Said &s)
{
    const GradientRangeEnd &end = *s.e.rangeEnd;
    const int begin = s.e.toThePast ? end.steps.last : end.steps.first;
    switch (end.kind) {
    case GradientRangeEnd::Kind::Zero: return zeroText(end, QStringLiteral("."));
    case GradientRangeEnd::Kind::InactiveUnits:
        return zeroText(end, ExplanationText::tr(": every unit that carries it is inactive, with slope 0."));
    case GradientRangeEnd::Kind::FlatUnits:
        return zeroText(end,
            ExplanationText::tr(": the slope of %1 is 0 in every unit that carries it.")
                .arg(QString::fromUtf8(nameOf(s.e.activation).data())));
    case GradientRangeEnd::Kind::ZeroMatrix:
        return zeroText(end, ExplanationText::tr(": %1 multiplies it by 0.").arg(s.emphasis.name(s.e.matrix)));
    case GradientRangeEnd::Kind::Underflow:
        return zeroText(end, ExplanationText::tr(": the true value is too small for a double."));
    case GradientRangeEnd::Kind::Infinite:
        return ExplanationText::tr("It becomes infinite at step %1: too large for a double.").arg(step(begin));
    case GradientRangeEnd::Kind::NotANumber:
        return ExplanationText::tr("It is not a number at step %1: a value on the way was too large for a double.")
            .arg(step(begin));
    }
    return {};
}

QString growsFirstText(const Said &s)
{
    const TransientGrowth &growth = *s.e.growsFirst;
    return ExplanationText::tr("ρ(%1) = %2 is below 1, so it vanishes over enough steps; it grows first, to %3 at step "
                               "%4, and is %5 at step %6.")
        .arg(s.emphasis.name(s.e.matrix), plainNumber(growth.radius), s.number(growth.peak), step(growth.peakStep),
            s.number(growth.atEnd), step(growth.end));
}

/// What the rate cannot tell where no step has one.
QString withoutRateText(const Said &s)
{
    const GradientEnds &ends = *s.e.ends;
    return s.e.rangeEnd
        ? ExplanationText::tr("The gradient enters %1 at step %2.").arg(s.node(), step(ends.from))
        : ExplanationText::tr("The gradient norm at %1 is %2 at step %3 and %4 at step %5.")
              .arg(s.node(), s.number(ends.atFrom), step(ends.from), s.number(ends.atTo), step(ends.to));
}

QString oneEntryText(const Said &s)
{
    QStringList sentences{s.e.rate ? rateText(s.e, s.emphasis) : withoutRateText(s)};
    if (s.e.growsFirst)
        sentences << growsFirstText(s);
    if (s.e.along)
        sentences << ExplanationText::tr("At step %1 the norm is %2; along %3 through %4 alone, %5 arrives.")
                         .arg(step(s.e.along->step), s.number(s.e.ends->atTo), s.node(),
                             s.emphasis.name(s.e.along->gate), s.number(s.e.along->norm));
    if (s.e.rangeEnd)
        sentences << rangeEndText(s);
    return sentences.join(u' ');
}

QString sumText(const Said &s)
{
    const GradientEnds &ends = *s.e.ends;
    if (!s.e.severalLosses)
        return ExplanationText::tr("The loss reaches %1 directly at several steps; the norm is %2 at step %3 and %4 at "
                                   "step %5.")
            .arg(s.node(), s.number(ends.atFrom), step(ends.from), s.number(ends.atTo), step(ends.to));
    return ExplanationText::tr("Each loss adds its own gradient; the norm at %1 is %2 at step %3 and %4 at step %5.")
        .arg(s.node(), s.number(ends.atFrom), step(ends.from), s.number(ends.atTo), step(ends.to));
}

QString lastLossText(const Said &s)
{
    const GradientEnds &last = *s.e.lastLoss;
    return s.e.longRangeFades
        ? ExplanationText::tr("The sum does not vanish; the long-range part does: the last step's loss contributes %1 "
                              "there.")
              .arg(s.number(last.atTo))
        : ExplanationText::tr("Of the last step's loss alone the norm is %1 at step %2 and %3 at step %4.")
              .arg(s.number(last.atFrom), step(last.from), s.number(last.atTo), step(last.to));
}

QString severalEntriesText(const Said &s)
{
    QStringList sentences{sumText(s)};
    if (s.e.lastLoss && (s.e.longRangeFades || !s.e.rate))
        sentences << lastLossText(s);
    if (s.e.rate)
        sentences << throughLoopText(s.e, s.emphasis);
    return sentences.join(u' ');
}

QString nowhereText(const Said &s)
{
    const QString text = s.e.toThePast
        ? ExplanationText::tr("The gradient enters %1 at step %2. There is no earlier step for it to flow to.")
        : ExplanationText::tr("The gradient enters %1 at step %2. There is no later step for it to flow to.");
    return text.arg(s.node(), step(s.e.step));
}

QString notFiniteText(const Said &s)
{
    return s.e.what == GradientCase::ForwardNotFinite
        ? ExplanationText::tr(
            "The forward pass leaves the range of a double: %1 is not finite at step %2, so there is no gradient.")
              .arg(s.emphasis.name(s.e.other), step(s.e.step))
        : ExplanationText::tr("The gradient is too large for a double at step %1, where it enters %2.")
              .arg(step(s.e.step), s.node());
}

QString withoutFlowText(const Said &s)
{
    switch (s.e.what) {
    case GradientCase::NoRecurrence:
        return ExplanationText::tr("This circuit has no recurrence: each loss depends on its own step only.");
    case GradientCase::DelaysWithoutLoop:
        return ExplanationText::tr(
            "This circuit has delays but no loop: the gradient reaches a few steps and passes no "
            "matrix again and again.");
    case GradientCase::OffTheLoop:
        return ExplanationText::tr("%1 is on no loop. Plot %2 to see the gradient travel through time.")
            .arg(s.node(), s.emphasis.name(s.e.other));
    case GradientCase::NothingArrives:
        return ExplanationText::tr("The gradient at %1 is exactly 0 at every step: no part of the loss reaches it.")
            .arg(s.node());
    default: return ExplanationText::tr("Without a loss there is no gradient, only a forward pass.");
    }
}

} // namespace

QString explanationText(const Explanation &explanation, const Emphasis &emphasis)
{
    const Said said{explanation, emphasis};
    switch (explanation.what) {
    case GradientCase::OneEntry: return oneEntryText(said);
    case GradientCase::SeveralEntries: return severalEntriesText(said);
    case GradientCase::NowhereToFlow: return nowhereText(said);
    case GradientCase::ForwardNotFinite:
    case GradientCase::EntryNotFinite: return notFiniteText(said);
    default: return withoutFlowText(said);
    }
}

} // namespace unfold
