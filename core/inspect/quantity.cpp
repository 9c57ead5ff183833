#include "core/inspect/quantity.h"

#include "core/analysis/edge_gradient.h"
#include "core/formula/formula_parts.h"

namespace unfold {
namespace {

using formula::italic;
using formula::Row;
using formula::text;

const Node &nodeOf(const InspectedRun &run, const Quantity &quantity)
{
    return run.circuit().nodes[static_cast<size_t>(quantity.index)];
}

/// value(t), or another matrix of the same node, as one column.
Vector columnOf(const InspectedRun &run, const Quantity &quantity, Matrix NodeTrace::*matrix)
{
    const NodeTrace &node = run.trace.nodes[static_cast<size_t>(quantity.index)];
    return node.at(node.*matrix, quantity.step).col(0);
}

Vector slopes(const InspectedRun &run, const Quantity &quantity)
{
    const Activation activation = nodeOf(run, quantity).activation;
    return columnOf(run, quantity, &NodeTrace::value).unaryExpr([activation](double v) {
        return slopeAt(activation, v);
    });
}

Vector targetAt(const InspectedRun &run, const Quantity &quantity)
{
    const int size = nodeOf(run, quantity).size;
    if (const auto right = targetClassAt(run, quantity.step))
        return Vector::Unit(size, *right);
    return run.loss->vectors.col(quantity.step - run.loss->at.in(run.trace.steps()).first);
}

/// φ′ by the value, without its step: it stands beside a gradient that names it.
Row slopeLabel(const Names &names, const Node &node)
{
    Formula::Part value = symbolPart(names.node(node.name), {SymbolRef::Kind::Node, node.name, 0});
    switch (node.activation) {
    case Activation::Tanh: {
        value.superscript = {text("2")};
        return {text("1"), text("−"), value};
    }
    case Activation::Sigmoid: return {value, text("("), text("1"), text("−"), value, text(")")};
    case Activation::Relu: return {text("["), value, text(">"), text("0"), text("]")};
    case Activation::Identity: break;
    }
    return {text("1")};
}

Row gradientLabel(const Formula::Part &symbol)
{
    return {italic("∂"), italic("L", {SymbolRef::Kind::Loss, "L", 0}), text("/"), italic("∂"), symbol};
}

Formula::Part probabilitySymbol(const Formula::Part &output)
{
    Formula::Part symbol = output;
    symbol.text = "ŷ";
    symbol.subscript.clear();
    return symbol;
}

std::string atStep(int step)
{
    return " at step " + std::to_string(step);
}

} // namespace

Matrix valueOf(const InspectedRun &run, const Quantity &quantity)
{
    switch (quantity.kind) {
    case Quantity::Kind::Parameter: {
        const Matrix &parameter = run.trace.parameters[static_cast<size_t>(quantity.index)];
        return quantity.transposed ? Matrix(parameter.transpose()) : parameter;
    }
    case Quantity::Kind::Value: return columnOf(run, quantity, &NodeTrace::value);
    case Quantity::Kind::Slope: return slopes(run, quantity);
    case Quantity::Kind::Gradient: return columnOf(run, quantity, &NodeTrace::gradient);
    case Quantity::Kind::Probability: return softmax(columnOf(run, quantity, &NodeTrace::value));
    case Quantity::Kind::Target: return targetAt(run, quantity);
    }
    return {};
}

Formula labelOf(const InspectedRun &run, const Quantity &quantity)
{
    const Names &names = run.circuit().names;
    if (quantity.kind == Quantity::Kind::Parameter) {
        const std::string &name = run.program().parameters[static_cast<size_t>(quantity.index)].name;
        return {{formula::parameterSymbol(names, name, quantity.transposed)}};
    }
    const formula::Time time{names, quantity.step, run.trace.steps()};
    const Node &node = nodeOf(run, quantity);
    Formula::Part symbol = formula::nodeSymbol(node, 0, time);
    if (quantity.step < 1) // a Time of step 0 means any step
        symbol.superscript
            = scriptParts(names.at(std::string(quantity.step < 0 ? "−" : "") + std::to_string(-quantity.step)));
    switch (quantity.kind) {
    case Quantity::Kind::Slope: return {slopeLabel(names, node)};
    case Quantity::Kind::Gradient: return {gradientLabel(symbol)};
    case Quantity::Kind::Probability: return {{probabilitySymbol(symbol)}};
    case Quantity::Kind::Target: return {{formula::targetSymbol(Formula::Style::BoldItalic, time.superscript(0))}};
    default: return {{symbol}};
    }
}

std::string entryName(const InspectedRun &run, const Quantity &quantity, int row, int column)
{
    const std::string entry = "[" + std::to_string(row + 1) + "]";
    if (quantity.kind == Quantity::Kind::Parameter) {
        const ParameterInfo &info = run.program().parameters[static_cast<size_t>(quantity.index)];
        const std::string &name = run.circuit().names.parameter(info.name);
        if (info.bias)
            return name + entry;
        const auto [i, j] = quantity.transposed ? std::pair(column, row) : std::pair(row, column);
        return name + "[" + std::to_string(i + 1) + "," + std::to_string(j + 1) + "]";
    }
    const Names &names = run.circuit().names;
    const std::string &node = nodeOf(run, quantity).name;
    const std::string unit = names.node(node) + entry + atStep(quantity.step - names.delayOf(node));
    switch (quantity.kind) {
    case Quantity::Kind::Slope: return "slope of " + unit;
    case Quantity::Kind::Gradient: return "gradient at " + unit;
    case Quantity::Kind::Probability: return "ŷ" + entry + atStep(quantity.step);
    case Quantity::Kind::Target: return "y" + entry + atStep(quantity.step);
    default: return quantity.step < 1 || quantity.step > run.trace.steps() ? "initial " + unit : unit;
    }
}

std::optional<int> targetClassAt(const InspectedRun &run, int step)
{
    if (!run.loss || run.loss->kind != LossKind::CrossEntropy)
        return std::nullopt;
    const StepRange at = run.loss->at.in(run.trace.steps());
    if (!at.contains(step))
        return std::nullopt;
    return run.loss->classes[static_cast<size_t>(step - at.first) * static_cast<size_t>(run.program().batch)];
}

} // namespace unfold
