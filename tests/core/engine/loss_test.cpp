#include "core/circuit/catalogue.h"
#include "core/circuit/input_error.h"
#include "core/engine/engine.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace unfold;

namespace {

/// A feed-forward network whose output is its bias c, so that the loss can be worked out on paper.
Trace withOutput(const Vector &c, int steps, int batch = 1)
{
    const Circuit circuit = makeCircuit("feed-forward", {{"x", 1}, {"h", 1}, {"o", static_cast<int>(c.size())}});
    const auto program = std::make_shared<const Program>(compile(circuit, steps, batch));
    Trace trace;
    for (const ParameterInfo &p : program->parameters)
        trace.parameters.push_back(p.name == "c" ? Matrix(c) : Matrix::Zero(p.rows, p.cols));
    Inputs inputs;
    forward(program, inputs, trace);
    return trace;
}

Loss classes(std::vector<int> targets, Span at = {})
{
    return {LossKind::CrossEntropy, "o", at, std::move(targets), {}};
}

Loss vectors(const Matrix &targets, Span at = {})
{
    return {LossKind::SquaredError, "o", at, {}, targets};
}

using MakeLoss = std::function<Loss()>;

} // namespace
Q_DECLARE_METATYPE(MakeLoss)

class LossTest : public QObject
{
    Q_OBJECT

private slots:
    void crossEntropyByHand()
    {
        const Vector o{{std::log(1.0), std::log(2.0), std::log(5.0)}}; // softmax: 1/8, 2/8, 5/8
        Trace trace = withOutput(o, 2);
        backward(classes({2, 0}), trace);
        QCOMPARE(*trace.stepLoss[0], -std::log(5.0 / 8));
        QCOMPARE(*trace.stepLoss[1], -std::log(1.0 / 8));
        QCOMPARE(trace.totalLoss, -std::log(5.0 / 64)); // a sum, no mean
        const NodeTrace &out = trace.nodes[2];
        QVERIFY(out.at(out.gradient, 1).isApprox(Vector{{0.125, 0.25, -0.375}}, 1e-14));
        QVERIFY(out.at(out.gradient, 2).isApprox(Vector{{-0.875, 0.25, 0.625}}, 1e-14));
    }
    void squaredErrorByHand()
    {
        Trace trace = withOutput(Vector{{1, 2}}, 1, 2); // two sequences of one step
        backward(vectors(Matrix{{1, 4}, {0, 2}}), trace);
        QCOMPARE(*trace.stepLoss[0], 0.5 * 4 + 0.5 * 9);
        const NodeTrace &out = trace.nodes[2];
        QVERIFY(out.at(out.gradient, 1) == (Matrix{{0, -3}, {2, 0}}));
    }
    void hugeOutputsDoNotOverflow()
    {
        Trace trace = withOutput(Vector{{1000, -1000, 999}}, 1);
        backward(classes({1}), trace);
        QCOMPARE(trace.totalLoss, 2000 + std::log1p(std::exp(-1.0)));
        QVERIFY(trace.gradients[0].allFinite());
        QCOMPARE(softmax(Vector{{-1e308, 1e308}}), (Vector{{0, 1}}));
        QCOMPARE(softmax(Vector()).size(), Eigen::Index(0));
    }
    void lossOnlyWhereItIsTaken()
    {
        Trace trace = withOutput(Vector{{0, 0}}, 4);
        backward(classes({1, 1}, {Span::Kind::Last, 2}), trace);
        QVERIFY(!trace.stepLoss[0] && !trace.stepLoss[1]);
        QCOMPARE(*trace.stepLoss[3], std::log(2.0));
        QCOMPARE(trace.totalLoss, 2 * std::log(2.0));
    }
    void countedStepsAlone()
    {
        Trace trace = withOutput(Vector{{0, 0}}, 3);
        backward(classes({1, 1, 1}), {2, 2}, trace);
        QCOMPARE(trace.totalLoss, std::log(2.0));
        QVERIFY(trace.stepLoss[0].has_value()); // every step's loss is known, though one is counted
        const NodeTrace &out = trace.nodes[2];
        QVERIFY(out.at(out.gradient, 1).isZero(0));
        QVERIFY(!out.at(out.gradient, 2).isZero(0));
        QVERIFY(out.at(out.gradient, 3).isZero(0));
    }

    void refused_data()
    {
        QTest::addColumn<MakeLoss>("loss");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const MakeLoss &loss, const char *message) {
            QTest::newRow(name) << loss << message;
        };
        row(
            "class too large",
            [] {
                return classes({0, 2});
            },
            "loss.targets[1]: the class is 2; expected a class from 0 to 1");
        row(
            "class below 0",
            [] {
                return classes({-1, 0});
            },
            "loss.targets[0]: the class is -1; expected a class from 0 to 1");
        row(
            "too few classes", [] { return classes({0}); },
            "loss.targets: there are 1 classes; expected 2, one for each step at which the loss is taken");
        row(
            "too many vectors", [] { return vectors(Matrix::Zero(2, 3)); },
            "loss.targets: there are 3 vectors; expected 2, one for each step at which the loss is taken");
        row(
            "long vectors", [] { return vectors(Matrix::Zero(3, 2)); },
            "loss.targets: the vectors have 3 entries; expected 2, as many as the node that the loss reads");
        row(
            "unknown source",
            [] {
                Loss loss = classes({0, 0});
                loss.source = "y";
                return loss;
            },
            "loss.source: no node is called \"y\"; expected the name of a node of the circuit");
    }
    void refused()
    {
        QFETCH(MakeLoss, loss);
        QFETCH(QString, message);
        Trace trace = withOutput(Vector{{0, 0}}, 2);
        backward(classes({0, 0}), trace);
        try {
            backward(loss(), trace);
            QFAIL("accepted");
        } catch (const InputError &e) {
            QCOMPARE(QString::fromUtf8(e.what()), message);
        }
        QVERIFY(!trace.hasGradient);
    }
    void refusesStepsWithoutTheNode()
    {
        Circuit circuit = makeCircuit("elman", {});
        circuit.nodes[2].span = {Span::Kind::Last, 1};
        const auto program = std::make_shared<const Program>(compile(circuit, 3));
        Trace trace;
        for (const ParameterInfo &p : program->parameters)
            trace.parameters.push_back(Matrix::Zero(p.rows, p.cols));
        Inputs inputs;
        forward(program, inputs, trace);
        try {
            backward(classes({0, 0, 0}), trace);
            QFAIL("accepted");
        } catch (const InputError &e) {
            QCOMPARE(QString(e.what()), "loss.at: \"o\" does not exist at step 1; expected steps at which it exists");
        }
    }
};

UNFOLD_GUILESS_TEST(LossTest)
#include "loss_test.moc"
