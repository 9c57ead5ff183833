#include "ui/panels/number_text.h"

#include <QLocale>

#include <cmath>

namespace unfold {
namespace {

const QChar minus(0x2212);

QString tidied(QString text)
{
    const qsizetype e = text.indexOf(u'e');
    if (e >= 0) {
        const int exponent = text.mid(e + 1).toInt();
        text = text.left(e) + u'e' + QString::number(exponent);
    }
    return text.replace(u'-', minus);
}

} // namespace

QString numberText(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("not a number");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return tidied(QString::number(value == 0 ? 0.0 : value, 'g', digits));
}

QString exactNumberText(double value)
{
    return tidied(QString::number(value, 'g', QLocale::FloatingPointShortest));
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
