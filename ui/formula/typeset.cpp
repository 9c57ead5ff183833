#include "ui/formula/typeset.h"
#include "ui/formula/math_font.h"
#include "ui/style/application_singleton.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace unfold {
namespace {

using Part = Formula::Part;

/// Space between neighbours in mu (1/18 em); the table of The TeXbook, chapter 18. In scripts only that of operators
/// stays.
double spaceBetween(MathClass left, MathClass right, bool script)
{
    constexpr double thin = 3.0 / 18, medium = 4.0 / 18, thick = 5.0 / 18;
    const auto either = [&](MathClass c) { return left == c || right == c; };
    const bool beforeFence = right == MathClass::Close || right == MathClass::Punctuation;
    if (left == MathClass::Open || beforeFence || either(MathClass::Space))
        return 0;
    if (left == MathClass::Operator && right == MathClass::Open)
        return 0;
    if (either(MathClass::Relation))
        return script || left == right ? 0 : thick;
    if (either(MathClass::Binary))
        return script ? 0 : medium;
    if (either(MathClass::Operator))
        return thin;
    return left == MathClass::Punctuation && !script ? thin : 0;
}

double spaceWidth(const Part &part)
{
    return part.text == "\u2003" ? 1.0 : 3.0 / 18;
}

} // namespace

/// Lays out one formula. Positions in px, y downwards; `level` 0 is text, 1 script, 2 script of a script.
class Typesetter
{
public:
    Typesetter(const FormulaStyle &style, const MathFont &font)
        : m_style(style)
        , m_font(font)
    {
    }

    TypesetFormula operator()(const Formula &formula)
    {
        m_result.m_bounds = layOut(formula.parts, 0);
        uniteSymbols();
        return std::move(m_result);
    }

private:
    /// What a part's scripts and the parts of a fraction take over from it.
    struct Inherited {
        SymbolRef ref;
        int symbol = -1;
    };

    double em(int level) const
    {
        const MathConstants &c = m_font.constants();
        return m_style.pixelSize * (level == 0 ? 1 : level == 1 ? c.scriptScale : c.scriptScriptScale);
    }

    /// Each returns the x at which it ends.
    double row(const std::vector<Part> &parts, QPointF at, int level, const Inherited &from)
    {
        const std::vector<MathClass> classes = mathClasses(parts);
        for (size_t i = 0; i < parts.size(); ++i) {
            if (i > 0)
                at.rx() += spaceBetween(classes[i - 1], classes[i], level > 0) * em(level);
            at.rx() = part(parts[i], classes[i], at, level, from);
        }
        return at.x();
    }

    double part(const Part &p, MathClass c, QPointF at, int level, const Inherited &from)
    {
        if (c == MathClass::Space)
            return at.x() + spaceWidth(p) * em(level);
        Inherited own = from;
        if (p.ref.kind != SymbolRef::Kind::None && p.ref != from.ref)
            own = {p.ref, newSymbol(p.ref)};
        if (!p.numerator.empty())
            return fraction(p, at, level, own);
        const QString text = mathLetters(QString::fromStdString(p.text).trimmed(), p.style);
        const TextExtent extent = m_font.extent(text);
        addRun(text, extent, at, level, own);
        const double end = at.x() + extent.advance * em(level);
        if (p.superscript.empty() && p.subscript.empty())
            return end + std::max(extent.italicCorrection, extent.overhang) * em(level);
        return scripts(p, extent, {end, at.y()}, level, own);
    }

    double scripts(const Part &p, const TextExtent &nucleus, QPointF at, int level, const Inherited &own)
    {
        const MathConstants &c = m_font.constants();
        const int inner = std::min(level + 1, 2);
        const double up = c.superscriptShiftUp * em(level);
        double down = c.subscriptShiftDown * em(level);
        if (!p.superscript.empty() && !p.subscript.empty())
            down = std::max(down, clearDrop(up, em(level), em(inner)));
        double end = at.x();
        if (!p.superscript.empty()) {
            const double lean = nucleus.italicCorrection * em(level);
            end = std::max(end, row(p.superscript, {at.x() + lean, at.y() - up}, inner, own));
        }
        if (!p.subscript.empty())
            end = std::max(end, row(p.subscript, {at.x(), at.y() + down}, inner, own));
        return end + c.spaceAfterScript * em(level);
    }

    /// The drop at which a subscript clears a superscript. The same for all, whatever letters they hold, so that lines
    /// look alike: measured on a parenthesis above and an h below. Half of the table's gap, which is meant for
    /// displays.
    double clearDrop(double up, double unit, double scriptUnit) const
    {
        const double top = up - m_font.extent(QStringLiteral("(")).depth * scriptUnit;
        const double gap = m_font.constants().subSuperscriptGapMin / 2 * unit;
        return m_font.extent(QStringLiteral("h")).height * scriptUnit - top + gap;
    }

    double fraction(const Part &p, QPointF at, int level, const Inherited &own)
    {
        const MathConstants &c = m_font.constants();
        const int inner = std::min(level + 1, 2);
        const double unit = em(level);
        const QRectF above = measured(p.numerator, inner), below = measured(p.denominator, inner);
        const double axis = c.axisHeight * unit, half = c.ruleThickness * unit / 2;
        const double up = std::max(c.numeratorShiftUp * unit, axis + half + c.numeratorGapMin * unit + above.bottom());
        const double down
            = std::max(c.denominatorShiftDown * unit, -below.top() + c.denominatorGapMin * unit + half - axis);
        const double width = std::max(above.width(), below.width());
        const double left = at.x() + 0.1 * unit;
        row(p.numerator, {left + (width - above.width()) / 2, at.y() - up}, inner, own);
        row(p.denominator, {left + (width - below.width()) / 2, at.y() + down}, inner, own);
        m_result.m_rules.push_back({QRectF(left, at.y() - axis - half, width, 2 * half), m_style.text});
        return left + width + 0.1 * unit;
    }

