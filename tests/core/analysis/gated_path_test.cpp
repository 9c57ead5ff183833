// The straight way through gated cells: products of gates, by hand and as the derivative with all else held.
#include "core/analysis/gated_path.h"

#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;
using namespace unfold::test;

namespace {

Json experiment(const char *name, double gain = 1)
{
    return {{"circuit", {{"name", name}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}}}},
        {"sequence", {{"x", numbers(8, 2, 9)}}}, {"gain", gain},
        {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", "last"}, {"targets", {1}}}}};
}

} // namespace

class GatedPathTest : public QObject
{
    Q_OBJECT

private slots:
    void anLstmCarriesByItsForgetGates()
    {
        const Run run(experiment("lstm"));
        const int s = run.node("s"), f = run.node("f");
        QCOMPARE(gatedPathOf(*run.trace->program, s)->gate, f);
        const StepSeries gatedPath = gatedPathNorms(*run.trace, s, 8);
        const NodeTrace &state = run.trace->nodes[size_t(s)];
        const NodeTrace &forget = run.trace->nodes[size_t(f)];
        Vector expected = state.at(state.gradient, 8).col(0);
        for (int step = 8; step >= 1; --step) {
            QVERIFY(std::abs(*gatedPath[size_t(step - 1)] - expected.norm()) <= 1e-14 * expected.norm());
            expected.array() *= forget.at(forget.value, step).col(0).array();
        }
    }

    /// With recurrent matrices of 0 nothing else leads back, and the straight way is the whole gradient.
    void withoutRecurrentMatricesItIsTheWholeGradient_data()
    {
        QTest::addColumn<QByteArray>("circuit");
        QTest::addColumn<QByteArray>("node");
        QTest::newRow("lstm") << QByteArray("lstm") << QByteArray("s");
        QTest::newRow("gru") << QByteArray("gru") << QByteArray("h");
        QTest::newRow("gru-reset-before") << QByteArray("gru-reset-before") << QByteArray("h");
    }
    void withoutRecurrentMatricesItIsTheWholeGradient()
    {
        QFETCH(QByteArray, circuit);
        QFETCH(QByteArray, node);
        const Run run(experiment(circuit, 0));
        const StepSeries gatedPath = gatedPathNorms(*run.trace, run.node(node.toStdString()), 8);
        const StepSeries whole = gradientNorms(*run.trace, run.node(node.toStdString()));
        for (size_t t = 0; t < 8; ++t)
            QVERIFY2(std::abs(*gatedPath[t] - *whole[t]) <= 1e-13 * *whole[t], qPrintable(QString::number(t + 1)));
    }

    void theReadingHoldsIt()
    {
        const Run run(experiment("lstm"));
        const GradientReport report
            = reportGradient(*run.prepared, run.experiment.gain, GradientOf::AllSteps, *run.trace, run.node("s"));
        QCOMPARE(report.pathGate, run.node("f"));
        QCOMPARE(*report.gatedPath[7], *report.norm[7]);
        QVERIFY(*report.gatedPath[0] != *report.norm[0]); // the gates are a way as well
    }

    void aCircuitWithoutGatesHasNone()
    {
        const Run run(experiment("elman"));
        QVERIFY(!gatedPathOf(*run.trace->program, run.node("h")));
        const GradientReport report
            = reportGradient(*run.prepared, run.experiment.gain, GradientOf::AllSteps, *run.trace, run.node("h"));
        QCOMPARE(report.pathGate, -1);
        QVERIFY(report.gatedPath.empty());
    }
};

UNFOLD_GUILESS_TEST(GatedPathTest)
#include "gated_path_test.moc"
