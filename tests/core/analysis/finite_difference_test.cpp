// The finite difference against the backward pass for every gradient of every circuit, and its errors against theory.
#include "../inspect/example_runs.h"
#include "core/analysis/finite_difference.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {

Prepared preparedOf(const ExampleRun &e)
{
    Prepared prepared;
    prepared.program = e.trace.program;
    prepared.inputs = e.inputs;
    prepared.loss = e.loss;
    return prepared;
}

std::vector<DifferencePoint> differences(
    const ExampleRun &e, const GradientEntry &entry, const std::vector<double> &epsilons)
{
    return finiteDifferences(preparedOf(e), e.trace.parameters, e.counted, entry, epsilons);
}

GradientEntry ofParameter(const ExampleRun &e, const char *name, int row = 0, int column = 0)
{
    GradientEntry entry;
    entry.parameter = indexOf(e.trace.program->parameters, name);
    entry.row = row;
    entry.column = column;
    return entry;
}

GradientEntry ofNode(int node, int step, int unit)
{
    GradientEntry entry;
    entry.at = {node, step};
    entry.row = unit;
    return entry;
}

/// What ε = 10⁻⁵ gives, with both errors far below the tolerance.
void check(const ExampleRun &e, const GradientEntry &entry, double gradient)
{
    const DifferencePoint point = differences(e, entry, {1e-5}).front();
    QVERIFY2(std::abs(point.difference - gradient) < 2e-8 * std::max(1.0, std::abs(gradient)),
        qPrintable(QString("%1: %2 against %3 at node %4, parameter %5, step %6, row %7")
                       .arg(QString::fromStdString(e.trace.circuit().name))
                       .arg(point.difference, 0, 'g', 17)
                       .arg(gradient, 0, 'g', 17)
                       .arg(entry.at.node)
                       .arg(entry.parameter)
                       .arg(entry.at.step)
                       .arg(entry.row)));
}

void checkNode(const ExampleRun &e, int node, int step)
{
    const InspectedRun run = e.run();
    const Expression whole = gradientExpression(run, node, step);
    const Matrix gradient = valueOf(run, whole.result);
    for (int unit = 0; unit < gradient.rows(); ++unit)
        check(e, ofNode(node, step, unit), gradient(unit, 0));
    for (const Summand &summand : whole.summands)
        if (summand.edge) {
            GradientEntry entry = ofNode(node, step, 0);
            entry.through = summand.edge;
            check(e, entry, sumOf(run, onlyThrough(whole, *summand.edge))(0));
        }
}

void checkParameters(const ExampleRun &e)
{
    for (size_t p = 0; p < e.trace.gradients.size(); ++p)
        for (int row = 0; row < e.trace.gradients[p].rows(); ++row) {
            GradientEntry entry;
            entry.parameter = static_cast<int>(p);
            entry.row = row;
            entry.column = row % static_cast<int>(e.trace.gradients[p].cols());
            check(e, entry, e.trace.gradients[p](entry.row, entry.column));
        }
}

double gradientOf(const ExampleRun &e, const GradientEntry &entry)
{
    return e.trace.gradients[static_cast<size_t>(entry.parameter)](entry.row, entry.column);
}

/// One relu unit over one step: h = relu(b + U x), squared error; b is such that the argument is `argument`.
ExampleRun oneRelu(double argument)
{
    Circuit circuit = makeCircuit("feed-forward", {{"x", 1}, {"h", 1}, {"o", 1}}, Activation::Relu);
    ExampleRun e = exampleOf(circuit, LossKind::SquaredError, true);
    const auto number = [&](const char *name) -> double & {
        return e.trace.parameters[static_cast<size_t>(indexOf(e.trace.program->parameters, name))](0, 0);
    };
    const NodeTrace &x = e.trace.nodes[static_cast<size_t>(e.trace.circuit().indexOf("x"))];
    number("U") = 1;
    number("b") = argument;
    e.inputs.sequence[static_cast<size_t>(e.trace.circuit().indexOf("x"))].setZero(1, x.span.count());
    forward(e.trace.program, e.inputs, e.trace);
    backward(e.loss, e.counted, e.trace);
    return e;
}

} // namespace

