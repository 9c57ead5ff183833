#pragma once
// Where the lines of the equations card stand: pure geometry, no painting.
//
// The formulas one under the other, then a hairline, the loss, and after another hairline the gradient. What is wider
// than the card is first set a little smaller (all lines alike), then broken before a + or − with the rest indented;
// only what is wider still makes the content wider than the card.
#include "ui/math/typeset.h"

#include <QSizeF>

namespace unfold {

struct EquationsContent {
    std::vector<Formula> nodes;
    std::vector<Formula> loss; ///< empty or one
    std::vector<Formula> gradient; ///< empty or one

    bool operator==(const EquationsContent &) const = default;
};

enum class EquationGroup { Nodes, Loss, Gradient };

struct EquationLine {
    TypesetFormula formula;
    QPointF baseline; ///< of its left end, from the top left of the content
    EquationGroup group = EquationGroup::Nodes;
};

struct EquationsLayout {
    std::vector<EquationLine> lines;
    std::vector<double> hairlines; ///< y
    QSizeF size;
};

/// One style per group, of one size.
struct EquationStyles {
    FormulaStyle nodes;
    FormulaStyle loss;
    FormulaStyle gradient;
};

EquationsLayout layOutEquations(const EquationsContent &content, const EquationStyles &styles, double width);

/// The formula cut before every + and − that stands in no parenthesis, and before a condition behind it.
std::vector<Formula> breakable(const Formula &formula);

} // namespace unfold
