#include "ui/inspector/gradient_check_text.h"

#include "ui/style/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

struct GradientCheckText {
    Q_DECLARE_TR_FUNCTIONS(GradientCheck)
};

/// "e−7" of "1.25e−7"; empty where there is none.
QString exponentOf(const QString &number)
{
    const qsizetype e = number.indexOf(u'e');
    return e < 0 ? QString() : number.mid(e);
}

/// How many characters both begin with; 0 where they have different powers of ten.
qsizetype agreeing(const QString &a, const QString &b)
{
    if (exponentOf(a) != exponentOf(b))
        return 0;
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

} // namespace

QString comparedHtml(double gradient, double difference, const QColor &faded)
{
    constexpr int digits = 17;
    QString text = numberText(difference, digits);
    const qsizetype same = agreeing(text, numberText(gradient, digits));
    if (same == text.size())
        return text;
    return text.left(same) + QStringLiteral("<span style=\"color:%1\">%2</span>").arg(faded.name(), text.mid(same));
}

QString agreementHtml(double gradient, double difference)
{
    if (!std::isfinite(difference) || !std::isfinite(gradient))
        return GradientCheckText::tr("They cannot be compared.");
    if (gradient == difference)
        return GradientCheckText::tr("They are equal, to the last digit.");
    const QString differ
        = GradientCheckText::tr("They differ by %1").arg(numberHtml(std::abs(difference - gradient), 2));
    const int digits = agreeingDigits(gradient, difference);
    const QString agree
        = digits == 1 ? GradientCheckText::tr("1 digit agrees") : GradientCheckText::tr("%1 digits agree").arg(digits);
    return differ + QStringLiteral(" · ") + (digits == 0 ? GradientCheckText::tr("no digit agrees") : agree);
}

QString reasonText(DifferenceSide side)
{
    switch (side) {
    case DifferenceSide::Truncation:
        return GradientCheckText::tr(
            "This ε is large. Between −ε and +ε the loss bends, and a straight line misses the bend: the "
            "truncation error, which falls as ε². Make ε smaller.");
    case DifferenceSide::Best:
        return GradientCheckText::tr(
            "About the best ε. Larger, and the line misses the bend of the loss (truncation, as ε²). Smaller, and "
            "the rounding of the two losses, divided by 2ε, takes over (as 1/ε).");
    case DifferenceSide::Rounding:
        return GradientCheckText::tr(
            "This ε is small. Both losses agree in nearly all of their 16 digits, and what is left of them after "
            "the subtraction is mostly rounding; divided by 2ε it grows as 1/ε. Make ε larger.");
    case DifferenceSide::Kink:
        return GradientCheckText::tr(
            "Between −ε and +ε a relu switches on or off. There the loss has a kink, and the difference mixes the "
            "slopes of its two sides. Where a smaller ε helps, the kink lies beside; where none does, the relu "
            "stands on it, and the backward pass takes 0 for its slope.");
    case DifferenceSide::Overflow:
        return GradientCheckText::tr("The loss overflows beside this number, so there is no difference to take.");
    case DifferenceSide::Exact: return GradientCheckText::tr("At every ε the difference is the gradient itself.");
    }
    return {};
}

QString epsilonHtml(double epsilon)
{
    return QStringLiteral("<i>ε</i> = ") + numberHtml(epsilon, 1);
}

} // namespace unfold