class FiniteDifferenceTest : public QObject
{
    Q_OBJECT

private slots:
    void steps();
    void everyGradientOfEveryCircuit_data();
    void everyGradientOfEveryCircuit();
    void truncationFallsAsTheSquareOfTheStep();
    void roundingRisesAsTheStepFalls();
    void aQuadraticLossHasNoTruncation();
    void aKinkIsNamed();
    void onTheKinkNoStepIsSmallEnough();
    void overflowIsNoNumber();
    void stopsWhenAsked();
    void digits();
};

void FiniteDifferenceTest::steps()
{
    const std::vector<double> &all = differenceSteps();
    QCOMPARE(all.size(), size_t(34));
    QCOMPARE(all.front(), 0.1);
    QCOMPARE(all[1], 0.05);
    QCOMPARE(all[2], 0.02);
    QCOMPARE(all[3], 0.01);
    QCOMPARE(all.back(), 1e-12);
    QVERIFY(std::is_sorted(all.rbegin(), all.rend()));
}

void FiniteDifferenceTest::everyGradientOfEveryCircuit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("squared");
    QTest::addColumn<bool>("lastOnly");
    for (const CatalogueEntry &entry : catalogue()) {
        QTest::addRow("%s", entry.name.c_str()) << QString::fromStdString(entry.name) << false << false;
        QTest::addRow("%s, squared error, last step", entry.name.c_str())
            << QString::fromStdString(entry.name) << true << true;
    }
    QTest::newRow("unusual") << "unusual" << false << false; // two steps back, the future, a gate that reads itself
    QTest::newRow("unusual, squared error, last step") << "unusual" << true << true;
}

void FiniteDifferenceTest::everyGradientOfEveryCircuit()
{
    QFETCH(QString, name);
    QFETCH(bool, squared);
    QFETCH(bool, lastOnly);
    const Circuit circuit = name == "unusual" ? unusual() : makeCircuit(name.toStdString(), {}, Activation::Tanh, 2);
    const ExampleRun e = exampleOf(circuit, squared ? LossKind::SquaredError : LossKind::CrossEntropy, lastOnly);
    for (int node = 0; node < static_cast<int>(e.trace.nodes.size()); ++node)
        for (int step = 1; step <= unfold::steps; ++step)
            if (e.trace.nodes[static_cast<size_t>(node)].exists(step))
                checkNode(e, node, step);
    checkParameters(e);
}

/// D(ε) − L′ = L‴ ε² / 6 + O(ε⁴): a step ten times smaller has an error a hundred times smaller.
void FiniteDifferenceTest::truncationFallsAsTheSquareOfTheStep()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    for (const char *name : {"W", "U", "V", "b"}) {
        const GradientEntry entry = ofParameter(e, name);
        const auto points = differences(e, entry, {1e-2, 1e-3});
        const double ratio = std::abs(points[0].difference - gradientOf(e, entry))
            / std::abs(points[1].difference - gradientOf(e, entry));
        QVERIFY2(ratio > 97 && ratio < 103, qPrintable(QString("%1: %2").arg(name).arg(ratio)));
    }
}

