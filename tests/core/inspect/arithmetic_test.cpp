// The opened arithmetic against the engine: for every circuit, node, step and unit the products sum to the number
// shown.
#include "tests/core/inspect/example_runs.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

double tolerance(double expected)
{
    return 1e-12 * std::max(1.0, std::abs(expected));
}

void checkValues(const ExampleRun &e, int node, int step)
{
    const InspectedRun run = e.run();
    const Expression expression = valueExpression(run, node, step);
    const Matrix value = valueOf(run, expression.result);
    for (int unit = 0; unit < value.rows() && !expression.summands.empty(); ++unit) {
        const OpenedEntry entry = open(run, expression, unit);
        QVERIFY(std::abs(entry.result - value(unit, 0)) < tolerance(value(unit, 0)));
        QVERIFY(std::abs(entry.sum - sumOf(run, expression)(unit)) < tolerance(entry.sum));
    }
}

void checkGradients(const ExampleRun &e, int node, int step)
{
    const InspectedRun run = e.run();
    const Expression expression = gradientExpression(run, node, step);
    const Matrix gradient = valueOf(run, expression.result);
    for (int unit = 0; unit < gradient.rows(); ++unit) {
        const OpenedEntry entry = open(run, expression, unit);
        QCOMPARE(entry.result, entry.sum);
        QVERIFY2(std::abs(entry.sum - gradient(unit, 0)) < tolerance(gradient(unit, 0)),
            qPrintable(
                QString("%1, step %2").arg(run.circuit().nodes[static_cast<size_t>(node)].name.c_str()).arg(step)));
        QVERIFY(std::abs(sumOf(run, expression)(unit) - gradient(unit, 0)) < tolerance(gradient(unit, 0)));
    }
}

void checkParameters(const ExampleRun &e)
{
    const InspectedRun run = e.run();
    for (size_t p = 0; p < e.trace.gradients.size(); ++p) {
        const Matrix &gradient = e.trace.gradients[p];
        for (Eigen::Index i = 0; i < gradient.rows(); ++i)
            for (Eigen::Index j = 0; j < gradient.cols(); ++j) {
                const OpenedEntry entry
                    = openParameterGradient(run, static_cast<int>(p), static_cast<int>(i), static_cast<int>(j));
                QVERIFY(std::abs(entry.sum - gradient(i, j)) < tolerance(gradient(i, j)));
            }
    }
}

void checkAll(const ExampleRun &e)
{
    double largest = 0;
    for (size_t node = 0; node < e.trace.nodes.size(); ++node)
        for (int step = 1; step <= steps; ++step)
            if (e.trace.nodes[node].exists(step)) {
                checkValues(e, static_cast<int>(node), step);
                checkGradients(e, static_cast<int>(node), step);
                largest = std::max(largest, e.trace.nodes[node].gradient.cwiseAbs().maxCoeff());
            }
    QVERIFY(largest > 0.01); // otherwise nothing was compared
    checkParameters(e);
}

int nodeOf(const ExampleRun &e, const char *name)
{
    return e.trace.circuit().indexOf(name);
}

} // namespace

class ArithmeticTest : public QObject
{
    Q_OBJECT

private slots:
    void productsSumToTheEnginesNumbers_data();
    void productsSumToTheEnginesNumbers();
    void productsNameTheirFactors();
    void initialValuesAreRead();
    void gradientComesOverEachPath();
    void lossOutsideTheCountedStepsGivesNothing();
    void oneEdgeAlone();
    void labelsAreThoseOfTheFormulas();
    void targetsAreFound();
    void withoutALoss();
};

void ArithmeticTest::productsSumToTheEnginesNumbers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("squared");
    QTest::addColumn<bool>("lastOnly");
    QStringList names{"unusual", "softmax"};
    for (const CatalogueEntry &entry : catalogue())
        names << QString::fromStdString(entry.name);
    QCOMPARE(names.size(), 16);
    for (const QString &name : names) {
        QTest::addRow("%s", qPrintable(name)) << name << false << false;
        QTest::addRow("%s, squared error, last step", qPrintable(name)) << name << true << true;
    }
}

void ArithmeticTest::productsSumToTheEnginesNumbers()
{
    QFETCH(QString, name);
    QFETCH(bool, squared);
    QFETCH(bool, lastOnly);
    const Circuit circuit = name == "unusual" ? unusual()
        : name == "softmax"                   ? makeCircuit("elman", {}, Activation::Softmax)
                                              : makeCircuit(name.toStdString(), {}, Activation::Tanh, 2);
    checkAll(exampleOf(circuit, squared ? LossKind::SquaredError : LossKind::CrossEntropy, lastOnly));
}

void ArithmeticTest::productsNameTheirFactors()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {{"x", 2}, {"h", 3}, {"o", 2}}));
    const InspectedRun run = e.run();
    const OpenedEntry entry = open(run, valueExpression(run, nodeOf(e, "h"), 4), 1);
    QCOMPARE(entry.products.size(), 6U); // b, three of W h, two of U x
    const Product &second = entry.products[2];
    QCOMPARE(second.factors.size(), 2U);
    const auto is = [](const Factor &f, const Quantity &quantity, int row, int column) {
        return f.quantity == quantity && f.row == row && f.column == column;
    };
    const auto parameter = [&](const char *name, bool transposed = false) {
        return Quantity::parameter(indexOf(run.program().parameters, name), transposed);
    };
    const int h = nodeOf(e, "h");
    QVERIFY(is(entry.products[0].factors[0], parameter("b"), 1, 0));
    QVERIFY(is(second.factors[0], parameter("W"), 1, 1));
    QVERIFY(is(second.factors[1], Quantity::value(h, 3), 1, 0));
    QCOMPARE(entry.activation, Activation::Tanh);

    const OpenedEntry back = open(run, gradientExpression(run, nodeOf(e, "h"), 4), 1);
    QCOMPARE(back.products.size(), 5U); // three through W, two through V
    QVERIFY(is(back.products[2].factors[0], parameter("W", true), 1, 2));
    QVERIFY(is(back.products[2].factors[1], Quantity::slope(h, 5), 2, 0));
    QVERIFY(is(back.products[2].factors[2], Quantity::gradient(h, 5), 2, 0));
}

