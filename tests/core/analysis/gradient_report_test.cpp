// The report of a trace: which node, which guides, which factors.
#include "core/analysis/gradient_report.h"
#include "core/analysis/norms.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
Json experiment(const char *name, const Json &at = "every", int count = 8)
{
    std::vector<int> targets(static_cast<std::size_t>(count), 1);
    return {{"circuit", {{"name", name}, {"sizes", {{"x", 2}, {"h", 3}, {"o", 3}}}}},
        {"sequence", {{"x", numbers(8, 2, 9)}}}, {"gain", 0.9},
        {"loss", {{"kind", "cross-entropy"}, {"source", "o"}, {"at", at}, {"targets", targets}}}};
}

GradientReport readingOf(const Run &run, const char *node, GradientOf shown = GradientOf::AllSteps)
{
    return reportGradient(*run.prepared, run.experiment.gain, shown, *run.trace, run.node(node));
}

int present(const StepSeries &series)
{
    return static_cast<int>(
        std::count_if(series.begin(), series.end(), [](const auto &entry) { return entry.has_value(); }));
}
} // namespace

class GradientReportTest : public QObject
{
    Q_OBJECT

private slots:
    void theNodeToWatch_data()
    {
        QTest::addColumn<QByteArray>("circuit");
        QTest::addColumn<QByteArray>("node");
        QTest::newRow("elman") << QByteArray("elman") << QByteArray("h");
        QTest::newRow("feed-forward") << QByteArray("feed-forward") << QByteArray("h");
        QTest::newRow("bidirectional") << QByteArray("bidirectional") << QByteArray("h");
        QTest::newRow("jordan") << QByteArray("jordan") << QByteArray("h");
    }

    void theNodeToWatch()
    {
        QFETCH(QByteArray, circuit);
        QFETCH(QByteArray, node);
        const Run run(experiment(circuit));
        QCOMPARE(defaultPlottedNode(run.trace->circuit()), run.node(node.toStdString()));
    }

    void withoutAStateTheFirstComputedNode()
    {
        Circuit circuit = makeCircuit("feed-forward", {});
        for (Node &node : circuit.nodes)
            if (node.role == Role::State)
                node.role = Role::Inner;
        QCOMPARE(circuit.nodes[defaultPlottedNode(circuit)].name, std::string("h"));
    }

    void bothLossesAreThere()
    {
        const Run total(experiment("elman"));
        const Run last(experiment("elman"), GradientOf::LastStep);
        const GradientReport ofTotal = readingOf(total, "h");
        const GradientReport ofLast = readingOf(last, "h", GradientOf::LastStep);
        QVERIFY(ofTotal.severalLosses && ofLast.severalLosses);
        QVERIFY(ofTotal.shown == GradientOf::AllSteps && ofLast.shown == GradientOf::LastStep);
        QVERIFY(ofTotal.norm == ofLast.otherNorm);
        QVERIFY(ofLast.norm == ofTotal.otherNorm);
        QVERIFY(ofLast.norm != ofTotal.norm);
    }

    void oneLossHasNoOther()
    {
        const GradientReport report = readingOf(Run(experiment("elman", "last", 1)), "h");
        QVERIFY(!report.severalLosses);
        QVERIFY(report.otherNorm.empty());
    }

    void guidesStartWhereTheGradientEnters()
    {
        const Run run(experiment("elman", {{"first", 5}}, 5));
        const GradientReport report = readingOf(run, "h");
        QCOMPARE(*report.bound[4], *report.norm[4]);
        QCOMPARE(*report.radiusGuide[4], *report.norm[4]);
        QVERIFY(!report.bound[5] && !report.radiusGuide[5]);
        for (int step = 1; step <= 5; ++step) {
            QVERIFY(close(*report.bound[step - 1],
                *report.norm[4] * std::pow(report.gamma * report.spectrum.sigmaMax, 5 - step), 1e-14));
            QVERIFY(close(
                *report.radiusGuide[step - 1], *report.norm[4] * std::pow(*report.spectrum.radius, 5 - step), 1e-14));
        }
    }

