#include "ui/formula/equations_layout.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

// Smallest size as a fraction of the one asked for.
constexpr double smallestWhole = 0.85;
constexpr double smallestBroken = 0.7;

using Formulas = std::vector<Formula>;

FormulaStyle scaled(FormulaStyle style, double scale)
{
    style.pixelSize *= scale;
    return style;
}

double widthOf(const Formula &formula, const FormulaStyle &style)
{
    return typeset(formula, style).bounds().right();
}

double indentOf(const FormulaStyle &style)
{
    return 1.5 * style.pixelSize;
}

/// Lines of one formula, each as wide as fits.
std::vector<Formula> wrapped(const Formula &formula, const FormulaStyle &style, double width)
{
    if (widthOf(formula, style) <= width)
        return {formula};
    std::vector<Formula> lines;
    for (const Formula &piece : breakable(formula)) {
        if (lines.empty()) {
            lines.push_back(piece);
            continue;
        }
        Formula longer = lines.back();
        longer.parts.insert(longer.parts.end(), piece.parts.begin(), piece.parts.end());
        const double room = lines.size() == 1 ? width : width - indentOf(style);
        if (widthOf(longer, style) <= room)
            lines.back() = longer;
        else
            lines.push_back(piece);
    }
    return lines;
}

double widestPiece(const Formula &formula, const FormulaStyle &style)
{
    double widest = 0;
    for (const Formula &piece : breakable(formula)) {
        const double indent = widest > 0 ? indentOf(style) : 0;
        widest = std::max(widest, indent + widthOf(piece, style));
    }
    return widest;
}

/// As large as possible with nothing broken; where that is too small, as large as possible with everything broken.
double scaleFor(const Formulas &formulas, const FormulaStyle &style, double width)
{
    double whole = 0, broken = 0;
    for (const Formula &formula : formulas) {
        whole = std::max(whole, widthOf(formula, style));
        broken = std::max(broken, widestPiece(formula, style));
    }
    if (whole * smallestWhole <= width)
        return whole <= width ? 1.0 : width / whole;
    return broken <= width ? 1.0 : std::max(smallestBroken, width / broken);
}

class Stack
{
public:
    explicit Stack(double width)
        : m_width(width)
    {
    }

    void add(const Formulas &formulas, const FormulaStyle &style, EquationGroup group)
    {
        m_unit = style.pixelSize;
        if (!m_result.lines.empty() && !formulas.empty() && m_result.lines.back().group != group)
            addHairline();
        for (const Formula &formula : formulas) {
            double indent = 0;
            for (const Formula &line : wrapped(formula, style, m_width)) {
                addLine(typeset(line, style), indent, group);
                indent = indentOf(style);
            }
        }
    }

    EquationsLayout finished()
    {
        m_result.size.setHeight(std::ceil(m_bottom + 0.2 * m_unit));
        return std::move(m_result);
    }

private:
    void addHairline()
    {
        m_result.hairlines.push_back(std::round(m_bottom + 0.6 * m_unit));
        m_bottom += 1.2 * m_unit;
        m_afterHairline = true;
    }

    /// Baselines lie one and three quarters of the size apart, more where ink needs it.
    void addLine(TypesetFormula formula, double indent, EquationGroup group)
    {
        const QRectF ink = formula.bounds();
        double y = m_bottom + 0.3 * m_unit - ink.top();
        if (!m_result.lines.empty() && !m_afterHairline)
            y = std::max(y, m_result.lines.back().baseline.y() + 1.75 * m_unit);
        y = std::ceil(y);
        m_bottom = y + ink.bottom();
        m_afterHairline = false;
        m_result.size.setWidth(std::max(m_result.size.width(), std::ceil(indent + ink.right())));
        m_result.lines.push_back({std::move(formula), {indent, y}, group});
    }

    double m_width;
    double m_unit = 0; ///< size of the lines being added
    double m_bottom = 0;
    bool m_afterHairline = false;
    EquationsLayout m_result;
};

} // namespace

EquationsLayout layOutEquations(const EquationsContent &content, const EquationStyles &styles, double width)
{
    Formulas forward = content.nodes;
    forward.insert(forward.end(), content.loss.begin(), content.loss.end());
    Stack stack(width);
    stack.add(forward, scaled(styles.forward, scaleFor(forward, styles.forward, width)), EquationGroup::Forward);
    const auto addGradients = [&](const Formulas &formulas, EquationGroup group) {
        stack.add(formulas, scaled(styles.gradient, scaleFor(formulas, styles.gradient, width)), group);
    };
    addGradients(content.gradient, EquationGroup::Gradient);
    addGradients(content.parameters, EquationGroup::ParameterGradient);
    return stack.finished();
}

std::vector<Formula> breakable(const Formula &formula)
{
    const std::vector<MathClass> classes = mathClasses(formula.parts);
    std::vector<Formula> pieces(1);
    int depth = 0;
    bool inNorm = false;
    for (size_t i = 0; i < formula.parts.size(); ++i) {
        const Formula::Part &part = formula.parts[i];
        depth += (classes[i] == MathClass::Open) - (classes[i] == MathClass::Close);
        inNorm = inNorm != (part.text == "‖");
        const bool sum = classes[i] == MathClass::Binary && (part.text == "+" || part.text == "−");
        if (depth == 0 && !inNorm && (sum || part.text == "\u2003"))
            pieces.push_back({{Formula::Part{}}}); // the empty part keeps the + binary, and its space
        pieces.back().parts.push_back(part);
    }
    return pieces;
}

} // namespace unfold
