// The gradient through one arrow: all arrows out of a vertex together carry its whole gradient.
#include "core/analysis/edge_gradient.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
Json experiment(const char *name)
{
    return {{"circuit", {{"name", name}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}}}},
        {"sequence", {{"x", numbers(6, 2, 9)}}}, {"gain", 1.2},
        {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"targets", {0, 1, 2, 0, 1, 2}}}}};
}
} // namespace

class EdgeGradientTest : public QObject
{
    Q_OBJECT

private slots:
    void theArrowsOutOfAVertexCarryItsGradient_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"feed-forward", "elman", "jordan", "bidirectional", "lstm", "gru", "gru-reset-before"})
            QTest::newRow(name) << QByteArray(name);
    }

    void theArrowsOutOfAVertexCarryItsGradient()
    {
        QFETCH(QByteArray, name);
        const Run run(experiment(name));
        const Trace &trace = *run.trace;
        const UnrolledGraph graph = unfold::unfold(trace.circuit(), trace.steps());
        for (const Vertex &vertex : graph.vertices) {
            const NodeTrace &node = trace.nodes[vertex.node];
            Vector sum = Vector::Zero(node.value.rows());
            if (vertex.node == run.node("o")) { // the loss enters here
                sum = softmax(node.at(node.value, vertex.step).col(0));
                sum((vertex.step - 1) % 3) -= 1;
            }
            for (const Edge &edge : graph.edges)
                if (edge.from == vertex) {
                    const auto through = edgeGradient(trace, edge);
                    QCOMPARE(through->outgoing, through->share.norm());
                    QCOMPARE(*edgeGradientNorm(trace, edge), through->outgoing);
                    sum += through->share;
                }
            QVERIFY((sum - node.at(node.gradient, vertex.step).col(0)).norm() < 1e-14);
        }
    }

    /// Of an LSTM in the middle of the sequence, all arrows into the next step together carry what comes back from
    /// there.
    void aBundleCarriesTheSumOfItsArrows()
    {
        const Run run(experiment("lstm"));
        const Trace &trace = *run.trace;
        const UnrolledGraph graph = unfold::unfold(trace.circuit(), trace.steps());
        const Vertex h{run.node("h"), 3};
        std::vector<Edge> ahead;
        Vector sum = Vector::Zero(3);
        for (const Edge &edge : graph.edges)
            if (edge.from == h && edge.to.step == 4) {
                ahead.push_back(edge);
                sum += edgeGradient(trace, edge)->share;
            }
        QCOMPARE(ahead.size(), std::size_t(4));
        QCOMPARE(*bundleGradientNorm(trace, ahead), sum.norm());
        QCOMPARE(*bundleGradientNorm(trace, {ahead[0]}), *edgeGradientNorm(trace, ahead[0]));
        QVERIFY(!bundleGradientNorm(trace, {}));
    }

    void eachFactorIsARatioOfNorms()
    {
        const Run run(experiment("elman"));
        const Trace &trace = *run.trace;
        const int h = run.node("h");
        const auto edge = recurrentEdgeFrom(trace, h, 3);
        QVERIFY(edge);
        QCOMPARE(edge->to, (Vertex{h, 4}));
        const auto through = edgeGradient(trace, *edge);
        const NodeTrace &node = trace.nodes[h];
        const Vector dh = node.at(node.gradient, 4);
        const Vector slope = 1 - node.at(node.value, 4).array().square();
        const Matrix &W = trace.parameters[indexOf(trace.program->parameters, "W")];
        const Vector da = slope.cwiseProduct(dh);
        QVERIFY(close(*through->slopeFactor(), da.norm() / dh.norm(), 1e-14));
        QVERIFY(close(*through->matrixFactor(), (W.transpose() * da).norm() / da.norm(), 1e-14));
        QVERIFY(close(*through->factor(), *through->slopeFactor() * *through->matrixFactor(), 1e-14));
    }

    void noFactorOfNothing()
    {
        EdgeGradient edge;
        QVERIFY(!edge.slopeFactor() && !edge.matrixFactor() && !edge.factor());
        edge.incoming = std::numeric_limits<double>::infinity();
        QVERIFY(!edge.slopeFactor() && !edge.factor());
    }

    void absentWithoutALoss()
    {
        Json json = experiment("elman");
        json.erase("loss");
        const Run run(json);
        const auto edge = recurrentEdgeFrom(*run.trace, run.node("h"), 3);
        QVERIFY(edge);
        QVERIFY(!edgeGradient(*run.trace, *edge));
        QVERIFY(!edgeGradientNorm(*run.trace, *edge));
    }

    void theRecurrentArrow_data()
    {
        QTest::addColumn<QByteArray>("circuit");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<int>("step");
        QTest::addColumn<QByteArray>("reader"); // empty: none
        QTest::addColumn<int>("toStep");
        const auto row = [](const char *circuit, const char *node, int step, const char *reader, int toStep) {
            QTest::addRow("%s %s(%d)", circuit, node, step)
                << QByteArray(circuit) << QByteArray(node) << step << QByteArray(reader) << toStep;
        };
        row("elman", "h", 1, "h", 2);
        row("elman", "h", 0, "h", 1); // the initial value
        row("elman", "h", 6, "", 0); // leaves the sequence
        row("elman", "x", 2, "", 0);
        row("elman", "o", 2, "", 0);
        row("feed-forward", "h", 2, "", 0);
        row("bidirectional", "g", 4, "g", 3);
        row("bidirectional", "g", 1, "", 0);
        row("jordan", "o", 2, "h", 3);
        row("jordan", "h", 2, "", 0); // o reads it within the step
        row("lstm", "s", 2, "s", 3);
        row("lstm", "h", 2, "f", 3); // the first of its gates
        row("gru", "h", 2, "h", 3);
    }

    void theRecurrentArrow()
    {
        QFETCH(QByteArray, circuit);
        QFETCH(QByteArray, node);
        QFETCH(int, step);
        QFETCH(QByteArray, reader);
        QFETCH(int, toStep);
        const Run run(experiment(circuit));
        const auto edge = recurrentEdgeFrom(*run.trace, run.node(node.toStdString()), step);
        QCOMPARE(edge.has_value(), !reader.isEmpty());
        if (!edge)
            return;
        QCOMPARE(edge->from, (Vertex{run.node(node.toStdString()), step}));
        QCOMPARE(edge->to, (Vertex{run.node(reader.toStdString()), toStep}));
        const auto all = unfold::unfold(run.trace->circuit(), 6).edges;
        QVERIFY(std::find(all.begin(), all.end(), *edge) != all.end());
    }

    void slopesAreThoseOfTheActivations()
    {
        for (const double a : {-2.0, -0.3, 0.7, 5.0}) {
            const double e = 1e-6;
            QVERIFY(std::abs(slopeAt(Activation::Tanh, std::tanh(a)) - (std::tanh(a + e) - std::tanh(a - e)) / (2 * e))
                < 1e-9);
            const auto sigmoid = [](double z) { return 1 / (1 + std::exp(-z)); };
            QVERIFY(std::abs(slopeAt(Activation::Sigmoid, sigmoid(a)) - (sigmoid(a + e) - sigmoid(a - e)) / (2 * e))
                < 1e-9);
            QCOMPARE(slopeAt(Activation::Relu, std::max(0.0, a)), a > 0 ? 1.0 : 0.0);
            QCOMPARE(slopeAt(Activation::Identity, a), 1.0);
        }
    }
};

UNFOLD_GUILESS_TEST(EdgeGradientTest)
#include "edge_gradient_test.moc"