    void guidesRunIntoTheFutureWhereTheLoopDoes()
    {
        const Run run(experiment("bidirectional", "first", 1));
        const GradientReport report = readingOf(run, "g");
        QCOMPARE(report.recurrent, indexOf(run.trace->program->parameters, "W_g"));
        QCOMPARE(*report.bound[0], *report.norm[0]);
        for (int step = 1; step <= 8; ++step)
            QVERIFY(*report.norm[step - 1] <= *report.bound[step - 1] * (1 + 1e-12));
        QVERIFY(!report.slopeFactor[0]);
        QVERIFY(report.slopeFactor[7]);
    }

    void aGuideSurvivesAPowerThatDoesNot()
    {
        Json json = experiment("elman", "last", 1);
        json["circuit"]["activation"] = "identity";
        json["gain"] = 1e-3;
        json["sequence"]["x"] = numbers(106, 2, 9);
        const GradientReport report = readingOf(Run(json), "h");
        QVERIFY(*report.bound[1] > 0); // 1e-312
        QVERIFY(close(*report.bound[3], *report.norm[3], 1e-9));
    }

    void aSecondNodeOnTheLoopHasNoSimpleBound()
    {
        const Run run(experiment("jordan", "last", 1));
        const GradientReport report = readingOf(run, "h");
        QCOMPARE(report.recurrent, indexOf(run.trace->program->parameters, "W"));
        QCOMPARE(present(report.bound), 0);
        QCOMPARE(present(report.slopeFactor), 0);
        QVERIFY(!report.mean.slope && !report.mean.matrix);
        QVERIFY(close(*report.mean.both, std::pow(*report.norm[0] / *report.norm[7], 1.0 / 7), 1e-13));
    }

    void delayTwoHalvesThePower()
    {
        const Run run({{"gain", 0.8}, {"sequence", {{"x", numbers(9, 2, 4)}}},
            {"loss", {{"kind", "squared-error"}, {"source", "h"}, {"at", "last"}, {"targets", numbers(1, 3, 1)}}},
            {"circuit",
                {{"nodes",
                    {{{"name", "x"}, {"role", "input"}, {"size", 2}},
                        {{"name", "h"}, {"size", 3}, {"activation", "tanh"},
                            {"terms",
                                {{{"parameter", "W"}, {"source", "h"}, {"delay", 2}},
                                    {{"parameter", "U"}, {"source", "x"}}}}}}}}}});
        const GradientReport report = readingOf(run, "h");
        QVERIFY(close(*report.bound[0], *report.norm[8] * std::pow(0.8 * report.spectrum.sigmaMax / 0.8, 4), 1e-12));
        QVERIFY(*report.norm[0] <= *report.bound[0]);
        QCOMPARE(*report.norm[7], 0.0);
        QVERIFY(close(std::pow(*report.mean.both, 4), *report.norm[0] / *report.norm[8], 1e-12));
    }

    void theSlopeOfSigmoidIsAQuarterAtMost()
    {
        Json json = experiment("elman", "last", 1);
        json["circuit"]["activation"] = "sigmoid";
        const GradientReport report = readingOf(Run(json), "h");
        QCOMPARE(report.gamma, 0.25);
        QVERIFY(*report.mean.slope <= 0.25);
    }

    void theSpectrumIsThatOfTheMatrixAsUsed()
    {
        const Run run(experiment("elman"));
        const GradientReport report = readingOf(run, "h");
        const Spectrum expected = spectrumOf(run.trace->parameters[report.recurrent]);
        QVERIFY(close(*report.spectrum.radius, *expected.radius, 1e-12));
        QVERIFY(close(report.spectrum.sigmaMax, expected.sigmaMax, 1e-12));
    }

    void withoutALossNothingIsRead()
    {
        Json json = experiment("elman");
        json.erase("loss");
        const GradientReport report = readingOf(Run(json), "h");
        QCOMPARE(present(report.norm), 0);
        QCOMPARE(present(report.bound), 0);
        QVERIFY(!report.mean.both && !report.severalLosses);
        QCOMPARE(report.bound.size(), std::size_t(8));
    }
};

UNFOLD_GUILESS_TEST(GradientReportTest)
#include "gradient_report_test.moc"