    int newSymbol(const SymbolRef &ref)
    {
        m_result.m_symbols.push_back({ref, {}});
        return static_cast<int>(m_result.m_symbols.size()) - 1;
    }

    void addRun(const QString &text, const TextExtent &extent, QPointF at, int level, const Inherited &own)
    {
        if (text.isEmpty())
            return;
        const double size = em(level);
        TypesetFormula::Run run;
        run.text = text;
        run.font = m_font.letters(std::max(1, static_cast<int>(std::lround(size))));
        run.scale = size / run.font.pixelSize();
        const QColor colour = m_style.colour && own.symbol >= 0 ? m_style.colour(own.ref) : QColor();
        run.colour = colour.isValid() ? colour : m_style.text;
        run.baseline = at;
        run.box = QRectF(
            at.x(), at.y() - extent.height * size, extent.advance * size, (extent.height + extent.depth) * size);
        m_result.m_runs.push_back(run);
        m_symbolOfRun.push_back(own.symbol);
    }

    /// A symbol's box is that of its runs, scripts included.
    void uniteSymbols()
    {
        for (size_t i = 0; i < m_symbolOfRun.size(); ++i)
            if (m_symbolOfRun[i] >= 0)
                m_result.m_symbols[static_cast<size_t>(m_symbolOfRun[i])].box |= m_result.m_runs[i].box;
    }

    QRectF layOut(const std::vector<Part> &parts, int level)
    {
        QRectF bounds(0, 0, row(parts, {0, 0}, level, {}), 0);
        for (const TypesetFormula::Run &run : m_result.m_runs)
            bounds |= run.box;
        return bounds;
    }

    /// Bounds of a row that is not to be drawn yet.
    QRectF measured(const std::vector<Part> &parts, int level) const
    {
        return Typesetter(m_style, m_font).layOut(parts, level);
    }

    const FormulaStyle &m_style;
    const MathFont &m_font;
    TypesetFormula m_result;
    std::vector<int> m_symbolOfRun;
};

namespace {

/// On the pixel grid where one unit of the painter is one pixel, so that scripts stand at one height in every formula.
QPointF snapped(const QPainter &painter, QPointF point)
{
    if (painter.transform().type() > QTransform::TxTranslate)
        return point;
    return {point.x(), std::round(point.y())};
}

} // namespace

void TypesetFormula::paint(QPainter &painter, QPointF baseline) const
{
    painter.save();
    painter.translate(snapped(painter, baseline));
    for (const Rule &rule : m_rules)
        painter.fillRect(rule.box, rule.colour);
    for (const Run &run : m_runs) {
        painter.setFont(run.font);
        painter.setPen(run.colour);
        if (std::abs(run.scale - 1) < 1e-3) {
            painter.drawText(snapped(painter, run.baseline), run.text);
            continue;
        }
        painter.save();
        painter.translate(snapped(painter, run.baseline));
        painter.scale(run.scale, run.scale);
        painter.drawText(QPointF(0, 0), run.text);
        painter.restore();
    }
    painter.restore();
}

SymbolRef TypesetFormula::symbolAt(QPointF point) const
{
    const auto hit
        = std::find_if(m_symbols.begin(), m_symbols.end(), [&](const Symbol &s) { return s.box.contains(point); });
    return hit == m_symbols.end() ? SymbolRef{} : hit->ref;
}

QString TypesetFormula::textAt(QPointF point) const
{
    const auto hit = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &r) { return r.box.contains(point); });
    return hit == m_runs.end() ? QString() : hit->text;
}

std::vector<QRectF> TypesetFormula::boxesOf(const SymbolRef &ref) const
{
    std::vector<QRectF> boxes;
    for (const Symbol &symbol : m_symbols)
        if (symbol.ref == ref)
            boxes.push_back(symbol.box);
    return boxes;
}

FormulaStyle formulaStyle(const Theme &theme, const Circuit &circuit, double factor)
{
    std::map<std::string, QColor> colours;
    for (const Node &node : circuit.nodes) {
        if (!node.bias.empty())
            colours[node.bias] = theme.parameter(circuit, node.bias);
        for (const Term &term : node.terms)
            if (!term.parameter.empty())
                colours[term.parameter] = theme.parameter(circuit, term.parameter);
    }
    FormulaStyle style;
    style.pixelSize = mathFont(factor).pixelSize();
    style.text = theme.text;
    style.colour = [colours, loss = theme.loss](const SymbolRef &ref) {
        if (ref.kind == SymbolRef::Kind::Loss)
            return loss;
        const auto found = ref.kind == SymbolRef::Kind::Parameter ? colours.find(ref.name) : colours.end();
        return found == colours.end() ? QColor() : found->second;
    };
    return style;
}

TypesetFormula typeset(const Formula &formula, const FormulaStyle &style)
{
    // The measures are those of a shipped file and to measure is dear: once is enough for a program.
    return Typesetter(style, applicationSingleton<MathFont>())(formula);
}

Formula labelFormula(const std::string &name, const std::string &superscript, const SymbolRef &ref)
{
    constexpr std::string_view complement = "1 − ";
    const bool isComplement = name.starts_with(complement);
    Part part = symbolPart(isComplement ? name.substr(complement.size()) : name, ref);
    part.superscript = scriptParts(superscript);
    if (isComplement)
        return {{{.text = "1", .ref = {}}, {.text = "−", .ref = {}}, part}};
    return {{part}};
}

} // namespace unfold
