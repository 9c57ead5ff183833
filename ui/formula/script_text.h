#pragma once
// A short label with real super- and subscripts, for axes and curves.
//
// Markup: words stand in the text font; between two $ in the mathematics font, where a single letter is italic, a
// letter between two * bold italic (a vector), and ^{…} and _{…} are scripts: "bound $(γσ_{max})^{T−t}$".
#include <QColor>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <vector>

class QFont;
class QPainter;

namespace unfold {

class ScriptText
{
public:
    ScriptText() = default;
    explicit ScriptText(const QString &markup);

    bool isEmpty() const { return m_runs.empty(); }
    /// Without scripts and styles, for tooltips' and tests' plain comparison.
    QString plain() const;
    /// `factor` scales the application's font.
    QSizeF size(double factor) const;
    void paint(QPainter &painter, QPointF topLeft, double factor, const QColor &colour) const;

private:
    struct Run {
        QString text;
        bool math = false;
        int level = 0; ///< 1: superscript, −1: subscript
    };
    static QFont fontOf(const Run &run, double factor);

    std::vector<Run> m_runs;
    QString m_plain;
};

/// 10^k, with a sign such as ≤ before it.
ScriptText powerOfTen(int exponent, const QString &sign = {});

} // namespace unfold
