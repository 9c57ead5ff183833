#include "core/inspect/numpy_names.h"

#include "core/inspect/exact_number.h"

#include <cmath>

namespace unfold {
namespace {

/// What Python or the script itself has another meaning for.
const std::set<std::string> &reserved()
{
    static const std::set<std::string> words{"False", "None", "True", "and", "as", "assert", "async", "await", "break",
        "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
        "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "np",
        "float", "print", "repr", "result"};
    return words;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Every sign that Python does not take becomes an underscore.
std::string identifier(std::string name)
{
    for (char &c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c)))
            c = '_';
    return name.empty() || isDigit(name.front()) ? "_" + name : name;
}

std::string numpyNumber(double value)
{
    std::string number = exactNumber(value);
    if (std::isfinite(value))
        return number;
    return number.front() == '-' ? "-np." + number.substr(1) : "np." + number;
}

std::string numpyRow(const Eigen::Ref<const Eigen::RowVectorXd, 0, Eigen::InnerStride<>> &row)
{
    std::string all;
    for (const double value : row)
        all += (all.empty() ? "" : ", ") + numpyNumber(value);
    return "[" + all + "]";
}

/// A row a line.
std::string numpyMatrix(const Matrix &matrix)
{
    std::string rows;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i)
        rows += (rows.empty() ? "\n    " : ",\n    ") + numpyRow(matrix.row(i));
    return "[" + rows + "]";
}

std::string definition(const std::string &name, const Matrix &numbers, bool vector)
{
    return name + " = np.array(" + (vector ? numpyRow(numbers.col(0).transpose()) : numpyMatrix(numbers)) + ")\n";
}

/// size × number of steps.
Matrix valuesOver(const InspectedRun &run, Quantity quantity, const Steps &steps)
{
    Matrix all(
        run.circuit().nodes[static_cast<std::size_t>(quantity.index)].size, static_cast<Eigen::Index>(steps.size()));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        quantity.step = steps[i];
        all.col(static_cast<Eigen::Index>(i)) = valueOf(run, quantity);
    }
    return all;
}

} // namespace

std::string withSteps(const std::string &name, const Steps &steps)
{
    const auto number = [](int step) { return (step < 0 ? "_minus" : "_") + std::to_string(std::abs(step)); };
    const bool unbroken = steps.back() - steps.front() == static_cast<int>(steps.size()) - 1;
    if (steps.size() > 2 && unbroken)
        return name + number(steps.front()) + "_to" + number(steps.back());
    std::string all = name;
    for (const int step : steps)
        all += number(step);
    return all;
}

std::string NumpyNames::fresh(const std::string &wish)
{
    std::string name = identifier(wish);
    while (m_taken.contains(name) || reserved().contains(name))
        name += "_";
    m_taken.insert(name);
    return name;
}

std::string NumpyNames::of(const Quantity &quantity)
{
    switch (quantity.kind) {
    case Quantity::Kind::Parameter: return parameter(quantity) + (quantity.transposed ? ".T" : "");
    case Quantity::Kind::Probability: return probability(quantity);
    case Quantity::Kind::Slope: return slope(quantity, of(Quantity::value(quantity.index, quantity.step)));
    default: return numbers(quantity, {quantity.step}, true);
    }
}

std::string NumpyNames::over(const Quantity &quantity, const Steps &steps)
{
    if (quantity.kind == Quantity::Kind::Slope)
        return slope(quantity, over(Quantity::value(quantity.index, 0), steps));
    return numbers(quantity, steps, false);
}

std::string NumpyNames::parameter(const Quantity &quantity)
{
    std::string &name = m_known[{quantity.kind, quantity.index, {}, false}];
    if (!name.empty())
        return name;
    const ParameterInfo &info = m_run.program().parameters[static_cast<std::size_t>(quantity.index)];
    name = fresh(info.name);
    m_definitions += definition(name, m_run.trace.parameters[static_cast<std::size_t>(quantity.index)], info.bias);
    return name;
}

std::string NumpyNames::numbers(const Quantity &quantity, const Steps &steps, bool vector)
{
    std::string &name = m_known[{quantity.kind, quantity.index, steps, vector}];
    if (!name.empty())
        return name;
    switch (quantity.kind) {
    case Quantity::Kind::ArgumentGradient: name = "da_" + nodeName(quantity); break;
    case Quantity::Kind::Gradient: name = "d" + nodeName(quantity); break;
    case Quantity::Kind::Target: name = "y"; break;
    default: name = nodeName(quantity);
    }
    name = fresh(withSteps(name, steps));
    m_definitions += definition(name, valuesOver(m_run, quantity, steps), vector);
    return name;
}

/// φ′ from the activation's value.
std::string NumpyNames::slope(const Quantity &quantity, const std::string &value) const
{
    switch (m_run.circuit().nodes[static_cast<std::size_t>(quantity.index)].activation) {
    case Activation::Tanh: return "(1 - " + value + "**2)";
    case Activation::Softmax: // has a Jacobian in its place, see ArgumentGradient
    case Activation::Sigmoid: return "(" + value + " * (1 - " + value + "))";
    case Activation::Relu: return "(" + value + " > 0)";
    case Activation::Identity: break;
    }
    return "1";
}

std::string NumpyNames::probability(const Quantity &quantity)
{
    const std::string o = of(Quantity::value(quantity.index, quantity.step));
    std::string p = fresh(withSteps("p", {quantity.step}));
    m_definitions += p + " = np.exp(" + o + " - " + o + ".max())  # softmax\n";
    m_definitions += p + " = " + p + " / " + p + ".sum()\n";
    return p;
}

const std::string &NumpyNames::nodeName(const Quantity &quantity) const
{
    return m_run.circuit().nodes[static_cast<std::size_t>(quantity.index)].name;
}

} // namespace unfold
