// The prepared experiments in resources/scenes: that they open, and that what their notes promise is so.
#include "core/analysis/gradient_report.h"
#include "core/analysis/jacobian.h"
#include "core/circuit/unfold.h"
#include "core/experiment/edit.h"
#include "core/experiment/leaked_target.h"
#include "tests/core/analysis/support.h"
#include "tests/support/test_program.h"

#include <Eigen/LU>
#include <QDir>
#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
const QDir folder(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/scenes"));

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ReadExperiment opened(const QString &name)
{
    return readExperiment(contentsOf(folder.filePath(name)).toStdString());
}

/// The scene whose file name begins with this number.
Experiment scene(int number)
{
    const QStringList files = folder.entryList({QStringLiteral("%1-*.unfold").arg(number, 2, 10, QLatin1Char('0'))});
    return files.size() == 1 ? opened(files.first()).experiment : Experiment();
}

GradientReport reportAt(const Experiment &experiment, double gain, GradientOf shown = GradientOf::AllSteps)
{
    const auto prepared = prepare(experiment);
    const auto trace = compute(*prepared, gain, shown);
    return reportGradient(*prepared, gain, shown, *trace, defaultPlottedNode(trace->circuit()));
}

/// How much of the gradient of the last step is left at the first.
double firstToLast(const Experiment &experiment, double gain, GradientOf shown = GradientOf::AllSteps)
{
    const GradientReport report = reportAt(experiment, gain, shown);
    return *report.norm.front() / *report.norm.back();
}

Experiment withInputScale(const Experiment &experiment, double scale)
{
    DataSource data = experiment.data;
    data.scale = scale;
    return withData(experiment, data);
}
} // namespace

