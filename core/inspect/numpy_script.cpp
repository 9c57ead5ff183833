#include "core/inspect/numpy_script.h"

#include "core/inspect/numpy_names.h"

#include <algorithm>

namespace unfold {
namespace {

std::string numpyOf(Activation activation, const std::string &a)
{
    switch (activation) {
    case Activation::Tanh: return "np.tanh(" + a + ")";
    case Activation::Sigmoid: return "1 / (1 + np.exp(-" + a + "))";
    case Activation::Relu: return "np.maximum(" + a + ", 0)";
    case Activation::Softmax: return "np.exp(" + a + " - " + a + ".max()) / np.exp(" + a + " - " + a + ".max()).sum()";
    case Activation::Identity: break;
    }
    return a;
}

/// "x", "x + y", "-x - y"
void addTo(std::string &sum, double sign, const std::string &term)
{
    if (sum.empty())
        sum = sign < 0 ? "-" + term : term;
    else
        sum += (sign < 0 ? " - " : " + ") + term;
}

/// Brackets where it is a product of several.
std::string productOf(const std::vector<std::string> &factors)
{
    std::string product;
    for (const std::string &factor : factors)
        product += (product.empty() ? "" : " * ") + factor;
    return factors.size() > 1 ? "(" + product + ")" : product;
}

std::string indexed(const std::string &name, const std::vector<int> &indices)
{
    std::string all;
    for (const int index : indices)
        all += (all.empty() ? "" : ", ") + std::to_string(index);
    return name + "[" + all + "]";
}

/// Names come from files: none of them ends the comment that it is in.
std::string onOneLine(std::string words)
{
    for (char &c : words)
        if (static_cast<unsigned char>(c) < ' ')
            c = ' ';
    return "# " + words + "\n";
}

/// The steps at which a term of a node is computed, and those of what it reads.
struct ReadSteps {
    Steps node;
    Steps source;
    Steps gate;
};

class Script
{
public:
    Script(const InspectedRun &run, int row, int column)
        : m_run(run)
        , m_circuit(run.circuit())
        , m_names(run)
        , m_row(row)
        , m_column(column)
    {
        m_circuit.names = {};
    }

    void operator()(const Expression &expression);
    void operator()(const Share &share);
    void operator()(const ParameterGradient &gradient);
    void operator()(const LossSum &sum);
    void operator()(const Quantity &given);

    std::string text() const
    {
        return "import numpy as np\n\n" + m_names.definitions() + "\n" + m_lines + "print(repr(result))\n";
    }

private:
    const std::string &nodeName(const Quantity &quantity) const
    {
        return m_circuit.nodes[static_cast<std::size_t>(quantity.index)].name;
    }
    std::string entryWords(const Quantity &quantity) const;
    std::string placeOf(const ParameterInfo &info) const
    {
        return "[" + std::to_string(m_row + 1) + (info.bias ? "]" : "," + std::to_string(m_column + 1) + "]");
    }
    std::string sumOf(const Expression &expression);
    std::string summand(const Summand &summand);
    std::string carrier(int node, const CompiledTerm *term, double &sign);
    ReadSteps stepsOf(int node, const CompiledTerm *term) const;
    void comment(const std::string &words) { m_lines += onOneLine(words); }
    void assign(const std::string &name, const std::string &value) { m_lines += name + " = " + value + "\n"; }
    void finish(const std::string &entry, const std::string &what)
    {
        m_lines += "\nresult = float(" + entry + ")  " + onOneLine(what);
    }

