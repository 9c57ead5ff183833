// What the theory says must come out.
#include "core/circuit/catalogue.h"
#include "core/engine/engine.h"
#include "tests/support/independent_matrices.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {

/// s(t) = φ(W s(t − 1)) with a squared error against 0 at the last step.
Trace autonomous(const Matrix &W, Activation phi, int steps, const Vector &initial)
{
    const int size = static_cast<int>(W.rows());
    const Circuit circuit = makeCircuit("autonomous", {{"s", size}}, phi);
    Trace trace;
    trace.parameters = {W};
    Inputs inputs;
    inputs.initial = {initial};
    forward(std::make_shared<const Program>(compile(circuit, steps)), inputs, trace);
    backward({LossKind::SquaredError, "s", {Span::Kind::Last, 1}, {}, Matrix::Zero(size, 1)}, trace);
    return trace;
}

} // namespace

class TheoryTest : public QObject
{
    Q_OBJECT

private slots:
    void oneLinearUnitIsAPowerOfItsWeight_data()
    {
        QTest::addColumn<double>("w");
        for (double w : {0.5, -0.5, 0.9, 1.0, 1.1, 2.0})
            QTest::addRow("%g", w) << w;
    }
    void oneLinearUnitIsAPowerOfItsWeight()
    {
        QFETCH(double, w);
        const int steps = 100;
        const Trace trace = autonomous(Matrix::Constant(1, 1, w), Activation::Identity, steps, Vector::Ones(1));
        const NodeTrace &s = trace.nodes[0];
        const double end = s.at(s.gradient, steps)(0);
        QVERIFY(std::abs(end / std::pow(w, steps) - 1) < 1e-13);
        double expected = end;
        for (int t = steps; t >= 0; --t) {
            QCOMPARE(s.at(s.gradient, t)(0), expected); // to the last digit: the same product, factor by factor
            expected *= w;
        }
    }
    void anOrthogonalMatrixKeepsTheNorm()
    {
        const Matrix Q = test::orthogonalFactor(Matrix{{1, 2, 3}, {-1, 4, 0}, {2, 2, -5}});
        const Trace trace = autonomous(Q, Activation::Identity, 200, Vector{{1, 0, 2}});
        const NodeTrace &s = trace.nodes[0];
        for (int t = 1; t <= 200; ++t)
            QVERIFY(std::abs(s.at(s.gradient, t).norm() - std::sqrt(5.0)) < 1e-12);
    }
    void tanhAtTheEdgeWithoutInputKeepsTheNorm()
    {
        const Trace trace = autonomous(Matrix::Identity(4, 4), Activation::Tanh, 50, Vector::Constant(4, 1e-9));
        const NodeTrace &s = trace.nodes[0];
        QVERIFY(std::abs(s.at(s.gradient, 1).norm() / s.at(s.gradient, 50).norm() - 1) < 1e-12);
    }
    void overflowIsInfinityAndUnderflowIsZero()
    {
        const Trace large = autonomous(Matrix::Constant(1, 1, 1e10), Activation::Identity, 40, Vector::Ones(1));
        QCOMPARE(large.nodes[0].at(large.nodes[0].value, 40)(0), std::numeric_limits<double>::infinity());
        const Trace small = autonomous(Matrix::Constant(1, 1, 1e-10), Activation::Identity, 40, Vector::Ones(1));
        QCOMPARE(small.nodes[0].at(small.nodes[0].value, 40)(0), 0.0);
    }
};

UNFOLD_GUILESS_TEST(TheoryTest)
#include "theory_test.moc"
