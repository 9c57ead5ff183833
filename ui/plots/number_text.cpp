#include "ui/plots/number_text.h"

#include <cmath>

namespace unfold {
namespace {

QString withMinus(QString text)
{
    return text.replace(u'-', QChar(u'−'));
}

QString written(double value, int digits, const QString &raise, const QString &lower)
{
    if (std::isnan(value))
        return QStringLiteral("not a number");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const QString text = QString::number(value, 'g', digits);
    const qsizetype e = text.indexOf(u'e');
    if (e < 0)
        return withMinus(text);
    const QString exponent = QString::number(text.mid(e + 1).toInt());
    const QString mantissa = text.left(e);
    const QString power = QStringLiteral("10") + raise + withMinus(exponent) + lower;
    if (mantissa == QLatin1String("1") || mantissa == QLatin1String("-1"))
        return withMinus(mantissa.chopped(1)) + power;
    return withMinus(mantissa) + QStringLiteral("·") + power;
}

} // namespace

QString numberHtml(double value, int digits)
{
    return written(value, digits, QStringLiteral("<sup>"), QStringLiteral("</sup>"));
}

QString numberMarkup(double value, int digits)
{
    return written(value, digits, QStringLiteral("^{"), QStringLiteral("}"));
}

} // namespace unfold