    const InspectedRun &m_run;
    Circuit m_circuit; ///< in its own names, as the variables are, whatever notation people read
    NumpyNames m_names;
    int m_row;
    int m_column;
    std::string m_lines;
};

/// Counted from 1, as on the screen.
std::string Script::entryWords(const Quantity &quantity) const
{
    const std::string unit
        = nodeName(quantity) + "[" + std::to_string(m_row + 1) + "] at step " + std::to_string(quantity.step);
    return quantity.kind == Quantity::Kind::Gradient ? "gradient at " + unit : unit;
}

std::string Script::summand(const Summand &summand)
{
    std::vector<std::string> inner;
    for (const Quantity &quantity : summand.inner)
        inner.push_back(m_names.of(quantity));
    std::string text = productOf(inner);
    if (summand.matrix)
        text = m_names.of(*summand.matrix) + " @ " + text;
    if (summand.outer)
        text = m_names.of(*summand.outer) + " * " + (summand.matrix ? "(" + text + ")" : text);
    return text;
}

std::string Script::sumOf(const Expression &expression)
{
    std::string sum;
    for (const Summand &part : expression.summands)
        addTo(sum, part.sign, summand(part));
    const int size = m_circuit.nodes[static_cast<std::size_t>(expression.result.index)].size;
    return sum.empty() ? "np.zeros(" + std::to_string(size) + ")" : sum;
}

void Script::operator()(const Expression &expression)
{
    const Quantity &result = expression.result;
    for (const Formula &formula : formulasOf(m_run, m_circuit, expression))
        comment(plainText(formula));
    std::string sum = sumOf(expression);
    if (expression.activation != Activation::Identity) {
        const std::string a = m_names.fresh(withSteps(preActivationName(m_circuit, result.index), {result.step}));
        assign(a, sum);
        sum = numpyOf(expression.activation, a);
    }
    const std::string &node = nodeName(result);
    const bool value = result.kind == Quantity::Kind::Value;
    const std::string name = m_names.fresh(withSteps(value ? node : "d" + node, {result.step}));
    assign(name, sum);
    finish(indexed(name, {m_row}), entryWords(result));
}

void Script::operator()(const Share &share)
{
    const std::string name = m_names.fresh("contribution");
    assign(name, sumOf(share.expression));
    finish(indexed(name, {m_row}), "contribution to the " + entryWords(share.expression.result));
}

ReadSteps Script::stepsOf(int node, const CompiledTerm *term) const
{
    const auto readable = [&](int from, int step) {
        return step < 1 || step > m_run.trace.steps() || m_run.trace.nodes[static_cast<std::size_t>(from)].exists(step);
    };
    ReadSteps steps;
    const StepRange span = m_run.program().nodes[static_cast<std::size_t>(node)].span;
    for (int step = span.first; step <= span.last; ++step) {
        if (term && !readable(term->source, step - term->delay))
            continue;
        if (term && term->gate >= 0 && !readable(term->gate, step - term->gateDelay))
            continue;
        steps.node.push_back(step);
        if (term)
            steps.source.push_back(step - term->delay);
        if (term && term->gate >= 0)
            steps.gate.push_back(step - term->gateDelay);
    }
    return steps;
}

/// What one term that carries the parameter, or a node that has it as its bias, adds to its gradient; empty: nothing.
std::string Script::carrier(int node, const CompiledTerm *term, double &sign)
{
    const ReadSteps steps = stepsOf(node, term);
    if (steps.node.empty())
        return {};
    std::vector<std::string> da;
    const Activation activation = m_run.circuit().nodes[static_cast<std::size_t>(node)].activation;
    if (activation == Activation::Softmax) {
        da.push_back(m_names.over(Quantity::argumentGradient(node, 0), steps.node));
    } else {
        if (activation != Activation::Identity)
            da.push_back(m_names.over(Quantity::slope(node, 0), steps.node));
        da.push_back(m_names.over(Quantity::gradient(node, 0), steps.node));
    }
    sign = term ? term->sign : 1;
    if (!term)
        return productOf(da) + ".sum(axis=1)";
    std::vector<std::string> read{m_names.over(Quantity::value(term->source, 0), steps.source)};
    if (term->gate >= 0)
        read.push_back(m_names.over(Quantity::value(term->gate, 0), steps.gate));
    return productOf(da) + " @ " + productOf(read) + ".T";
}

void Script::operator()(const ParameterGradient &gradient)
{
    const ParameterInfo &info = m_run.program().parameters[static_cast<std::size_t>(gradient.parameter)];
    std::string sum;
    const auto add = [&](int node, const CompiledTerm *term) {
        double sign = 1;
        const std::string part = carrier(node, term, sign);
        if (!part.empty())
            addTo(sum, sign, part);
    };
    const auto &nodes = m_run.program().nodes;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].bias == gradient.parameter)
            add(static_cast<int>(node), nullptr);
        for (const CompiledTerm &term : nodes[node].terms)
            if (term.parameter == gradient.parameter)
                add(static_cast<int>(node), &term);
    }
    if (sum.empty())
        sum = "np.zeros((" + std::to_string(info.rows) + (info.bias ? ",))" : ", " + std::to_string(info.cols) + "))");
    comment("a column for each step; the product sums over the steps");
    const std::string name = m_names.fresh("d" + info.name);
    assign(name, sum);
    const std::vector<int> entry = info.bias ? std::vector{m_row} : std::vector{m_row, m_column};
    finish(indexed(name, entry), "gradient at " + info.name + placeOf(info));
}

void Script::operator()(const LossSum &sum)
{
    const Steps steps = unfold::stepsOf(m_run, sum);
    const std::string o = m_names.over(Quantity::value(m_run.lossSource(), 0), steps);
    comment(plainText(lossFormula(m_circuit, *m_run.loss, m_run.trace.steps())));
    comment("a column for each step");
    const std::string losses = m_names.fresh("losses");
    if (m_run.loss->kind == LossKind::CrossEntropy) {
        std::string right;
        for (const int step : steps)
            right += (right.empty() ? "" : ", ") + std::to_string(targetClassAt(m_run, step).value());
        const std::string z = m_names.fresh("z");
        const std::string classes = m_names.fresh("right");
        assign(classes, "[" + right + "]");
        assign(z, o + " - " + o + ".max(axis=0)");
        assign(losses,
            "np.log(np.exp(" + z + ").sum(axis=0)) - " + z + "[" + classes + ", range(" + std::to_string(steps.size())
                + ")]");
    } else {
        const std::string y = m_names.over(Quantity::target(m_run.lossSource(), 0), steps);
        assign(losses, "0.5 * ((" + o + " - " + y + ")**2).sum(axis=0)");
    }
    finish(losses + ".sum()", sum.step > 0 ? "L at step " + std::to_string(sum.step) : "L");
}

void Script::operator()(const Quantity &given)
{
    m_lines = "result = " + m_names.of(given) + ".tolist()\n";
}

} // namespace

std::string numpyScript(const InspectedRun &run, const Calculation &calculation, int row, int column)
{
    Script script(run, row, column);
    std::visit(script, calculation);
    return script.text();
}

} // namespace unfold
