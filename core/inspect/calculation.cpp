#include "core/inspect/calculation.h"

#include "core/inspect/exact_number.h"

namespace unfold {
namespace {

constexpr auto dot = " · ";

std::string bracketed(double value)
{
    const std::string number = exactNumber(value);
    return number.front() == '-' ? "(" + number + ")" : number;
}

std::string leading(double sign, bool first)
{
    return sign < 0 ? "- " : first ? "  " : "+ ";
}

std::string entry(const std::string &name, int row)
{
    return name + "[" + std::to_string(row + 1) + "]";
}

std::string entryOf(const InspectedRun &run, const Quantity &quantity, int row, int column)
{
    return entryName(run, quantity, row, column);
}

/// "+ W[3,1] · h[1] at step 3 = 0.5 · (-0.25) = -0.125"
std::string productLine(const InspectedRun &run, const Product &product, bool first)
{
    std::string names;
    std::string numbers;
    for (const Factor &factor : product.factors) {
        const auto separator = names.empty() ? "" : dot;
        names += separator + entryOf(run, factor.quantity, factor.row, factor.column);
        numbers += separator + bracketed(factor.value);
    }
    std::string line = leading(product.sign, first) + names + " = " + numbers;
    if (product.factors.size() > 1)
        line += " = " + exactNumber(product.value() * product.sign);
    return line + "\n";
}

/// The products, their sum under `sumName`, and what the activation makes of it.
std::string entryText(
    const InspectedRun &run, const OpenedEntry &opened, const std::string &name, const std::string &sumName)
{
    std::string text;
    for (std::size_t i = 0; i < opened.products.size(); ++i)
        text += productLine(run, opened.products[i], i == 0);
    if (opened.activation == Activation::Identity)
        return text + name + " = " + exactNumber(opened.sum) + "\n";
    text += sumName + " = " + exactNumber(opened.sum) + "\n";
    return text + name + " = " + std::string(nameOf(opened.activation)) + "(" + sumName
        + ") = " + exactNumber(opened.result) + "\n";
}

std::string formulaLines(const std::vector<Formula> &formulas)
{
    std::string lines;
    for (const Formula &formula : formulas)
        lines += plainText(formula) + "\n";
    return lines.empty() ? lines : lines + "\n";
}

class TextOf
{
public:
    TextOf(const InspectedRun &run, int row, int column)
        : m_run(run)
        , m_row(row)
        , m_column(column)
    {
    }

    std::string operator()(const Expression &expression) const
    {
        const Quantity &result = expression.result;
        return formulaLines(formulasOf(m_run, m_run.circuit(), expression))
            + entryText(m_run, open(m_run, expression, m_row), entryOf(m_run, result, m_row, 0),
                entry(preActivationName(m_run.circuit(), result.index), m_row));
    }

    std::string operator()(const Share &share) const
    {
        return entryText(m_run, open(m_run, share.expression, m_row),
            "share of " + entryOf(m_run, share.expression.result, m_row, 0), {});
    }

    std::string operator()(const ParameterGradient &gradient) const
    {
        const Quantity parameter = Quantity::parameter(gradient.parameter);
        return entryText(m_run, openParameterGradient(m_run, gradient.parameter, m_row, m_column),
            "gradient at " + entryOf(m_run, parameter, m_row, m_column), {});
    }

    std::string operator()(const LossSum &sum) const
    {
        std::string text = formulaLines({lossFormula(m_run.circuit(), *m_run.loss, m_run.trace.steps())});
        if (sum.step > 0)
            return text + stepText(sum.step);
        double total = 0;
        const std::vector<int> steps = stepsOf(m_run, sum);
        for (const int step : steps) {
            text += leading(1, step == steps.front()) + lossName(step) + " = " + exactNumber(lossAt(step)) + "\n";
            total += lossAt(step);
        }
        return text + "L = " + exactNumber(total) + "\n";
    }

    std::string operator()(const Quantity &given) const
    {
        const Matrix numbers = valueOf(m_run, given);
        std::string text;
        for (int i = 0; i < numbers.rows(); ++i)
            for (int j = 0; j < numbers.cols(); ++j)
                text += entryOf(m_run, given, i, j) + " = " + exactNumber(numbers(i, j)) + "\n";
        return text;
    }

private:
    std::string lossName(int step) const { return "L" + m_run.circuit().names.at(std::to_string(step)); }
    double lossAt(int step) const { return m_run.trace.stepLoss[static_cast<std::size_t>(step - 1)].value(); }

    /// From the output to the loss of one step.
    std::string stepText(int step) const
    {
        const Quantity output = Quantity::value(m_run.lossSource(), step);
        std::string text = (*this)(output);
        const std::string name = lossName(step);
        if (const auto right = targetClassAt(m_run, step)) {
            const std::string likely = entry("ŷ", *right);
            const double p = valueOf(m_run, Quantity::probability(m_run.lossSource(), step))(*right, 0);
            return text + likely + " = exp(" + entryOf(m_run, output, *right, 0) + ") / sum of exp = " + exactNumber(p)
                + "\n" + name + " = -log " + likely + " = " + exactNumber(lossAt(step)) + "\n";
        }
        text += (*this)(Quantity::target(m_run.lossSource(), step));
        return text + name + " = ½ · sum of squared differences = " + exactNumber(lossAt(step)) + "\n";
    }

    const InspectedRun &m_run;
    int m_row;
    int m_column;
};

} // namespace

std::string calculationText(const InspectedRun &run, const Calculation &calculation, int row, int column)
{
    return std::visit(TextOf(run, row, column), calculation);
}

std::vector<Formula> formulasOf(const InspectedRun &run, const Circuit &circuit, const Expression &expression)
{
    const auto &[kind, node, step, transposed] = expression.result;
    const int steps = run.trace.steps();
    if (kind == Quantity::Kind::Value)
        return nodeFormulas(circuit, node, step, steps);
    const bool direct = run.lossSource() == node && run.counted.contains(step);
    return {gradientFormula(circuit, node, step, direct ? run.loss : nullptr, steps, run.lossStep)};
}

std::vector<int> stepsOf(const InspectedRun &run, const LossSum &sum)
{
    std::vector<int> steps;
    for (int step = 1; step <= run.trace.steps(); ++step)
        if (run.trace.stepLoss[static_cast<std::size_t>(step - 1)] && (sum.step == 0 || sum.step == step))
            steps.push_back(step);
    return steps;
}

} // namespace unfold
