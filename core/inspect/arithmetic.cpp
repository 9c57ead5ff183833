#include "core/inspect/arithmetic.h"

#include <algorithm>
#include <cmath>

namespace unfold {
namespace {

size_t at(int index)
{
    return static_cast<size_t>(index);
}

bool inSequence(const InspectedRun &run, int step)
{
    return 1 <= step && step <= run.trace.steps();
}

/// Whether a term can read `node` at a step: it exists there, or has its initial value.
bool readable(const InspectedRun &run, int node, int step)
{
    return !inSequence(run, step) || run.trace.nodes[at(node)].exists(step);
}

/// The copy of `term` in `node` at `step` contributes something.
bool contributes(const InspectedRun &run, const CompiledTerm &term, int step)
{
    return readable(run, term.source, step - term.delay)
        && (term.gate < 0 || readable(run, term.gate, step - term.gateDelay));
}

std::optional<Quantity> matrixOf(const CompiledTerm &term, bool transposed)
{
    if (term.parameter < 0)
        return std::nullopt;
    return Quantity::parameter(term.parameter, transposed);
}

Summand forwardSummand(const CompiledTerm &term, int node, int step)
{
    Summand summand;
    summand.sign = term.sign;
    summand.matrix = matrixOf(term, false);
    if (term.gate >= 0)
        summand.inner.push_back(Quantity::value(term.gate, step - term.gateDelay));
    summand.inner.push_back(Quantity::value(term.source, step - term.delay));
    summand.edge = Edge{{term.source, step - term.delay}, {node, step}, term.term, false};
    return summand;
}

/// φ′ ⊙ ∂L/∂reader, as factors; one factor where softmax mixes the entries.
std::vector<Quantity> preActivationGradient(const InspectedRun &run, int reader, int step)
{
    const Activation activation = run.circuit().nodes[at(reader)].activation;
    if (activation == Activation::Softmax)
        return {Quantity::argumentGradient(reader, step)};
    std::vector<Quantity> factors;
    if (activation != Activation::Identity)
        factors.push_back(Quantity::slope(reader, step));
    factors.push_back(Quantity::gradient(reader, step));
    return factors;
}

/// What flows back into the source of a term of reader(step), or into its gate.
Summand backwardSummand(const InspectedRun &run, const CompiledTerm &term, int reader, int step, bool gate)
{
    Summand summand;
    summand.sign = term.sign;
    summand.matrix = matrixOf(term, true);
    summand.inner = preActivationGradient(run, reader, step);
    if (gate)
        summand.outer = Quantity::value(term.source, step - term.delay);
    else if (term.gate >= 0)
        summand.outer = Quantity::value(term.gate, step - term.gateDelay);
    const Vertex from = gate ? Vertex{term.gate, step - term.gateDelay} : Vertex{term.source, step - term.delay};
    summand.edge = Edge{from, {reader, step}, term.term, gate};
    return summand;
}

void addPaths(const InspectedRun &run, int node, int step, int reader, const CompiledTerm &term, Expression &expression)
{
    const auto add = [&](int readerStep, bool gate) {
        if (inSequence(run, readerStep) && run.trace.nodes[at(reader)].exists(readerStep)
            && contributes(run, term, readerStep))
            expression.summands.push_back(backwardSummand(run, term, reader, readerStep, gate));
    };
    if (term.source == node)
        add(step + term.delay, false);
    if (term.gate == node)
        add(step + term.gateDelay, true);
}

/// softmax(o) − y, or o − y.
void addLossTo(const InspectedRun &run, int node, int step, Expression &expression)
{
    if (run.lossSource() != node || !run.counted.contains(step) || !run.loss->at.contains(step, run.trace.steps()))
        return;
    Summand prediction;
    prediction.inner
        = {run.loss->kind == LossKind::CrossEntropy ? Quantity::probability(node, step) : Quantity::value(node, step)};
    Summand target;
    target.sign = -1;
    target.inner = {Quantity::target(node, step)};
    expression.summands.push_back(prediction);
    expression.summands.push_back(target);
}

Factor factorAt(const Quantity &quantity, const Matrix &numbers, Eigen::Index row, Eigen::Index column)
{
    return {quantity, static_cast<int>(row), static_cast<int>(column), numbers(row, column)};
}

void appendProducts(
    const InspectedRun &run, const Summand &summand, int index, int unit, std::vector<Product> &products)
{
    const Matrix matrix = summand.matrix ? valueOf(run, *summand.matrix) : Matrix();
    std::vector<Matrix> inner;
    for (const Quantity &quantity : summand.inner)
        inner.push_back(valueOf(run, quantity));
    const Matrix outer = summand.outer ? valueOf(run, *summand.outer) : Matrix();
    const Eigen::Index first = summand.matrix ? 0 : unit;
    const Eigen::Index last = summand.matrix ? matrix.cols() - 1 : unit;
    for (Eigen::Index j = first; j <= last; ++j) {
        Product product{index, summand.sign, {}};
        if (summand.outer)
            product.factors.push_back(factorAt(*summand.outer, outer, unit, 0));
        if (summand.matrix)
            product.factors.push_back(factorAt(*summand.matrix, matrix, unit, j));
        for (size_t i = 0; i < inner.size(); ++i)
            product.factors.push_back(factorAt(summand.inner[i], inner[i], j, 0));
        products.push_back(std::move(product));
    }
}

void finish(OpenedEntry &entry)
{
    for (const Product &product : entry.products)
        entry.sum += product.value();
    entry.result = apply(entry.activation, entry.sum);
}

/// da_row(t) · source_column · gate_column, at one step.
Product parameterShare(const InspectedRun &run, int node, int step, const CompiledTerm *term, int row, int column)
{
    Product product;
    product.sign = term ? term->sign : 1;
    const auto add = [&](const Quantity &quantity, int entry) {
        product.factors.push_back(factorAt(quantity, valueOf(run, quantity), entry, 0));
    };
    for (const Quantity &quantity : preActivationGradient(run, node, step))
        add(quantity, row);
    if (term)
        add(Quantity::value(term->source, step - term->delay), column);
    if (term && term->gate >= 0)
        add(Quantity::value(term->gate, step - term->gateDelay), column);
    return product;
}

} // namespace

Expression valueExpression(const InspectedRun &run, int node, int step)
{
    Expression expression{.result = Quantity::value(node, step), .summands = {}, .activation = Activation::Identity};
    const CompiledNode &compiled = run.program().nodes[at(node)];
    if (run.circuit().nodes[at(node)].role == Role::Input || !compiled.span.contains(step))
        return expression;
    expression.activation = compiled.activation;
    if (compiled.bias >= 0) {
        Summand bias;
        bias.inner = {Quantity::parameter(compiled.bias)};
        expression.summands.push_back(bias);
    }
    for (const CompiledTerm &term : compiled.terms)
        if (contributes(run, term, step))
            expression.summands.push_back(forwardSummand(term, node, step));
    return expression;
}

Expression gradientExpression(const InspectedRun &run, int node, int step)
{
    Expression expression{.result = Quantity::gradient(node, step), .summands = {}, .activation = Activation::Identity};
    const auto &nodes = run.program().nodes;
    for (size_t reader = 0; reader < nodes.size(); ++reader)
        for (const CompiledTerm &term : nodes[reader].terms)
            addPaths(run, node, step, static_cast<int>(reader), term, expression);
    addLossTo(run, node, step, expression);
    return expression;
}

Expression onlyThrough(const Expression &expression, const Edge &edge)
{
    Expression part = expression;
    std::erase_if(part.summands, [&](const Summand &summand) { return !summand.edge || *summand.edge != edge; });
    return part;
}

Vector valueOf(const InspectedRun &run, const Summand &summand)
{
    Vector inner = valueOf(run, summand.inner.front());
    for (size_t i = 1; i < summand.inner.size(); ++i)
        inner.array() *= valueOf(run, summand.inner[i]).col(0).array();
    Vector value = summand.matrix ? Vector(valueOf(run, *summand.matrix) * inner) : inner;
    if (summand.outer)
        value.array() *= valueOf(run, *summand.outer).col(0).array();
    return summand.sign * value;
}

Vector sumOf(const InspectedRun &run, const Expression &expression)
{
    Vector sum = Vector::Zero(run.circuit().nodes[at(expression.result.index)].size);
    for (const Summand &summand : expression.summands)
        sum += valueOf(run, summand);
    return sum;
}

double Product::value() const
{
    double value = sign;
    for (const Factor &factor : factors)
        value *= factor.value;
    return value;
}

OpenedEntry open(const InspectedRun &run, const Expression &expression, int unit)
{
    OpenedEntry entry;
    entry.activation = expression.activation;
    for (size_t i = 0; i < expression.summands.size(); ++i)
        appendProducts(run, expression.summands[i], static_cast<int>(i), unit, entry.products);
    finish(entry);
    if (entry.activation == Activation::Softmax)
        entry.result = softmax(sumOf(run, expression))[unit]; // of all sums, not of its own alone
    return entry;
}

OpenedEntry openParameterGradient(const InspectedRun &run, int parameter, int row, int column)
{
    OpenedEntry entry;
    const auto &nodes = run.program().nodes;
    int carriers = 0;
    const auto addSteps = [&](size_t node, const CompiledTerm *term) {
        for (int step = nodes[node].span.first; step <= nodes[node].span.last; ++step) {
            if (term && !contributes(run, *term, step))
                continue;
            entry.products.push_back(parameterShare(run, static_cast<int>(node), step, term, row, column));
            entry.products.back().summand = carriers;
        }
        ++carriers;
    };
    for (size_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].bias == parameter)
            addSteps(node, nullptr);
        for (const CompiledTerm &term : nodes[node].terms)
            if (term.parameter == parameter)
                addSteps(node, &term);
    }
    finish(entry);
    return entry;
}

double apply(Activation activation, double a)
{
    switch (activation) {
    case Activation::Tanh: return std::tanh(a);
    case Activation::Sigmoid: return 1 / (1 + std::exp(-a));
    case Activation::Relu: return std::max(a, 0.0);
    case Activation::Softmax: // of one number 1; of a vector see open
        return 1;
    case Activation::Identity: break;
    }
    return a;
}

} // namespace unfold
