#pragma once
// Where the lines of the equations card stand: pure geometry, no painting.
//
// The formulas and the loss one under the other, then a hairline and the gradient. Where they are wider than the card
// they are first set a little smaller (the gradient apart from the others), then broken before a + or − with the rest
// indented; only what is wider still makes the content wider than the card.
#include "ui/formula/typeset.h"

#include <QSizeF>

#include <optional>

namespace unfold {

struct EquationsContent {
    std::vector<Formula> nodes;
    std::vector<Formula> loss; ///< empty or one
    std::vector<Formula> gradient; ///< empty or one

    bool operator==(const EquationsContent &) const = default;
};

enum class EquationGroup { Forward, Gradient };

struct EquationLine {
    TypesetFormula formula;
    QPointF baseline; ///< of its left end, from the top left of the content
    EquationGroup group = EquationGroup::Forward;
};

struct EquationsLayout {
    std::vector<EquationLine> lines;
    std::optional<double> hairline; ///< its y
    QSizeF size;
};

/// Of one size.
struct EquationStyles {
    FormulaStyle forward; ///< nodes and loss
    FormulaStyle gradient;
};

EquationsLayout layOutEquations(const EquationsContent &content, const EquationStyles &styles, double width);

/// The formula cut before every + and − that stands in no parenthesis, and before a condition behind it.
std::vector<Formula> breakable(const Formula &formula);

} // namespace unfold
