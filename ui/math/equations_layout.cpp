#include "ui/math/equations_layout.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

constexpr double smallest = 0.85; ///< of the size asked for

struct Block {
    const Formula *formula = nullptr;
    const FormulaStyle *style = nullptr;
    EquationGroup group = EquationGroup::Nodes;
};

std::vector<Block> blocksOf(const EquationsContent &content, const EquationStyles &styles)
{
    std::vector<Block> blocks;
    const auto add = [&](const std::vector<Formula> &formulas, const FormulaStyle &style, EquationGroup group) {
        for (const Formula &formula : formulas)
            blocks.push_back({&formula, &style, group});
    };
    add(content.nodes, styles.nodes, EquationGroup::Nodes);
    add(content.loss, styles.loss, EquationGroup::Loss);
    add(content.gradient, styles.gradient, EquationGroup::Gradient);
    return blocks;
}

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

double widestPiece(const Block &block)
{
    double widest = 0;
    for (const Formula &piece : breakable(*block.formula)) {
        const double indent = widest > 0 ? indentOf(*block.style) : 0;
        widest = std::max(widest, indent + widthOf(piece, *block.style));
    }
    return widest;
}

/// As large as possible with nothing broken; where that is too small, as large as possible with everything broken.
double scaleFor(const std::vector<Block> &blocks, double width)
{
    double whole = 0, broken = 0;
    for (const Block &block : blocks) {
        whole = std::max(whole, widthOf(*block.formula, *block.style));
        broken = std::max(broken, widestPiece(block));
    }
    if (whole * smallest <= width)
        return whole <= width ? 1.0 : width / whole;
    return broken <= width ? 1.0 : std::max(smallest, width / broken);
}

class Stack
{
public:
    Stack(double width, double pixelSize)
        : m_width(width)
        , m_unit(pixelSize)
    {
    }

    void add(const Block &block, const FormulaStyle &style)
    {
        if (!m_result.lines.empty() && m_result.lines.back().group != block.group)
            addHairline();
        bool first = true;
        for (const Formula &line : wrapped(*block.formula, style, m_width)) {
            addLine(typeset(line, style), first ? 0 : indentOf(style), block.group);
            first = false;
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
    double m_unit;
    double m_bottom = 0;
    bool m_afterHairline = false;
    EquationsLayout m_result;
};

} // namespace

EquationsLayout layOutEquations(const EquationsContent &content, const EquationStyles &styles, double width)
{
    const std::vector<Block> blocks = blocksOf(content, styles);
    const double scale = scaleFor(blocks, width);
    Stack stack(width, styles.nodes.pixelSize * scale);
    for (const Block &block : blocks)
        stack.add(block, scaled(*block.style, scale));
    return stack.finished();
}

std::vector<Formula> breakable(const Formula &formula)
{
    const std::vector<MathClass> classes = mathClasses(formula.parts);
    std::vector<Formula> pieces(1);
    int depth = 0;
    for (size_t i = 0; i < formula.parts.size(); ++i) {
        const Formula::Part &part = formula.parts[i];
        depth += (classes[i] == MathClass::Open) - (classes[i] == MathClass::Close);
        const bool sum = classes[i] == MathClass::Binary && (part.text == "+" || part.text == "−");
        if (depth == 0 && (sum || part.text == "\u2003"))
            pieces.emplace_back();
        pieces.back().parts.push_back(part);
    }
    return pieces;
}

} // namespace unfold
