#pragma once
// What a page of the inspector computes, as a value.
#include "core/inspect/arithmetic.h"

#include <variant>

namespace unfold {

/// The contribution of one arrow: its sum is a part of the expression's result.
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

/// A bare quantity is given, not computed: an input, a target, a parameter.
using Calculation = std::variant<Expression, Share, ParameterGradient, LossSum, Quantity>;

/// The formulas of what an expression computes, in the names of `circuit`, which is the run's or a renamed copy.
std::vector<Formula> formulasOf(const InspectedRun &run, const Circuit &circuit, const Expression &expression);

/// The steps that a loss sums over.
std::vector<int> stepsOf(const InspectedRun &run, const LossSum &sum);

} // namespace unfold
