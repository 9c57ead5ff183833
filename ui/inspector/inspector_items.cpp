#include "ui/inspector/inspector_items.h"

#include "core/formula/formula_parts.h"

#include <QCoreApplication>

#include <cmath>

namespace unfold {
namespace {

struct InspectorItemsText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

double largestOf(const Matrix &numbers)
{
    double largest = 0;
    for (const double value : numbers.reshaped())
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    return largest > 0 ? largest : 1;
}

bool bounded(const InspectedRun &run, const Quantity &quantity)
{
    switch (quantity.kind) {
    case Quantity::Kind::Slope:
    case Quantity::Kind::Probability: return true;
    case Quantity::Kind::Target: return run.loss && run.loss->kind == LossKind::CrossEntropy;
    case Quantity::Kind::Value: {
        const Activation a = run.circuit().nodes[static_cast<size_t>(quantity.index)].activation;
        return a == Activation::Tanh || a == Activation::Sigmoid || a == Activation::Softmax;
    }
    default: return false;
    }
}

QString readNode(const InspectedRun &run, int index)
{
    return QString::fromStdString(run.circuit().names.node(run.circuit().nodes[static_cast<size_t>(index)].name));
}

QString readParameter(const InspectedRun &run, int index)
{
    const std::string &name = run.program().parameters[static_cast<size_t>(index)].name;
    return QString::fromStdString(run.circuit().names.parameter(name));
}

std::function<QString(int, int)> unitsOf(const QString &name)
{
    return [name](int row, int) { return InspectorItemsText::tr("%1, entry %2").arg(name).arg(row + 1); };
}

/// Entries of a transposed matrix keep the name they have in the matrix itself.
std::function<QString(int, int)> entriesOf(const InspectedRun &run, int index, bool transposed)
{
    const ParameterInfo &parameter = run.program().parameters[static_cast<size_t>(index)];
    return [name = readParameter(run, index), bias = parameter.bias, transposed](int row, int column) {
        if (bias)
            return QStringLiteral("%1[%2]").arg(name).arg(row + 1);
        return QStringLiteral("%1[%2,%3]")
            .arg(name)
            .arg((transposed ? column : row) + 1)
            .arg((transposed ? row : column) + 1);
    };
}

ExpressionItem signItem(const QString &sign)
{
    ExpressionItem item;
    item.sign = sign;
    return item;
}

/// Collects items, giving each summand a block of its own.
class Row
{
public:
    explicit Row(const InspectedRun &run)
        : m_run(run)
    {
    }

    void summand(const Summand &summand)
    {
        const bool first = m_items.empty();
        m_open = true;
        if (summand.sign < 0)
            sign(QStringLiteral("−"));
        else if (!first)
            sign(QStringLiteral("+"));
        if (summand.outer) {
            grid(*summand.outer);
            sign(QStringLiteral("⊙"));
        }
        const bool fenced = summand.matrix && summand.inner.size() > 1;
        if (summand.matrix) {
            grid(*summand.matrix);
            sign(fenced ? QStringLiteral("· (") : QStringLiteral("·"));
        }
        for (size_t i = 0; i < summand.inner.size(); ++i) {
            if (i > 0)
                sign(QStringLiteral("⊙"));
            grid(summand.inner[i]);
        }
        if (fenced)
            sign(QStringLiteral(")"));
        ++m_block;
    }

    /// "=" and a grid that opens.
    void result(const QString &before, ExpressionItem item)
    {
        m_open = true;
        if (!m_items.empty())
            sign(before);
        item.opens = true;
        add(std::move(item));
        ++m_block;
    }

    void sign(const QString &text) { add(signItem(text)); }
    void grid(const Quantity &quantity) { add(gridItem(m_run, quantity)); }
    void newGroup() { m_open = true; }
    ExpressionItems take() { return std::move(m_items); }

private:
    void add(ExpressionItem item)
    {
        const bool afterSign = !m_items.empty() && !m_items.back().isGrid();
        const bool closes = item.sign == QStringLiteral(")");
        if (m_open)
            item.before = Break::Preferred;
        else if (closes || (item.isGrid() && afterSign))
            item.before = Break::Never;
        item.block = m_block;
        m_open = false;
        m_items.push_back(std::move(item));
    }