class ScenesTest : public QObject
{
    Q_OBJECT

private slots:
    void eachIsSound_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : folder.entryList({"*.unfold"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file)) << file;
    }

    void eachIsSound()
    {
        QFETCH(QString, file);
        const ReadExperiment read = opened(file);
        QVERIFY2(read.warnings.empty(), read.warnings.empty() ? "" : read.warnings.front().c_str());
        QVERIFY(!read.experiment.title.empty());
        QVERIFY(!read.experiment.note.empty());
        QVERIFY(!leakedTarget(read.experiment)); // no network reads its answer
        const auto trace = compute(*prepare(read.experiment), read.experiment.gain);
        QVERIFY(trace->hasGradient);
        QVERIFY(std::isfinite(trace->totalLoss));
        for (const NodeTrace &node : trace->nodes)
            QVERIFY(node.value.allFinite() && node.gradient.allFinite());
    }

    /// What the controls would make of the data is what stands in the file.
    void itsNumbersAreThoseOfItsData_data() { eachIsSound_data(); }

    void itsNumbersAreThoseOfItsData()
    {
        QFETCH(QString, file);
        const Experiment experiment = opened(file).experiment;
        QVERIFY(withData(experiment, experiment.data) == experiment);
        QVERIFY(readExperiment(writeExperiment(experiment)).experiment == experiment);
    }

    void eachIsInTheProgram_data() { eachIsSound_data(); }

    void eachIsInTheProgram()
    {
        QFETCH(QString, file);
        const QByteArray list = contentsOf(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/unfold.qrc"));
        QVERIFY(list.contains("<file>scenes/" + file.toUtf8() + "</file>"));
    }

    void theFirstVanishesAndExplodes()
    {
        const Experiment first = scene(1);
        QVERIFY(shapeOf(first) == Shape::ManyToOne);
        QCOMPARE(hiddenSizeOf(circuitOf(first)), 8);
        const double half = firstToLast(first, 0.5);
        QVERIFY2(half > 1e-6 && half < 2e-6, qPrintable(QString::number(half))); // almost six decades
        const double near = firstToLast(first, 1.1);
        QVERIFY2(near > 0.5 && near < 2, qPrintable(QString::number(near)));
        QVERIFY(firstToLast(first, 1.5) > 50);
        QVERIFY(firstToLast(first, 1.6) > 100);
        double before = 0;
        for (int k = 1; k <= 34; ++k) { // the slider never turns back
            const double ratio = firstToLast(first, 0.05 * k);
            QVERIFY2(ratio > before, qPrintable(QString::number(0.05 * k)));
            before = ratio;
        }
    }

    void theFirstStartsWhereTheSlopeJustOutweighsW()
    {
        const Experiment first = scene(1);
        QCOMPARE(first.gain, 1.05);
        const GradientReport report = reportAt(first, first.gain);
        QVERIFY(*report.mean.matrix > 1.04 && *report.mean.both < 0.99);
        QVERIFY(*report.mean.slope > 0.9); // far from saturation
    }

    void oneUnitIsThePowerItself()
    {
        for (const int steps : {20, 50}) {
            const Experiment unit = withSteps(scene(2), steps);
            for (const double w : {0.9, 1.0, 1.1, 1.7}) {
                const GradientReport report = reportAt(unit, w);
                double power = 1;
                for (int step = steps; step >= 1; --step) {
                    QVERIFY(*report.norm[static_cast<std::size_t>(step - 1)] == power);
                    power *= w;
                }
            }
        }
    }

    void saturationKillsWhatTheMatrixWouldGrow()
    {
        const Experiment saturated = scene(3);
        QCOMPARE(saturated.gain, 1.2);
        QVERIFY(firstToLast(saturated, 1.2) < 1e-6);
        QVERIFY(firstToLast(withInputScale(saturated, 0.05), 1.2) > 2);
    }

    void theSentenceIsReadCharacterByCharacter()
    {
        QVERIFY(shapeOf(scene(4)) == Shape::ManyToMany);
        const std::vector<std::string> labels = stepLabelsOf(scene(4));
        QCOMPARE(labels.size(), std::size_t(17));
        QCOMPARE(labels[0], std::string("t"));
        QCOMPARE(labels[16], std::string("b"));
    }

    void sunspotsByYear()
    {
        const Experiment sunspots = scene(5);
        const std::vector<std::string> labels = stepLabelsOf(sunspots);
        QCOMPARE(labels.size(), std::size_t(72));
        QCOMPARE(labels.front(), std::string("1700"));
        QVERIFY(std::get<SeriesSource>(sunspots.data.kind).standardised);
        QCOMPARE(std::get<SeriesSource>(sunspots.data.kind).values.size(), std::size_t(289));
    }

    void everyShapeHasAScene()
    {
        QVERIFY(shapeOf(scene(6)) == Shape::OneToOne);
        QVERIFY(shapeOf(scene(7)) == Shape::OneToMany);
        QVERIFY(shapeOf(scene(8)) == Shape::ManyToOne);
        QVERIFY(shapeOf(scene(9)) == Shape::ManyToMany);
        QVERIFY(shapeOf(scene(10)) == Shape::ManyToManyUnequal);
    }

    void aLossAtEveryStepHoldsTheTotalUp()
    {
        const Experiment every = scene(9);
        QCOMPARE(every.gain, 0.6);
        QVERIFY(firstToLast(every, 0.6) > 0.5);
        QVERIFY(firstToLast(every, 0.6, GradientOf::LastStep) < 0.01);
    }

    void theSystemWithoutInputDiesOutOrKeepsMoving()
    {
        const Experiment alone = withSteps(scene(11), 400);
        QVERIFY(!alone.initial.at("s").isZero());
        const auto lastMove = [&](double gain) {
            const auto trace = compute(*prepare(alone), gain);
            const NodeTrace &s = trace->nodes[0];
            return (s.at(s.value, 400) - s.at(s.value, 399)).norm();
        };
        QVERIFY(lastMove(0.8) < 1e-6);
        QVERIFY(lastMove(1.5) > 0.1);
        QVERIFY(firstToLast(alone, 0.8) < 1e-6);
    }

    /// The gradient of an earlier h comes through o alone: it is Vᵀ ∂L/∂o, of rank 2 over all steps.
    void theOutputLoopPassesOnWhatWasSaid()
    {
        const Experiment jordan = scene(13);
        const auto trace = compute(*prepare(jordan), jordan.gain, GradientOf::LastStep);
        const NodeTrace &h = trace->nodes[1];
        Matrix all(8, 11);
        for (int t = 1; t <= 11; ++t)
            all.col(t - 1) = h.at(h.gradient, t).col(0).normalized();
        Eigen::FullPivLU<Matrix> lu(all);
        lu.setThreshold(1e-9);
        QCOMPARE(lu.rank(), Eigen::Index(2));
        QVERIFY(firstToLast(jordan, 1, GradientOf::LastStep) < 1e-4);
    }

    void theLastLossReachesEveryStateFromThePastAndOneFromTheFuture()
    {
        const Experiment both = scene(14);
        QCOMPARE(stepLabelsOf(both), (std::vector<std::string>{"I", "love", "mango", "juice"}));
        QCOMPARE(classNamesOf(both), (std::vector<std::string>{"pronoun", "verb", "noun"}));
        const auto trace = compute(*prepare(both), both.gain, GradientOf::LastStep);
        const int steps = trace->steps();
        for (int t = 1; t <= steps; ++t) {
            const NodeTrace &h = trace->nodes[trace->circuit().indexOf("h")];
            const NodeTrace &g = trace->nodes[trace->circuit().indexOf("g")];
            QVERIFY(!h.at(h.gradient, t).isZero());
            QCOMPARE(g.at(g.gradient, t).isZero(), t < steps);
        }
    }

    void theCellRemembersWhereTheSimpleNetworkForgets()
    {
        const Experiment lstm = scene(15);
        QCOMPARE(stepsOf(lstm, circuitOf(lstm)), 100);
        const auto trace = compute(*prepare(lstm), lstm.gain);
        const NodeTrace &f = trace->nodes[trace->circuit().indexOf("f")];
        for (int t = 1; t <= 100; ++t)
            QVERIFY(f.at(f.value, t).minCoeff() > 0.9); // held open
        const double cell = firstToLast(lstm, lstm.gain);
        QVERIFY2(cell > 0.5 && cell < 1, qPrintable(QString::number(cell))); // neither vanishes nor explodes
        QVERIFY(firstToLast(withCircuit(lstm, "elman"), lstm.gain) < 1e-11);
    }

    void someUnitsAreKeptAndSomeReplaced()
    {
        const Experiment gru = scene(16);
        const auto trace = compute(*prepare(gru), gru.gain);
        const NodeTrace &z = trace->nodes[trace->circuit().indexOf("z")];
        const NodeTrace &h = trace->nodes[trace->circuit().indexOf("h")];
        const int steps = trace->steps();
        double kept = 0, replaced = 0;
        for (int t = 1; t <= steps; ++t) {
            QVERIFY(z.at(z.value, t).topRows(4).minCoeff() > 0.8);
            QVERIFY(z.at(z.value, t).bottomRows(4).maxCoeff() < 0.2);
            if (t > 1) {
                const Matrix move = h.at(h.value, t) - h.at(h.value, t - 1);
                kept += move.topRows(4).norm();
                replaced += move.bottomRows(4).norm();
            }
        }
        QVERIFY(kept < 0.1 * replaced);
        const Matrix first = h.at(h.gradient, 1);
        const Matrix last = h.at(h.gradient, steps);
        QVERIFY(first.topRows(4).norm() > 0.5 * last.topRows(4).norm());
        QVERIFY(first.bottomRows(4).norm() < 0.05 * last.bottomRows(4).norm());
    }

    void theTranslationPassesThroughOneArrow()
    {
        const Experiment translation = scene(17);
        const Circuit circuit = circuitOf(translation);
        QCOMPARE(stepLabelsOf(translation).at(4), std::string("→"));
        const UnrolledGraph graph = unfold::unfold(circuit, stepsOf(translation, circuit));
        int between = 0;
        for (const Edge &edge : graph.edges)
            if (edge.from.step >= 1 && edge.from.step <= 4 && edge.to.step > 4) {
                ++between;
                QVERIFY(edge.from == (Vertex{circuit.indexOf("h"), 4}));
                QVERIFY(edge.to == (Vertex{circuit.indexOf("s"), 5}));
            }
        QCOMPARE(between, 1);
        const Matrix &y = translation.sequence.at("y"); // reads what it should have said one step before
        for (std::size_t t = 1; t < translation.loss->classes.size(); ++t)
            QCOMPARE(y(translation.loss->classes[t - 1], static_cast<Eigen::Index>(t)), 1.0);
    }

    void theDrivenSystemForgets()
    {
        const Experiment driven = scene(12);
        QVERIFY(firstToLast(driven, driven.gain) < 0.2);
    }
};

UNFOLD_GUILESS_TEST(ScenesTest)
#include "scenes_test.moc"
