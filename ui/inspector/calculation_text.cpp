#include "ui/inspector/calculation_text.h"

#include "core/inspect/exact_number.h"
#include "ui/inspector/entry_name.h"

#include <QCoreApplication>

namespace unfold {
namespace {

constexpr QStringView times(u" · ");

struct CalculationText {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString exact(double value)
{
    return QString::fromStdString(exactNumber(value));
}

QString bracketed(double value)
{
    const QString number = exact(value);
    return number.startsWith(u'-') ? QStringLiteral("(%1)").arg(number) : number;
}

QString signOf(double sign, bool first)
{
    return sign < 0 ? QStringLiteral("- ") : first ? QStringLiteral("  ") : QStringLiteral("+ ");
}

QString equation(const QString &name, const QString &value)
{
    return QStringLiteral("%1 = %2\n").arg(name, value);
}

QString rowOf(const QString &name, int row)
{
    return QStringLiteral("%1[%2]").arg(name).arg(row + 1);
}

/// "+ W[3,1] · h[1] at step 3 = 0.5 · (-0.25) = -0.125"
QString productLine(const InspectedRun &run, const Product &product, bool first)
{
    QStringList names;
    QStringList numbers;
    for (const Factor &factor : product.factors) {
        names << entryName(run, factor.quantity, factor.row, factor.column);
        numbers << bracketed(factor.value);
    }
    if (product.factors.size() > 1)
        return signOf(product.sign, first)
            + equation(names.join(times),
                QStringLiteral("%1 = %2").arg(numbers.join(times), exact(product.value() * product.sign)));
    return signOf(product.sign, first) + equation(names.join(times), numbers.join(times));
}

/// The products, their sum under `sumName`, and what the activation makes of it.
QString entryText(const InspectedRun &run, const OpenedEntry &opened, const QString &name, const QString &sumName)
{
    QString text;
    for (std::size_t i = 0; i < opened.products.size(); ++i)
        text += productLine(run, opened.products[i], i == 0);
    if (opened.activation == Activation::Identity)
        return text + equation(name, exact(opened.sum));
    const std::string_view word = nameOf(opened.activation);
    const QString activation = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    return text + equation(sumName, exact(opened.sum))
        + equation(name, QStringLiteral("%1(%2) = %3").arg(activation, sumName, exact(opened.result)));
}

QString formulaLines(const std::vector<Formula> &formulas)
{
    QString lines;
    for (const Formula &formula : formulas)
        lines += QString::fromStdString(plainText(formula)) + u'\n';
    return lines.isEmpty() ? lines : lines + u'\n';
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

    QString operator()(const Expression &expression) const
    {
        const Quantity &result = expression.result;
        const QString sum = QString::fromStdString(preActivationName(m_run.circuit(), result.index));
        return formulaLines(formulasOf(m_run, m_run.circuit(), expression))
            + entryText(m_run, open(m_run, expression, m_row), entryName(m_run, result, m_row, 0), rowOf(sum, m_row));
    }

    QString operator()(const Share &share) const
    {
        const QString whole = entryName(m_run, share.expression.result, m_row, 0);
        return entryText(
            m_run, open(m_run, share.expression, m_row), CalculationText::tr("contribution to %1").arg(whole), {});
    }

    QString operator()(const ParameterGradient &gradient) const
    {
        const QString entry = entryName(m_run, Quantity::parameter(gradient.parameter), m_row, m_column);
        return entryText(m_run, openParameterGradient(m_run, gradient.parameter, m_row, m_column),
            CalculationText::tr("gradient at %1").arg(entry), {});
    }

    QString operator()(const LossSum &sum) const
    {
        const QString formula = formulaLines({lossFormula(m_run.circuit(), *m_run.loss, m_run.trace.steps())});
        if (sum.step > 0)
            return formula + stepText(sum.step);
        QString text = formula;
        double total = 0;
        const std::vector<int> steps = stepsOf(m_run, sum);
        for (const int step : steps) {
            text += signOf(1, step == steps.front()) + equation(lossName(step), exact(lossOf(step)));
            total += lossOf(step);
        }
        return text + equation(QStringLiteral("L"), exact(total));
    }

    QString operator()(const Quantity &given) const
    {
        const Matrix numbers = valueOf(m_run, given);
        QString text;
        for (int i = 0; i < numbers.rows(); ++i)
            for (int j = 0; j < numbers.cols(); ++j)
                text += equation(entryName(m_run, given, i, j), exact(numbers(i, j)));
        return text;
    }

private:
    QString lossName(int step) const
    {
        return u'L' + QString::fromStdString(m_run.circuit().names.at(std::to_string(step)));
    }
    double lossOf(int step) const { return m_run.trace.stepLoss[static_cast<std::size_t>(step - 1)].value(); }

    /// From the output to the loss of one step.
    QString stepText(int step) const
    {
        const Quantity output = Quantity::value(m_run.lossSource(), step);
        const QString name = lossName(step);
        const QString given = (*this)(output);
        if (const auto right = targetClassAt(m_run, step)) {
            const QString likely = rowOf(QStringLiteral("ŷ"), *right);
            const double p = valueOf(m_run, Quantity::probability(m_run.lossSource(), step))(*right, 0);
            return given
                + equation(likely,
                    CalculationText::tr("exp(%1) / sum of exp = %2").arg(entryName(m_run, output, *right, 0), exact(p)))
                + equation(name, QStringLiteral("-log %1 = %2").arg(likely, exact(lossOf(step))));
        }
        return given + (*this)(Quantity::target(m_run.lossSource(), step))
            + equation(name, CalculationText::tr("½ · sum of squared differences = %1").arg(exact(lossOf(step))));
    }

    const InspectedRun &m_run;
    int m_row;
    int m_column;
};

} // namespace

QString calculationText(const InspectedRun &run, const Calculation &calculation, int row, int column)
{
    return std::visit(TextOf(run, row, column), calculation);
}

} // namespace unfold