/// Two losses that are rounded by u |L| each, over 2 ε; several rounded steps lead to them.
void FiniteDifferenceTest::roundingRisesAsTheStepFalls()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    const GradientEntry entry = ofParameter(e, "W");
    const double u = std::numeric_limits<double>::epsilon() / 2;
    double largest = 0;
    for (const DifferencePoint &point : differences(e, entry, differenceSteps())) {
        if (point.epsilon > 1e-8)
            continue;
        const double error = std::abs(point.difference - gradientOf(e, entry));
        QVERIFY2(error < 100 * u * e.trace.totalLoss / point.epsilon, qPrintable(QString::number(point.epsilon)));
        largest = std::max(largest, error * point.epsilon);
    }
    QVERIFY(largest > 0.05 * u * e.trace.totalLoss); // it is that error, not a smaller one
    const auto ends = differences(e, entry, {1e-5, 1e-12});
    QVERIFY(std::abs(ends[1].difference - gradientOf(e, entry))
        > 1000 * std::abs(ends[0].difference - gradientOf(e, entry)));
}

void FiniteDifferenceTest::aQuadraticLossHasNoTruncation()
{
    const ExampleRun e = exampleOf(makeCircuit("feed-forward", {}, Activation::Identity), LossKind::SquaredError);
    const GradientEntry entry = ofParameter(e, "U");
    const double gradient = gradientOf(e, entry);
    QVERIFY(std::abs(differences(e, entry, {0.1}).front().difference - gradient) < 1e-12 * std::abs(gradient));
}

void FiniteDifferenceTest::aKinkIsNamed()
{
    const ExampleRun e = oneRelu(0.015);
    const GradientEntry entry = ofParameter(e, "b");
    const auto points = differences(e, entry, {0.05, 0.02, 0.01, 0.001});
    QVERIFY(points[0].kink);
    QVERIFY(points[1].kink);
    QVERIFY(!points[2].kink);
    const double gradient = gradientOf(e, entry);
    QVERIFY(std::abs(points[0].difference - gradient) > 0.1 * std::abs(gradient));
    QVERIFY(std::abs(points[2].difference - gradient) < 1e-10 * std::abs(gradient));
    QVERIFY(!differences(exampleOf(makeCircuit("elman", {})), ofParameter(e, "b"), {0.1}).front().kink); // tanh
}

/// Where the relu is exactly at 0 the backward pass says 0, and the difference the mean of both slopes.
void FiniteDifferenceTest::onTheKinkNoStepIsSmallEnough()
{
    const ExampleRun e = oneRelu(0);
    const GradientEntry entry = ofParameter(e, "b");
    QCOMPARE(gradientOf(e, entry), 0.0);
    for (const DifferencePoint &point : differences(e, entry, {1e-2, 1e-6, 1e-9})) {
        QVERIFY(point.kink);
        QVERIFY(std::abs(point.difference) > 1e-3);
    }
}

void FiniteDifferenceTest::overflowIsNoNumber()
{
    ExampleRun e = exampleOf(makeCircuit("elman", {}, Activation::Identity), LossKind::SquaredError);
    for (Matrix &parameter : e.trace.parameters)
        parameter *= 1e150;
    QVERIFY(!std::isfinite(differences(e, ofParameter(e, "W"), {0.1}).front().difference));
}

void FiniteDifferenceTest::stopsWhenAsked()
{
    const ExampleRun e = exampleOf(makeCircuit("elman", {}));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(finiteDifferences(
        preparedOf(e), e.trace.parameters, e.counted, ofParameter(e, "W"), differenceSteps(), stop.get_token())
                .empty());
}

void FiniteDifferenceTest::digits()
{
    QCOMPARE(agreeingDigits(1, 1), 17);
    QCOMPARE(agreeingDigits(0, 0), 17);
    QCOMPARE(agreeingDigits(1, 1.001), 3);
    QCOMPARE(agreeingDigits(-2e-7, -2.00003e-7), 4);
    QCOMPARE(agreeingDigits(1, -1), 0);
    QCOMPARE(agreeingDigits(0, 1e-12), 0);
    QCOMPARE(agreeingDigits(1, std::nan("")), 0);
    QCOMPARE(agreeingDigits(HUGE_VAL, 1), 0);
}

UNFOLD_GUILESS_TEST(FiniteDifferenceTest)
#include "finite_difference_test.moc"
