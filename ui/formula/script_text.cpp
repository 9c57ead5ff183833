#include "ui/formula/script_text.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace unfold {
namespace {

constexpr double scriptScale = 0.72;
constexpr double mathScale = 1.12; ///< STIX Math looks smaller than Inter at the same size

QString codePoint(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

/// The mathematical italic of a Latin or Greek letter; h has its own place in Unicode.
QString italicLetter(QChar letter, bool bold)
{
    const char32_t c = letter.unicode();
    if (c == U'h' && !bold)
        return codePoint(0x210E);
    if (c >= U'A' && c <= U'Z')
        return codePoint((bold ? 0x1D468 : 0x1D434) + c - U'A');
    if (c >= U'a' && c <= U'z')
        return codePoint((bold ? 0x1D482 : 0x1D44E) + c - U'a');
    if (c >= U'Α' && c <= U'Ω')
        return codePoint((bold ? 0x1D71C : 0x1D6E2) + c - U'Α');
    if (c >= U'α' && c <= U'ω')
        return codePoint((bold ? 0x1D736 : 0x1D6FC) + c - U'α');
    return letter;
}

bool isLatin(QChar c)
{
    return c.isLetter() && c.script() == QChar::Script_Latin;
}

/// Greek and single Latin letters italic; words ("max") upright; *x* bold italic, with its accent.
QString styled(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'*' && i + 2 < text.size()) {
            const qsizetype accents = text[i + 2].category() == QChar::Mark_NonSpacing ? 1 : 0;
            out += italicLetter(text[i + 1], true) + text.mid(i + 2, accents);
            i += 2 + accents;
            continue;
        }
        const bool inWord
            = isLatin(text[i]) && ((i > 0 && isLatin(text[i - 1])) || (i + 1 < text.size() && isLatin(text[i + 1])));
        out += text[i].isLetter() && !inWord ? italicLetter(text[i], false) : QString(text[i]);
    }
    return out;
}

} // namespace

ScriptText::ScriptText(const QString &markup)
{
    bool math = false;
    int level = 0;
    QString pending;
    const auto flush = [&] {
        if (pending.isEmpty())
            return;
        m_runs.push_back({math ? styled(pending) : pending, math, level});
        m_plain += QString(pending).remove(u'*');
        pending.clear();
    };
    for (qsizetype i = 0; i < markup.size(); ++i) {
        const QChar c = markup[i];
        const bool opens = i + 1 < markup.size() && markup[i + 1] == u'{';
        if (c == u'$') {
            flush();
            math = !math;
        } else if ((c == u'^' || c == u'_') && opens) {
            flush();
            level = c == u'^' ? 1 : -1;
            ++i;
        } else if (c == u'}' && level != 0) {
            flush();
            level = 0;
        } else {
            pending += c;
        }
    }
    flush();
}

QString ScriptText::plain() const
{
    return m_plain;
}

QFont ScriptText::fontOf(const Run &run, double factor)
{
    const double scaled = factor * (run.level == 0 ? 1 : scriptScale);
    return run.math ? mathFont(scaled * mathScale) : textFont(scaled);
}

QSizeF ScriptText::size(double factor) const
{
    double width = 0;
    for (const Run &run : m_runs)
        width += QFontMetricsF(fontOf(run, factor)).horizontalAdvance(run.text);
    return {width, QFontMetricsF(textFont(factor)).height() * 1.1};
}

void ScriptText::paint(QPainter &painter, QPointF topLeft, double factor, const QColor &colour) const
{
    const QFontMetricsF metrics(textFont(factor));
    const double baseline = topLeft.y() + metrics.height() * 0.1 + metrics.ascent();
    double x = topLeft.x();
    painter.setPen(colour);
    for (const Run &run : m_runs) {
        const QFont font = fontOf(run, factor);
        const double shift = run.level > 0 ? -0.42 * metrics.ascent() : run.level < 0 ? 0.18 * metrics.ascent() : 0;
        painter.setFont(font);
        painter.drawText(QPointF(x, baseline + shift), run.text);
        x += QFontMetricsF(font).horizontalAdvance(run.text);
    }
}

ScriptText powerOfTen(int exponent, const QString &sign)
{
    const QString digits = QString::number(std::abs(exponent));
    return ScriptText(sign + QStringLiteral("$10^{%1}$").arg(exponent < 0 ? QStringLiteral("−") + digits : digits));
}

} // namespace unfold
