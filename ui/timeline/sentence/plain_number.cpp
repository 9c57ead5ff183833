#include "ui/timeline/sentence/plain_number.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct PlainNumber {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

QString superscript(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits[digit.digitValue()];
    return text;
}

/// 3.2·10⁻⁵
QString asPowerOfTen(double value)
{
    const QString text = QString::number(value, 'e', 1); // "3.2e-05"
    const qsizetype e = text.indexOf(u'e');
    QString mantissa = text.left(e);
    if (mantissa.endsWith(QLatin1String(".0")))
        mantissa.chop(2);
    const QString power = QStringLiteral("10") + superscript(QStringView(text).mid(e + 1).toInt());
    return mantissa == QLatin1String("1") ? power : mantissa + u'·' + power;
}

} // namespace

QString plainNumber(double value, int decimals)
{
    if (std::isnan(value))
        return PlainNumber::tr("not a number");
    if (value < 0)
        return u'−' + plainNumber(-value, decimals);
    if (std::isinf(value))
        return PlainNumber::tr("infinite");
    if (value == 0)
        return QStringLiteral("0");
    if (value < 0.001 || value >= 99999.5)
        return asPowerOfTen(value);
    if (value < 0.0995)
        return QString::number(value, 'g', 2);
    if (value >= 9.995)
        return QString::number(value, 'f', value < 99.95 ? 1 : 0);
    return QString::number(value, 'f', decimals == 3 ? 3 : 2);
}

} // namespace unfold