    const InspectedRun &m_run;
    ExpressionItems m_items;
    int m_block = 0;
    bool m_open = true;
};

ExpressionItem sumItem(const InspectedRun &run, const Expression &expression, const Formula &label, const QString &name)
{
    ExpressionItem item;
    item.numbers = sumOf(run, expression);
    item.label = label;
    item.limit = largestOf(item.numbers);
    item.name = name;
    item.entryName = unitsOf(name);
    return item;
}

ExpressionItem preActivationItem(const InspectedRun &run, const Expression &expression)
{
    const Node &node = run.circuit().nodes[static_cast<size_t>(expression.result.index)];
    const formula::Time time{run.circuit().names, expression.result.step, run.trace.steps()};
    const Formula label{{formula::argumentSymbol(run.circuit(), node, 0, time)}};
    return sumItem(run, expression, label,
        InspectorItemsText::tr("pre-activation of %1 at step %2")
            .arg(readNode(run, expression.result.index))
            .arg(expression.result.step));
}

} // namespace

ExpressionItem gridItem(const InspectedRun &run, const Quantity &quantity)
{
    ExpressionItem item;
    item.element = elementOf(run, quantity);
    item.numbers = valueOf(run, quantity);
    item.label = labelOf(run, quantity);
    item.limit = bounded(run, quantity) ? 1 : largestOf(item.numbers);
    item.name = nameOf(run, quantity);
    if (quantity.kind == Quantity::Kind::Parameter)
        item.entryName = entriesOf(run, quantity.index, quantity.transposed);
    else
        item.entryName = unitsOf(item.name);
    return item;
}

ExpressionItem parameterGradientItem(const InspectedRun &run, int parameter)
{
    const std::string &name = run.program().parameters[static_cast<size_t>(parameter)].name;
    ExpressionItem item;
    item.numbers = run.trace.gradients[static_cast<size_t>(parameter)];
    item.label = {{formula::italic("∂"), formula::italic("L", {SymbolRef::Kind::Loss, "L", 0}), formula::text("/"),
        formula::italic("∂"), formula::parameterSymbol(run.circuit().names, name)}};
    item.limit = largestOf(item.numbers);
    item.opens = true;
    item.before = Break::Preferred;
    item.name = InspectorItemsText::tr("gradient of the loss at %1").arg(readParameter(run, parameter));
    const auto entry = entriesOf(run, parameter, false);
    item.entryName = [entry](int row, int column) { return QStringLiteral("∂L/∂") + entry(row, column); };
    return item;
}

ExpressionItems itemsOf(const InspectedRun &run, const Expression &expression)
{
    Row row(run);
    for (const Summand &summand : expression.summands)
        row.summand(summand);
    const QString equals = QStringLiteral("=");
    if (expression.activation == Activation::Identity) {
        row.result(equals, gridItem(run, expression.result));
        return row.take();
    }
    if (formula::hasPreActivation(run.circuit().nodes[static_cast<size_t>(expression.result.index)]))
        row.result(equals, preActivationItem(run, expression));
    const std::string_view word = nameOf(expression.activation);
    row.result(QStringLiteral("→ %1 →").arg(QLatin1String(word.data(), static_cast<int>(word.size()))),
        gridItem(run, expression.result));
    return row.take();
}

ExpressionItems shareItems(const InspectedRun &run, const Expression &expression, const Formula &label)
{
    Row row(run);
    for (const Summand &summand : expression.summands)
        row.summand(summand);
    row.result(
        QStringLiteral("="), sumItem(run, expression, label, InspectorItemsText::tr("the contribution of this arrow")));
    return row.take();
}

ExpressionItems rowItems(const InspectedRun &run, const std::vector<Quantity> &quantities, const QString &between)
{
    Row row(run);
    for (size_t i = 0; i < quantities.size(); ++i) {
        if (i > 0 && !between.isEmpty())
            row.sign(between);
        row.grid(quantities[i]);
    }
    return row.take();
}

ElementRef unitOf(ElementRef element, int row)
{
    if (element.kind == ElementRef::Kind::Node)
        element.unit = row;
    return element;
}

ElementRef elementOf(const InspectedRun &run, const Quantity &quantity)
{
    if (quantity.kind == Quantity::Kind::Parameter)
        return ElementRef::ofParameter(run.program().parameters[static_cast<size_t>(quantity.index)].name);
    if (quantity.step < 1 || quantity.step > run.trace.steps())
        return {};
    if (quantity.kind == Quantity::Kind::Target)
        return ElementRef::ofTarget(quantity.step);
    return ElementRef::ofNode(quantity.index, quantity.step);
}

QString nameOf(const InspectedRun &run, const Quantity &quantity)
{
    if (quantity.kind == Quantity::Kind::Parameter) {
        const QString name = readParameter(run, quantity.index);
        return quantity.transposed ? InspectorItemsText::tr("%1 transposed").arg(name) : name;
    }
    const QString node = readNode(run, quantity.index);
    switch (quantity.kind) {
    case Quantity::Kind::Slope:
        return InspectorItemsText::tr("slope of the activation of %1 at step %2").arg(node).arg(quantity.step);
    case Quantity::Kind::ArgumentGradient:
        return InspectorItemsText::tr("gradient at the argument of %1 at step %2").arg(node).arg(quantity.step);
    case Quantity::Kind::Gradient:
        return InspectorItemsText::tr("gradient at %1 at step %2").arg(node).arg(quantity.step);
    case Quantity::Kind::Probability: return InspectorItemsText::tr("prediction at step %1").arg(quantity.step);
    case Quantity::Kind::Target: return InspectorItemsText::tr("target at step %1").arg(quantity.step);
    default: return InspectorItemsText::tr("%1 at step %2").arg(node).arg(quantity.step);
    }
}

} // namespace unfold
