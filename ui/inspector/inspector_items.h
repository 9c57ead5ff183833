#pragma once
// A formula with its numbers as a row of things to draw: grids and the operators between them. Values, no widgets.
#include "core/inspect/arithmetic.h"
#include "ui/document/element_ref.h"
#include "ui/inspector/number_grid.h"
#include "ui/layout/flow.h"

#include <QString>

namespace unfold {

struct ExpressionItem {
    QString sign; ///< an operator or a word; empty: a grid
    Matrix numbers;
    Formula label;
    ElementRef element; ///< what the whole grid stands for; Kind::None for a sum or an initial value
    std::function<QString(int row, int column)> entryName;
    double limit = 1; ///< of the colours
    bool opens = false; ///< an entry of it can be opened
    Break before = Break::Allowed; ///< whether a line may begin here
    int block = 0; ///< grids of one block have cells of one size
    QString name;

    bool isGrid() const { return sign.isEmpty(); }
};

using ExpressionItems = std::vector<ExpressionItem>;

/// Summands, sum and result. No summands: the result alone.
ExpressionItems itemsOf(const InspectedRun &run, const Expression &expression);
/// Summands and their sum, called `label`: a part of something larger.
ExpressionItems shareItems(const InspectedRun &run, const Expression &expression, const Formula &label);
/// The named quantities beside one another with `between` them.
ExpressionItems rowItems(const InspectedRun &run, const std::vector<Quantity> &quantities, const QString &between);
/// One matrix.
ExpressionItem gridItem(const InspectedRun &run, const Quantity &quantity);
/// ∂L/∂P of a parameter; it opens.
ExpressionItem parameterGradientItem(const InspectedRun &run, int parameter);

/// What a quantity stands for in other views; Kind::None for an initial value.
ElementRef elementOf(const InspectedRun &run, const Quantity &quantity);
/// The same for one row of it, where its rows are units.
ElementRef unitOf(ElementRef element, int row);

/// "h at step 9", "gradient at h at step 9", "W transposed".
QString nameOf(const InspectedRun &run, const Quantity &quantity);

} // namespace unfold