void ArithmeticTest::initialValuesAreRead()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {{"h", 2}}));
    const InspectedRun run = e.run();
    const OpenedEntry entry = open(run, valueExpression(run, nodeOf(e, "h"), 1), 0);
    const Factor &initial = entry.products[1].factors[1];
    QCOMPARE(initial.quantity, Quantity::value(nodeOf(e, "h"), 0));
    QCOMPARE(initial.row, 0);
    QVERIFY(initial.value != 0);
    QCOMPARE(plainText(labelOf(run, initial.quantity)), std::string("h(0)"));
}

void ArithmeticTest::gradientComesOverEachPath()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    const InspectedRun run = e.run();
    const int h = nodeOf(e, "h");
    QCOMPARE(gradientExpression(run, h, 3).summands.size(), 2U); // h(4) and o(3)
    QCOMPARE(gradientExpression(run, h, steps).summands.size(), 1U); // o alone: the sequence ends
    QCOMPARE(gradientExpression(run, nodeOf(e, "o"), 3).summands.size(), 2U); // softmax and target
    const ExampleRun feedForward = exampleOf(makeCircuit("feed-forward", {}));
    QCOMPARE(gradientExpression(feedForward.run(), nodeOf(feedForward, "h"), 3).summands.size(), 1U);
}

void ArithmeticTest::lossOutsideTheCountedStepsGivesNothing()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}), LossKind::CrossEntropy, true);
    const InspectedRun run = e.run();
    QVERIFY(gradientExpression(run, nodeOf(e, "o"), 3).summands.empty());
    QCOMPARE(open(run, gradientExpression(run, nodeOf(e, "o"), 3), 0).sum, 0.0);
    QCOMPARE(gradientExpression(run, nodeOf(e, "o"), steps).summands.size(), 2U);
}

void ArithmeticTest::oneEdgeAlone()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    const InspectedRun run = e.run();
    const int h = nodeOf(e, "h");
    const Expression whole = gradientExpression(run, h, 3);
    const Expression part = onlyThrough(whole, {{h, 3}, {h, 4}, 0, false});
    QCOMPARE(part.summands.size(), 1U);
    QCOMPARE(plainText(labelOf(run, *part.summands[0].matrix)), std::string("Wᵀ"));
    QVERIFY(onlyThrough(whole, {{h, 2}, {h, 3}, 0, false}).summands.empty());
    const Expression forwardPart = onlyThrough(valueExpression(run, h, 4), {{h, 3}, {h, 4}, 0, false});
    QCOMPARE(forwardPart.summands.size(), 1U);
    const Matrix &W = e.trace.parameters[static_cast<size_t>(forwardPart.summands[0].matrix->index)];
    const Vector expected = W * valueOf(run, Quantity::value(h, 3));
    QVERIFY((sumOf(run, forwardPart) - expected).cwiseAbs().maxCoeff() < 1e-14);
}

void ArithmeticTest::labelsAreThoseOfTheFormulas()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    const InspectedRun run = e.run();
    const int h = nodeOf(e, "h");
    const auto label = [&](const Quantity &q) { return plainText(labelOf(run, q)); };
    QCOMPARE(label(Quantity::value(h, 3)), std::string("h(3)"));
    QCOMPARE(label(Quantity::gradient(h, 3)), std::string("∂L/∂h(3)"));
    QCOMPARE(label(Quantity::probability(nodeOf(e, "o"), 3)), std::string("ŷ(3)"));
    QCOMPARE(label(Quantity::target(nodeOf(e, "o"), 3)), std::string("y(3)"));
    QCOMPARE(QString::fromStdString(label(Quantity::slope(h, 3))), QString("1 − h²"));
}

void ArithmeticTest::targetsAreFound()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {{"o", 3}}));
    const InspectedRun run = e.run();
    const auto right = targetClassAt(run, 2);
    QVERIFY(right.has_value());
    QCOMPARE(*right, e.loss.classes[1]);
    const Matrix target = valueOf(run, Quantity::target(nodeOf(e, "o"), 2));
    QCOMPARE(target.sum(), 1.0);
    QCOMPARE(target(*right, 0), 1.0);
    QVERIFY(!targetClassAt(run, 0));
    const ExampleRun squared = exampleOf(makeCircuit("elman", {}), LossKind::SquaredError);
    QVERIFY(!targetClassAt(squared.run(), 2));
    QCOMPARE(valueOf(squared.run(), Quantity::target(nodeOf(squared, "o"), 2)), Matrix(squared.loss.vectors.col(1)));
}

void ArithmeticTest::withoutALoss()
{
    const ExampleRun e = exampleOf(makeCircuit("driven", {}));
    const InspectedRun run{e.trace, nullptr, {}, 0};
    QCOMPARE(run.lossSource(), -1);
    QVERIFY(!targetClassAt(run, 1));
    QVERIFY(!valueExpression(run, nodeOf(e, "h"), 2).summands.empty());
    QVERIFY(valueExpression(run, nodeOf(e, "x"), 2).summands.empty());
}

UNFOLD_GUILESS_TEST(ArithmeticTest)
#include "arithmetic_test.moc"
