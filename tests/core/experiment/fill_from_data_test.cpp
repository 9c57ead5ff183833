// A written file that only says where its sequence comes from.
#include "core/experiment/fill_from_data.h"

#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/run/compute.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// An experiment file with these keys besides the format.
Experiment read(const char *keys)
{
    const ReadExperiment read
        = readExperiment(std::string(R"({"format": "unfold-experiment", "version": 1, )") + keys + "}");
    if (!read.warnings.empty())
        throw InputError({}, "warned: " + read.warnings.front(), {});
    return read.experiment;
}

QByteArray refusal(const char *keys)
{
    try {
        read(keys);
        return "accepted";
    } catch (const InputError &error) {
        return error.what();
    }
}

#define TEXT R"("data": {"kind": "text", "text": "to be or"})"
#define LOSS R"("loss": {"kind": "cross-entropy", "source": "o")"

} // namespace

class FillFromDataTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextMakesSequenceSizesAndTargets()
    {
        const Experiment e = read(R"("circuit": {"name": "elman", "sizes": {"h": 3}}, )" LOSS "}, " TEXT);
        const Matrix &x = e.sequence.at("x");
        QCOMPARE(x.rows(), 6); // t o ␣ b e r
        QCOMPARE(x.cols(), 7);
        QVERIFY(x.colwise().sum().isOnes()); // one-hot, and not zeros below letters
        QCOMPARE(e.loss->classes, (std::vector<int>{1, 2, 3, 4, 2, 1, 5}));
        QVERIFY(compute(*prepare(e), 1)->hasGradient);
        QVERIFY(readExperiment(writeExperiment(e)).experiment == e);
    }

    void whatIsWrittenStays()
    {
        const Experiment e = read(R"("circuit": {"name": "elman", "sizes": {"x": 6, "h": 1, "o": 6}}, "steps": 4,
            "parameters": {"W": [[0.5]]}, "initial": {"h": [2]}, )" LOSS R"(, "targets": [0, 0, 0, 0]}, )" TEXT);
        QCOMPARE(e.sequence.at("x").cols(), 4);
        QCOMPARE(e.loss->classes, (std::vector<int>{0, 0, 0, 0}));
        QCOMPARE(e.parameters.at("W")(0, 0), 0.5);
        QCOMPARE(e.initial.at("h")(0), 2.0);
    }

    void theLossMayBeTakenAtTheEnd()
    {
        const Experiment e
            = read(R"("circuit": {"name": "elman", "spans": {"o": "last"}}, )" LOSS R"(, "at": "last"}, )" TEXT);
        QCOMPARE(e.loss->classes, std::vector<int>{5});
    }

    void withoutALossThereAreNoTargets() { QVERIFY(!read(R"("circuit": {"name": "elman"}, )" TEXT).loss); }

    void otherDataMakesItToo()
    {
        const Experiment series
            = read(R"("circuit": {"name": "elman"}, "loss": {"kind": "squared-error", "source": "o"},
            "data": {"kind": "series", "values": [1, 2, 4, 8], "standardised": false})");
        QCOMPARE(series.sequence.at("x"), (Matrix(1, 3) << 1, 2, 4).finished());
        QCOMPARE(series.loss->vectors, (Matrix(1, 3) << 2, 4, 8).finished());
        const Experiment random
            = read(R"("circuit": {"name": "driven"}, "steps": 5, "data": {"kind": "random", "seed": 3})");
        QVERIFY(random.sequence.at("x").cwiseAbs().minCoeff() > 0);
    }

    /// Numbers that are written are the sequence, whatever the data says.
    void aWrittenSequenceIsKept()
    {
        const Experiment e
            = read(R"("circuit": {"name": "driven", "sizes": {"x": 1, "h": 1}}, "sequence": {"x": [[7], [8]]},
            "data": {"kind": "series", "values": [1, 2, 4]})");
        QCOMPARE(e.sequence.at("x"), (Matrix(1, 2) << 7, 8).finished());
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *place, const char *keys) {
            QTest::newRow(place) << QByteArray(keys) << QByteArray(place);
        };
        row("data: ", R"("circuit": {"name": "elman", "sizes": {"x": 4}}, )" TEXT);
        row("loss.kind: ", R"("circuit": {"name": "elman"}, "loss": {"kind": "squared-error", "source": "o"}, )" TEXT);
        row("loss.targets: ",
            R"("circuit": {"name": "elman"}, "loss": {"kind": "cross-entropy", "source": "h"}, )" TEXT);
        row("steps: ", R"("circuit": {"name": "elman"}, "steps": 8, )" TEXT);
        row("steps: the number of steps is missing", R"("circuit": {"name": "elman"}, "data": {"kind": "random"})");
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QByteArray, place);
        const QByteArray said = refusal(keys.constData());
        QVERIFY2(said.startsWith(place), said.constData());
    }
};

UNFOLD_GUILESS_TEST(FillFromDataTest)
#include "fill_from_data_test.moc"
