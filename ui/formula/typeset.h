#pragma once
// Mathematics laid out as in a printed book, on the MATH table of the bundled font: scripts, fences, a colour per
// symbol. Live and scalable; it can say which symbol lies under the mouse.
#include "core/formula/formula.h"
#include "ui/style/theme.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

namespace unfold {

struct FormulaStyle {
    double pixelSize = 20;
    QColor text;
    /// Colour of a symbol by what it stands for; an invalid colour means `text`.
    std::function<QColor(const SymbolRef &)> colour;
};

/// Role and parameter colours of the theme; `factor` scales the application's font.
FormulaStyle formulaStyle(const Theme &theme, const Circuit &circuit, double factor);

/// A formula with a place for every glyph. A value: copy it, keep it, paint it where you like.
class TypesetFormula
{
public:
    /// One symbol with its scripts.
    struct Symbol {
        SymbolRef ref;
        QRectF box;
    };

    /// Ink and advance together, relative to the left end of the baseline: top is negative.
    QRectF bounds() const { return m_bounds; }
    void paint(QPainter &painter, QPointF baseline) const;
    /// What lies at `point`, relative to the left end of the baseline; Kind::None between symbols.
    SymbolRef symbolAt(QPointF point) const;
    /// The word or sign at `point`, as it stands there; empty between them.
    QString textAt(QPointF point) const;
    /// Boxes of every copy of a symbol, for a halo.
    std::vector<QRectF> boxesOf(const SymbolRef &ref) const;
    /// Everything that stands for something, from left to right.
    const std::vector<Symbol> &symbols() const { return m_symbols; }

private:
    friend class Typesetter;
    struct Run {
        QString text;
        QFont font;
        double scale = 1; ///< of the font, whose size is a whole number of pixels
        QColor colour;
        QPointF baseline;
        QRectF box;
    };
    struct Rule {
        QRectF box;
        QColor colour;
    };
    std::vector<Run> m_runs;
    std::vector<Rule> m_rules; ///< fraction bars
    std::vector<Symbol> m_symbols;
    QRectF m_bounds;
};

TypesetFormula typeset(const Formula &formula, const FormulaStyle &style);

/// A label such as h⁽³⁾ for a node of a diagram: bold italic name, upright superscript. "1 − " before a name is upright.
Formula labelFormula(const std::string &name, const std::string &superscript, const SymbolRef &ref);

} // namespace unfold
