#include "ui/timeline/sentence/comparison_text.h"

#include "ui/timeline/sentence/plain_number.h"

#include <QCoreApplication>

namespace unfold {
namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(GradientSentence)
};

} // namespace

QString comparisonText(
    const Comparison &comparison, const QString &first, const QString &second, const Emphasis &emphasis)
{
    const ComparedGradient &a = comparison.first;
    const ComparedGradient &b = comparison.second;
    const auto number = [&](double value) { return emphasis.gradient(plainNumber(value)); };
    const QString one = emphasis.name(first.toStdString());
    const QString other = emphasis.name(second.toStdString());
    if (!comparison.alike)
        return ComparisonText::tr("The gradient norm is %1 with %2 (%3 at step %4) and %5 with %6 (%7 at step %8).")
            .arg(number(a.atTo), one, emphasis.name(a.node), QString::number(a.to), number(b.atTo), other,
                emphasis.name(b.node), QString::number(b.to));
    const QString way = a.to < a.from
        ? ComparisonText::tr("From step %1 back to step %2 the gradient is multiplied by %3 with %4 and by %5 with %6.")
        : ComparisonText::tr("From step %1 on to step %2 the gradient is multiplied by %3 with %4 and by %5 with %6.");
    return way.arg(QString::number(a.from), QString::number(a.to), number(a.factor()), one, number(b.factor()), other);
}

} // namespace unfold
