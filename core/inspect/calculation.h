#pragma once
// What a page of the inspector works out, as a value, and as text with every digit.
#include "core/inspect/arithmetic.h"

#include <variant>

namespace unfold {

/// What came through one arrow: its sum is a part of the expression's result.
struct Share {
    Expression expression;
};

struct ParameterGradient {
    int parameter = -1;
};

/// The loss of one step, or the sum of all steps'.
struct LossSum {
    int step = 0; ///< 0: all
};

/// A bare quantity is given, not worked out: an input, a target, a parameter.
using Calculation = std::variant<Expression, Share, ParameterGradient, LossSum, Quantity>;

/// The entry (row, column) of the result with every product that made it, each number with all its digits. A loss has
/// one entry; of what is given, all are listed. The run must have a loss where the calculation is one's.
std::string calculationText(const InspectedRun &run, const Calculation &calculation, int row, int column);

/// The formulas of what an expression works out, in the names of `circuit`, which is the run's or a renamed copy.
std::vector<Formula> formulasOf(const InspectedRun &run, const Circuit &circuit, const Expression &expression);

/// The steps that a loss sums over.
std::vector<int> stepsOf(const InspectedRun &run, const LossSum &sum);

} // namespace unfold
