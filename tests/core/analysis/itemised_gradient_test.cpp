// ‖∂L(s)/∂h(t)‖ against one engine pass per loss and against finite differences of each loss.
#include "core/analysis/itemised_gradient.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
Json experiment(const char *name, int steps)
{
    std::vector<int> targets;
    for (int i = 0; i < steps; ++i)
        targets.push_back((i * 7 + 1) % 3);
    return {{"circuit", {{"name", name}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}}}},
        {"sequence", {{"x", numbers(steps, 2, 9)}}}, {"gain", 1.2},
        {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"targets", targets}}}};
}
} // namespace

class ItemisedGradientTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreSinglePasses_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"feed-forward", "elman", "jordan", "bidirectional", "lstm", "gru", "gru-reset-before"})
            QTest::newRow(name) << QByteArray(name);
    }

    /// The engine's own pass is checked against PyTorch elsewhere; here each loss has one to itself.
    void rowsAreSinglePasses()
    {
        QFETCH(QByteArray, name);
        const int steps = 40; // more than fit into one sweep
        const Run run(experiment(name, steps));
        for (int node = 0; node < static_cast<int>(run.trace->nodes.size()); ++node) {
            const Matrix triangle = itemisedGradientNorms(*run.trace, *run.prepared->loss, node);
            QCOMPARE(triangle.rows(), steps);
            QCOMPARE(triangle.cols(), steps);
            for (int s = 1; s <= steps; ++s) {
                Trace single = *run.trace;
                backward(*run.prepared->loss, {s, s}, single);
                const StepSeries expected = gradientNorms(single, node);
                for (int t = 1; t <= steps; ++t)
                    QVERIFY2(close(triangle(s - 1, t - 1), *expected[t - 1], 1e-12),
                        qPrintable(QString("node %1, s %2, t %3").arg(node).arg(s).arg(t)));
            }
        }
    }

    void agreesWithAFiniteDifference_data() { rowsAreSinglePasses_data(); }

    void agreesWithAFiniteDifference()
    {
        QFETCH(QByteArray, name);
        constexpr int steps = 4;
        constexpr double push = 1e-5;
        const Run run(experiment(name, steps));
        const Matrix triangle = itemisedGradientNorms(*run.trace, *run.prepared->loss, run.node("h"));
        const auto losses = [&](int t, int entry, double by) {
            Matrix probe = Matrix::Zero(3, steps);
            probe(entry, t - 1) = by;
            const Experiment pushed = withProbe(run.experiment, "h", probe);
            return compute(*prepare(pushed), pushed.gain)->stepLoss;
        };
        Matrix squares = Matrix::Zero(steps, steps);
        for (int t = 1; t <= steps; ++t)
            for (int entry = 0; entry < 3; ++entry) {
                const StepSeries up = losses(t, entry, push);
                const StepSeries down = losses(t, entry, -push);
                for (int s = 1; s <= steps; ++s)
                    squares(s - 1, t - 1) += std::pow((*up[s - 1] - *down[s - 1]) / (2 * push), 2);
            }
        QVERIFY((triangle - squares.cwiseSqrt()).cwiseAbs().maxCoeff() < 1e-8);
    }

    void theFutureOwesNothing()
    {
        const Run run(experiment("elman", 5));
        const Matrix triangle = itemisedGradientNorms(*run.trace, *run.prepared->loss, run.node("h"));
        for (int s = 1; s <= 5; ++s)
            for (int t = 1; t <= 5; ++t)
                QCOMPARE(triangle(s - 1, t - 1) == 0, t > s);
    }

    void squaredErrorAndSomeStepsOnly()
    {
        Json json = experiment("elman", 6);
        json["circuit"]["spans"] = {{"o", {{"last", 3}}}};
        json["loss"]
            = {{"kind", "squared-error"}, {"source", "o"}, {"at", {{"last", 2}}}, {"targets", numbers(2, 3, 4)}};
        const Run run(json);
        const Matrix ofH = itemisedGradientNorms(*run.trace, *run.prepared->loss, run.node("h"));
        const Matrix ofO = itemisedGradientNorms(*run.trace, *run.prepared->loss, run.node("o"));
        for (int s = 1; s <= 6; ++s)
            for (int t = 1; t <= 6; ++t) {
                QCOMPARE(std::isnan(ofH(s - 1, t - 1)), s < 5);
                QCOMPARE(std::isnan(ofO(s - 1, t - 1)), s < 5 || t < 4);
            }
        const NodeTrace &o = run.trace->nodes[run.node("o")];
        const Vector error = o.at(o.value, 6).col(0) - run.prepared->loss->vectors.col(1);
        QVERIFY(close(ofO(5, 5), error.norm(), 1e-14));
    }

    void aStopRequestIsHeeded()
    {
        const Run run(experiment("elman", 5));
        std::stop_source source;
        source.request_stop();
        QCOMPARE(itemisedGradientNorms(*run.trace, *run.prepared->loss, run.node("h"), source.get_token()).size(), 0);
    }
};

UNFOLD_GUILESS_TEST(ItemisedGradientTest)
#include "itemised_gradient_test.moc"
