// Files of every version open for ever, with the numbers that were written into them.
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <limits>

using namespace unfold;

namespace {

ReadExperiment kept(const char *name)
{
    QFile file(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/file/kept/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is gone", name);
    return readExperiment(file.readAll().toStdString());
}

Experiment namedInVersion1()
{
    Experiment e;
    e.title = "kept: a circuit by name";
    e.note = "Written by version 1.";
    e.circuit
        = NamedCircuit{"elman", {{"x", 1}, {"h", 2}, {"o", 2}}, Activation::Sigmoid, {{"o", {Span::Kind::Last, 2}}}, 1};
    e.steps = 3;
    e.initialisation = {Recipe::Gaussian, std::numeric_limits<std::uint64_t>::max(), ScaledBy::LargestSingularValue};
    e.gain = 1.1000000000000003;
    e.loss = Loss{LossKind::SquaredError, "o", {Span::Kind::Last, 2}, {},
        (Matrix(2, 2) << 0.1, std::numeric_limits<double>::max(), -1e-308, 0).finished()};
    e.sequence["x"] = (Matrix(1, 3) << 1.0 / 3, -2, std::numeric_limits<double>::denorm_min()).finished();
    e.initial["h"] = (Vector(2) << 0.25, -0.75).finished();
    e.parameters["W"] = (Matrix(2, 2) << 0.1, 0.2, 0.3, -0.4).finished();
    e.parameters["b"] = (Matrix(2, 1) << 1, -1).finished();
    e.data = {SeriesSource{"three years", {"1700", "1701", "1702"}, {5, 11.5, -16}, false}, 0.5};
    return e;
}

} // namespace

class KeptFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void version1WithANamedCircuit()
    {
        const ReadExperiment read = kept("version-1-named.unfold");
        QVERIFY2(read.warnings.empty(), read.warnings.empty() ? "" : read.warnings.front().c_str());
        QVERIFY(read.experiment == namedInVersion1());
        const ViewState view{2, true, ViewWindow{1.5, 3.5}, "h", GradientOf::AllSteps,
            ViewElement{ViewElement::Kind::Node, "h", 2, 1, -1, false}, std::nullopt};
        QVERIFY(read.view == view);
    }

    /// h(1) = 1 + 1 − 1 + ½, h(2) = 1 + ¾ − 1 + ¾, h(3) = 1 + ¾ − ¾ + 1½, o = 3 h(3), L = ½ o².
    void version1WithACircuitWrittenOut()
    {
        const ReadExperiment read = kept("version-1-written-out.unfold");
        QVERIFY2(read.warnings.empty(), read.warnings.empty() ? "" : read.warnings.front().c_str());
        const auto trace = compute(*prepare(read.experiment), read.experiment.gain);
        QCOMPARE(trace->nodes[1].value(0, trace->nodes[1].value.cols() - 3), 1.5);
        QCOMPARE(trace->nodes[1].value(0, trace->nodes[1].value.cols() - 2), 1.5);
        QCOMPARE(trace->nodes[1].value(0, trace->nodes[1].value.cols() - 1), 2.5);
        QCOMPARE(trace->totalLoss, 0.5 * 7.5 * 7.5);
    }

    void everyKeptFileOpens()
    {
        const QDir dir(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/file/kept"));
        const QStringList names = dir.entryList({QStringLiteral("*.unfold")}, QDir::Files);
        QVERIFY(names.size() >= 2);
        for (const QString &name : names) {
            const ReadExperiment read = kept(qPrintable(name));
            QVERIFY2(read.warnings.empty(), qPrintable(name));
            // What is saved from it now opens as the same.
            const ReadExperiment again = readExperiment(writeExperiment(read.experiment, read.view));
            QVERIFY(again.experiment == read.experiment);
            QVERIFY(again.view == read.view);
        }
    }
};

UNFOLD_GUILESS_TEST(KeptFilesTest)
#include "kept_files_test.moc"
