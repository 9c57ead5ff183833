// The copied text: every product with all digits, and the number of the engine at its end.
#include "core/formula/notation.h"
#include "core/inspect/exact_number.h"
#include "tests/core/inspect/example_runs.h"
#include "tests/support/test_program.h"
#include "ui/inspector/calculation_text.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

ExampleRun smallest(LossKind kind = LossKind::CrossEntropy)
{
    return exampleOf(makeCircuit("elman", {{"x", 1}, {"h", 1}, {"o", 2}}), kind);
}

QString number(double value)
{
    return QString::fromStdString(exactNumber(value));
}

/// A factor that may be negative.
QString factor(double value)
{
    return value < 0 ? "(" + number(value) + ")" : number(value);
}

QStringList linesOf(const ExampleRun &e, const Calculation &calculation, int row = 0, int column = 0)
{
    return calculationText(e.run(), calculation, row, column).split('\n');
}

double at(const ExampleRun &e, const Quantity &quantity, int row = 0)
{
    return valueOf(e.run(), quantity)(row, 0);
}

double parameter(const ExampleRun &e, const char *name, int row = 0)
{
    return e.trace.parameters[static_cast<size_t>(indexOf(e.trace.program->parameters, name))](row, 0);
}

} // namespace

class CalculationTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aValue();
    void aGradient();
    void aShare();
    void aParametersGradient();
    void losses();
    void whatIsGiven();
    void theNotationThatPeopleReadIsTheTexts();
};

void CalculationTextTest::aValue()
{
    const ExampleRun e = smallest();
    const int h = e.trace.circuit().indexOf("h");
    const double before = at(e, Quantity::value(h, 3));
    const double x = at(e, Quantity::value(e.trace.circuit().indexOf("x"), 4));
    const double sum = parameter(e, "b") + parameter(e, "W") * before + parameter(e, "U") * x;
    QCOMPARE(linesOf(e, valueExpression(e.run(), h, 4)),
        (QStringList{"a(4) = b + W h(3) + U x(4)", "h(4) = tanh(a(4))", "", "  b[1] = " + factor(parameter(e, "b")),
            "+ W[1,1] · h[1] at step 3 = " + factor(parameter(e, "W")) + " · " + factor(before) + " = "
                + number(parameter(e, "W") * before),
            "+ U[1,1] · x[1] at step 4 = " + factor(parameter(e, "U")) + " · " + factor(x) + " = "
                + number(parameter(e, "U") * x),
            "a[1] = " + number(sum), "h[1] at step 4 = tanh(a[1]) = " + number(std::tanh(sum)), ""}));
}

void CalculationTextTest::aGradient()
{
    const ExampleRun e = smallest();
    const int o = e.trace.circuit().indexOf("o");
    const double p = at(e, Quantity::probability(o, 3), 1);
    const double y = at(e, Quantity::target(o, 3), 1);
    const QStringList lines = linesOf(e, gradientExpression(e.run(), o, 3), 1);
    QCOMPARE(lines.mid(2),
        (QStringList{"  ŷ[2] at step 3 = " + number(p), "- y[2] at step 3 = " + number(y),
            "gradient at o[2] at step 3 = " + number(p - y), ""}));
}

void CalculationTextTest::aShare()
{
    const ExampleRun e = smallest();
    const int h = e.trace.circuit().indexOf("h");
    const Expression part = onlyThrough(gradientExpression(e.run(), h, 3), {{h, 3}, {h, 4}, 0, false});
    const QStringList lines = linesOf(e, Share{part});
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("  W[1,1] · slope of h[1] at step 4 · gradient at h[1] at step 4 = "),
        qPrintable(lines[0]));
    QCOMPARE(lines[1], "contribution to gradient at h[1] at step 3 = " + number(sumOf(e.run(), part)(0)));
}

void CalculationTextTest::aParametersGradient()
{
    const ExampleRun e = smallest();
    const int W = indexOf(e.trace.program->parameters, "W");
    const QStringList lines = linesOf(e, ParameterGradient{W});
    QCOMPARE(lines.size(), steps + 2); // a contribution of every step, their sum, and the end
    QVERIFY2(lines[1].startsWith("+ slope of h[1] at step 2 · gradient at h[1] at step 2 · h[1] at step 1 = "),
        qPrintable(lines[1]));
    QCOMPARE(lines[steps], "gradient at W[1,1] = " + number(openParameterGradient(e.run(), W, 0, 0).sum));
}

void CalculationTextTest::losses()
{
    const ExampleRun e = smallest();
    const QStringList step = linesOf(e, LossSum{2});
    QVERIFY(step.first().startsWith("L = "));
    QCOMPARE(step[step.size() - 2],
        QString("L(2) = -log ŷ[%1] = %2").arg(e.loss.classes[1] + 1).arg(number(*e.trace.stepLoss[1])));
    const QStringList total = linesOf(e, LossSum{});
    QCOMPARE(total.size(), 2 + steps + 2);
    QCOMPARE(total[2], "  L(1) = " + number(*e.trace.stepLoss[0]));
    QCOMPARE(total[3], "+ L(2) = " + number(*e.trace.stepLoss[1]));
    QCOMPARE(total[2 + steps], "L = " + number(e.trace.totalLoss));

    const ExampleRun squared = smallest(LossKind::SquaredError);
    const QStringList difference = linesOf(squared, LossSum{2});
    QCOMPARE(difference[difference.size() - 2],
        "L(2) = ½ · sum of squared differences = " + number(*squared.trace.stepLoss[1]));
    QVERIFY(difference.contains("y[2] at step 2 = " + number(squared.loss.vectors(1, 1))));
}

void CalculationTextTest::whatIsGiven()
{
    const ExampleRun e = smallest();
    const int V = indexOf(e.trace.program->parameters, "V");
    QCOMPARE(linesOf(e, Quantity::parameter(V)),
        (QStringList{"V[1,1] = " + number(parameter(e, "V", 0)), "V[2,1] = " + number(parameter(e, "V", 1)), ""}));
}

void CalculationTextTest::theNotationThatPeopleReadIsTheTexts()
{
    const ExampleRun letters = smallest();
    Circuit circuit = letters.trace.circuit();
    circuit.names = namesIn(Notation::Indexed, circuit);
    const ExampleRun indexed = exampleOf(circuit);
    const int h = circuit.indexOf("h");
    QVERIFY(linesOf(letters, valueExpression(letters.run(), h, 4)).filter("a[1] at step 3").isEmpty());
    QCOMPARE(linesOf(indexed, valueExpression(indexed.run(), h, 4)).filter("a[1] at step 3").size(), 1);
}

UNFOLD_GUILESS_TEST(CalculationTextTest)
#include "calculation_text_test.moc"
