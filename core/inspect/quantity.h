#pragma once
// What the arithmetic of one run is made of: a parameter, or a vector at a step, with its name and its numbers.
// Batch 1.
#include "core/engine/trace.h"
#include "core/formula/formula.h"

namespace unfold {

/// One run as it is looked at. Refers to what others own: keep it no longer than they exist.
struct InspectedRun {
    const Trace &trace;
    const Loss *loss = nullptr; ///< nullptr: there is none
    StepRange counted; ///< the steps whose losses the gradients are those of
    int lossStep = 0; ///< where that is one of several: its step, for formulas; 0: all

    const Program &program() const { return *trace.program; }
    const Circuit &circuit() const { return trace.circuit(); }
    /// The node that the loss reads, −1 without a loss.
    int lossSource() const { return loss ? circuit().indexOf(loss->source) : -1; }
};

struct Quantity {
    enum class Kind {
        Parameter, ///< P, rows × cols, or Pᵀ; a bias is one column
        Value, ///< value(t); outside 1 … T the initial value
        Slope, ///< φ′(a(t)), one per unit; softmax has none, see ArgumentGradient
        ArgumentGradient, ///< ∂L/∂a(t), where softmax mixes the entries of ∂L/∂value(t)
        Gradient, ///< ∂L/∂value(t)
        Probability, ///< softmax(value(t))
        Target, ///< y(t): the vector, or one-hot of the class
    };
    Kind kind = Kind::Value;
    int index = -1; ///< parameter or node
    int step = 0; ///< unused for a parameter
    bool transposed = false;

    bool operator==(const Quantity &) const = default;

    static Quantity parameter(int index, bool transposed = false) { return {Kind::Parameter, index, 0, transposed}; }
    static Quantity value(int node, int step) { return {Kind::Value, node, step, false}; }
    static Quantity slope(int node, int step) { return {Kind::Slope, node, step, false}; }
    static Quantity argumentGradient(int node, int step) { return {Kind::ArgumentGradient, node, step, false}; }
    static Quantity gradient(int node, int step) { return {Kind::Gradient, node, step, false}; }
    static Quantity probability(int node, int step) { return {Kind::Probability, node, step, false}; }
    static Quantity target(int node, int step) { return {Kind::Target, node, step, false}; }
};

/// The numbers: rows × cols, a vector as one column.
Matrix valueOf(const InspectedRun &run, const Quantity &quantity);

/// The name in formulas: Wᵀ, h⁽⁸⁾, 1−h², ∂L/∂h⁽¹⁰⁾, ŷ⁽⁹⁾, y⁽⁹⁾.
Formula labelOf(const InspectedRun &run, const Quantity &quantity);

/// The class that the loss takes for right at a step; nullopt where there is none.
std::optional<int> targetClassAt(const InspectedRun &run, int step);

} // namespace unfold
