#pragma once
// The numbers in a text that people read, so that a test asks for them and not for the words around them.
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <cmath>

namespace unfold::test {

/// Every number in the order of the text: "0.82", "−3", "3.2·10⁻⁵", "10⁻⁶", "2.1e−7". Digits within a name ("h2") are
/// none.
inline QList<double> numbersIn(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])(−?)(?:(\\d+(?:\\.\\d+)?)(?:·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|"
                                                          "e([−-]?\\d+))?|10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))(?![\\w⁻⁰¹²³⁴⁵⁶⁷⁸⁹])"));
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const auto plain = [](const QString &exponent) {
        QString digits;
        for (const QChar c : exponent) {
            if (c == u'⁻' || c == u'−')
                digits += u'-';
            else
                digits += raised.contains(c) ? QString::number(raised.indexOf(c)) : QString(c);
        }
        return digits.isEmpty() ? QStringLiteral("0") : digits;
    };
    QList<double> numbers;
    for (auto match = number.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString mantissa = found.captured(2).isEmpty() ? QStringLiteral("1") : found.captured(2);
        const QString power = plain(found.captured(3) + found.captured(4) + found.captured(5));
        const double size = (mantissa + u'e' + power).toDouble();
        numbers << (found.captured(1).isEmpty() ? size : -size);
    }
    return numbers;
}

/// Whether `number` is in the text as it would be written: within 0.6 %, below 0.09 (two digits) within 6 %.
inline bool hasNumber(const QString &text, double number)
{
    for (const double written : numbersIn(text))
        if (std::abs(written - number) <= std::max(0.06 * std::min(std::abs(number), 0.09), 0.006 * std::abs(number)))
            return true;
    return false;
}

} // namespace unfold::test
