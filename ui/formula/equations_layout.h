#pragma once
// Where the lines of the equations card are: pure geometry, no painting.
//
// The formulas and the loss one under the other, then a hairline and the gradients of values, then another and those of
// parameters. Where they are wider than the card they are first set a little smaller (each part apart from the others),
// then broken before a + or − with the rest indented; only what is wider still makes the content wider than the card.
#include "ui/formula/typeset.h"

#include <QSizeF>

namespace unfold {

struct EquationsContent {
    std::vector<Formula> nodes; ///< and what they are given
    std::vector<Formula> loss;
    std::vector<Formula> gradient; ///< of values
    std::vector<Formula> parameters; ///< their gradients

    bool operator==(const EquationsContent &) const = default;
};

enum class EquationGroup { Forward, Gradient, ParameterGradient };

struct EquationLine {
    TypesetFormula formula;
    QPointF baseline; ///< of its left end, from the top left of the content
    EquationGroup group = EquationGroup::Forward;
};

struct EquationsLayout {
    std::vector<EquationLine> lines;
    std::vector<double> hairlines; ///< their y
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
