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
    return run.loss->vectors.col(run.loss->at.placeOf(quantity.step, run.trace.steps()).value());
}

/// φ′ by the value, without its step: the gradient beside it names that.
Row slopeLabel(const Names &names, const Node &node)
{
    Formula::Part value = symbolPart(names.node(node.name), {SymbolRef::Kind::Node, node.name, 0});
    switch (node.activation) {
    case Activation::Tanh: {
        value.superscript = {text("2")};
        return {text("1"), text("−"), value};
    }
    case Activation::Softmax:
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
    case Quantity::Kind::ArgumentGradient: return columnOf(run, quantity, &NodeTrace::preActivationGradient);
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
    case Quantity::Kind::ArgumentGradient:
        return {gradientLabel(formula::argumentSymbol(run.circuit(), node, 0, time))};
    case Quantity::Kind::Gradient: return {gradientLabel(symbol)};
    case Quantity::Kind::Probability: return {{probabilitySymbol(symbol)}};
    case Quantity::Kind::Target: return {{formula::targetSymbol(Formula::Style::BoldItalic, time.superscript(0))}};
    default: return {{symbol}};
    }
}

std::optional<int> targetClassAt(const InspectedRun &run, int step)
{
    if (!run.loss || run.loss->kind != LossKind::CrossEntropy)
        return std::nullopt;
    const std::optional<int> place = run.loss->at.placeOf(step, run.trace.steps());
    if (!place)
        return std::nullopt;
    return run.loss->classes[static_cast<size_t>(*place) * static_cast<size_t>(run.program().batch)];
}

} // namespace unfold
