#include "ui/style/number_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace unfold {
namespace {

const QChar minus(0x2212);

/// A finite number in two parts: mantissa · 10^exponent; an empty exponent: the mantissa is the number.
struct Digits {
    QString mantissa;
    QString exponent;
};

Digits digitsOf(double value, int digits)
{
    const QString text = QString::number(value, 'g', digits);
    const qsizetype e = text.indexOf(u'e');
    QString exponent = e < 0 ? QString() : QString::number(QStringView(text).mid(e + 1).toInt());
    QString mantissa = e < 0 ? text : text.left(e);
    return {mantissa.replace(u'-', minus), exponent.replace(u'-', minus)};
}

/// What no digits can say; nullopt for a finite number.
std::optional<QString> nameOf(double value)
{
    if (std::isnan(value))
        return QStringLiteral("not a number");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return std::nullopt;
}

QString onOneLine(const Digits &number)
{
    return number.exponent.isEmpty() ? number.mantissa : number.mantissa + u'e' + number.exponent;
}

/// With a power of ten whose exponent stands between `raise` and `lower`.
QString withPower(double value, int digits, const QString &raise, const QString &lower)
{
    if (const auto name = nameOf(value))
        return *name;
    const Digits number = digitsOf(value, digits);
    if (number.exponent.isEmpty())
        return number.mantissa;
    QString power = QStringLiteral("10") + raise + number.exponent + lower;
    if (number.mantissa == QLatin1String("1"))
        return power;
    if (number.mantissa == QStringLiteral("−1"))
        return minus + power;
    return number.mantissa + QStringLiteral("·") + power;
}

} // namespace

QString numberText(double value, int digits)
{
    if (const auto name = nameOf(value))
        return *name;
    return onOneLine(digitsOf(value == 0 ? 0.0 : value, digits));
}

QString numberHtml(double value, int digits)
{
    return withPower(value, digits, QStringLiteral("<sup>"), QStringLiteral("</sup>"));
}

QString numberMarkup(double value, int digits)
{
    return withPower(value, digits, QStringLiteral("^{"), QStringLiteral("}"));
}

QString numberForScreenReader(double value, int digits)
{
    if (value == 0)
        return QCoreApplication::translate("Numbers", "exactly 0");
    if (std::isinf(value))
        return value > 0 ? QCoreApplication::translate("Numbers", "infinite (overflow)")
                         : QCoreApplication::translate("Numbers", "minus infinite (overflow)");
    return numberText(value, digits);
}

QString exactNumberText(double value)
{
    return onOneLine(digitsOf(value, QLocale::FloatingPointShortest));
}

std::optional<double> numberFrom(const QString &text)
{
    QString plain = text.trimmed();
    plain.replace(minus, u'-').replace(u',', u'.');
    bool ok = false;
    const double value = QLocale::c().toDouble(plain, &ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace unfold
