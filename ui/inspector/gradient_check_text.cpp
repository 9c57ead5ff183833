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
        return GradientCheckText::tr("They are equal in every digit.");
    const QString apart = numberHtml(std::abs(difference - gradient), 2);
    const int digits = agreeingDigits(gradient, difference);
    if (digits == 0)
        return GradientCheckText::tr("They differ by %1 · no digit agrees").arg(apart);
    if (digits == 1)
        return GradientCheckText::tr("They differ by %1 · 1 digit agrees").arg(apart);
    return GradientCheckText::tr("They differ by %1 · %2 digits agree").arg(apart).arg(digits);
}

QString reasonText(DifferenceSide side)
{
    switch (side) {
    case DifferenceSide::Truncation:
        return GradientCheckText::tr(
            "This ε is large. The loss is curved between −ε and +ε, and the difference assumes a straight line. This "
            "truncation error falls as ε². Make ε smaller.");
    case DifferenceSide::Best:
        return GradientCheckText::tr(
            "About the best ε. A larger ε increases the truncation error, which grows as ε². A smaller ε increases "
            "the rounding error, which grows as 1/ε.");
    case DifferenceSide::Rounding:
        return GradientCheckText::tr(
            "This ε is small. Both losses agree in nearly all of their 16 digits, so their difference is mostly "
            "rounding. Divided by 2ε, this rounding error grows as 1/ε. Make ε larger.");
    case DifferenceSide::Kink:
        return GradientCheckText::tr(
            "A relu switches on or off between −ε and +ε. The loss has a kink there, and the difference mixes the "
            "slopes on its two sides. If a smaller ε helps, the kink is nearby. If none does, the relu is exactly at "
            "its kink, where the backward pass takes the slope 0.");
    case DifferenceSide::Overflow:
        return GradientCheckText::tr("The loss overflows near this value, so no difference can be computed.");
    case DifferenceSide::Exact: return GradientCheckText::tr("The difference equals the gradient at every ε.");
    }
    return {};
}

QString epsilonHtml(double epsilon)
{
    return QStringLiteral("<i>ε</i> = ") + numberHtml(epsilon, 1);
}

} // namespace unfold
