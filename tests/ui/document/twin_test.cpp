// The twin follows, is looked at alike, and comes and goes by undo.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/document/open_file.h"
#include "ui/document/twin.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

namespace {

StepSeries normOf(const Experiment &experiment, GradientOf of, const std::string &node)
{
    const auto prepared = prepare(experiment);
    const auto trace = compute(*prepared, experiment.gain, of);
    return reportGradient(*prepared, experiment.gain, of, *trace, trace->circuit().indexOf(node)).norm;
}

} // namespace

class TwinTest : public QObject
{
    Q_OBJECT

private slots:
    void itsNumbersAreThoseOfItsExperimentAlone()
    {
        for (const TwinPreset preset : {TwinPreset::RnnAndLstm, TwinPreset::GainBelowAndAbove,
                 TwinPreset::OrthogonalAndGaussian, TwinPreset::TanhAndRelu}) {
            Document document(test::elmanOver(8));
            document.twin()->start(preset);
            const auto result = document.twin()->result();
            QVERIFY(result);
            const Circuit &circuit = result->circuit();
            const std::string node = circuit.nodes[static_cast<size_t>(result->report.node)].name;
            QVERIFY(result->report.norm
                == normOf(twinsOf(test::elmanOver(8), preset).twin.experiment, document.gradientOf(), node));
            QVERIFY(result->report.norm != document.result()->report.norm);
        }
    }

    void theLinkedGainMovesBoth()
    {
        Document document(test::elmanOver(8));
        document.twin()->start(TwinPreset::RnnAndLstm);
        document.setGain(0.6);
        QCOMPARE(document.twin()->result()->experiment.gain, 0.6);
        document.twin()->setLinked(Link::Gain, false);
        document.setGain(1.4);
        QCOMPARE(document.experiment().gain, 1.4);
        QCOMPARE(document.twin()->result()->experiment.gain, 0.6);
        document.twin()->setLinked(Link::Gain, true);
        QCOMPARE(document.twin()->result()->experiment.gain, 1.4);
    }

    /// Who shows both works once for a change: told by the first where that changes as well, else by the twin.
    void oneChangeIsToldOnce()
    {
        Document document(test::elmanOver(8));
        Twin *twin = document.twin();
        int byFirst = 0;
        QSignalSpy byTwin(twin, &Twin::resultChanged);
        std::vector<double> gains;
        connect(&document, &Document::resultChanged, this, [&] {
            ++byFirst;
            if (twin->result())
                gains.push_back(twin->result()->experiment.gain);
        });
        const auto told = [&] { return std::pair(byFirst, static_cast<int>(byTwin.count())); };
        twin->startCopy(); // the first stays what it is
        QCOMPARE(told(), std::pair(0, 1));
        document.setGain(0.6);
        QCOMPARE(told(), std::pair(1, 1));
        QCOMPARE(gains, std::vector{0.6}); // both are there when it is told
        twin->setLinked(Link::Gain, false);
        QCOMPARE(byFirst, 1);
        const int before = told().second;
        document.setGain(0.7);
        QCOMPARE(told(), std::pair(2, before));
        twin->setLinked(Link::Gain, true);
        QCOMPARE(told(), std::pair(2, before + 1));
        QCOMPARE(twin->result()->experiment.gain, 0.7);
        twin->remove();
        QCOMPARE(told(), std::pair(2, before + 2));
        QVERIFY(!twin->result());
    }

    void bothAreLookedAtAlike()
    {
        Document document(test::elmanOver(8));
        document.twin()->start(TwinPreset::RnnAndLstm);
        Document *other = document.twin()->document();
        document.setPass(Pass::Backward);
        document.setStep(5);
        document.setTimeWindow({2.5, 7.5});
        QCOMPARE(other->cursor().step, 5);
        QVERIFY(other->cursor().pass == Pass::Backward);
        QVERIFY(other->timeWindow() == document.timeWindow());
        other->setStep(3);
        QCOMPARE(document.cursor().step, 3);
        document.setGradientOf(GradientOf::AllSteps);
        QVERIFY(other->gradientOf() == GradientOf::AllSteps);
        document.change(withSteps(document.experiment(), 12), QStringLiteral("steps"));
        QCOMPARE(other->result()->steps(), 12);
        QVERIFY(other->timeWindow() == document.timeWindow());
    }

    void undoTakesItBackExactly()
    {
        Document document(test::elmanOver(8));
        const Experiment before = document.experiment();
        document.twin()->start(TwinPreset::GainBelowAndAbove);
        const auto setup = document.twin()->setup();
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("twins: gain 0.9 and 1.1"));
        document.change(withHiddenSize(document.experiment(), 5), QStringLiteral("size"));
        QVERIFY(document.twin()->setup() != setup);
        document.undoStack()->undo();
        QVERIFY(document.twin()->setup() == setup);
        document.undoStack()->undo();
        QVERIFY(!document.twin()->setup());
        QVERIFY(!document.twin()->result());
        QVERIFY(document.experiment() == before);
        document.undoStack()->redo();
        QVERIFY(document.twin()->setup() == setup);
        QCOMPARE(document.twin()->result()->experiment.gain, 1.1);
    }

    void swappedTwiceIsAsBefore()
    {
        Document document(test::elmanOver(8));
        Twin *twin = document.twin();
        twin->start(TwinPreset::RnnAndLstm);
        const Experiment first = document.experiment();
        const auto setup = twin->setup();
        twin->swap();
        QVERIFY(document.experiment() == setup->experiment);
        QVERIFY(twin->setup()->experiment == first);
        QCOMPARE(twin->name(), QStringLiteral("RNN"));
        twin->swap();
        QVERIFY(document.experiment() == first);
        QVERIFY(twin->setup() == setup);
    }

    void whatItCannotFollowIsNotShownUntilTheLinkIsClosed()
    {
        Document document(test::elmanOver(8));
        Twin *twin = document.twin();
        twin->startCopy();
        twin->setLinked(Link::Data, false);
        document.change(withData(document.experiment(), {TextSource{"abcabcabca", {}}, 1}), QStringLiteral("text"));
        QVERIFY(twin->result());
        const DataSource textOfTwo{TextSource{"ab", {}}, 1};
        TwinExperiment shorter = *twin->setup();
        shorter.experiment.data = textOfTwo;
        document.changeTwins(document.experiment(), unfold::following(document.experiment(), shorter), QString());
        QVERIFY(!twin->result());
        QVERIFY(twin->fault().contains(QStringLiteral("the data gives 1 step")));
        QSignalSpy refused(&document, &Document::refused);
        twin->setLinked(Link::Seed, false);
        twin->setLinked(Link::Seed, true); // this does not help it
        QCOMPARE(refused.count(), 1);
        QVERIFY(twin->setup()->links.count(Link::Seed) == 0);
        twin->setLinked(Link::Data, true);
        QVERIFY(twin->result());
        QVERIFY(twin->setup()->experiment.data == document.experiment().data);
    }

    void removedWhileItComputes()
    {
        Experiment heavy = withHiddenSize(test::elmanOver(400), 200); // more than a frame has time for
        auto document = std::make_unique<Document>(heavy);
        document->twin()->start(TwinPreset::GainBelowAndAbove);
        QPointer<Document> other = document->twin()->document();
        document->setGain(0.8);
        document->twin()->setLinked(Link::Gain, true);
        QVERIFY(other->computing());
        document->twin()->remove();
        QVERIFY(!document->twin()->document());
        QVERIFY(!document->twin()->result());
        QTRY_VERIFY(!other);
        QTRY_VERIFY(!document->computing());
        QCOMPARE(document->result()->experiment.gain, 0.8);
    }

    void itIsSavedAndOpenedWithTheFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("twins.unfold"));
        Document document(test::elmanOver(8));
        OpenFile file(&document);
        document.twin()->start(TwinPreset::RnnAndLstm);
        QVERIFY(file.isModified());
        file.save(path);
        QVERIFY(!file.isModified());
        Document again(test::elmanOver(3));
        OpenFile other(&again);
        QVERIFY(other.open(loadExperiment(path), path));
        QVERIFY(again.twin()->setup() == document.twin()->setup());
        QVERIFY(again.twin()->result()->report.norm == document.twin()->result()->report.norm);
        QVERIFY(other.openScene(test::elmanOver(4)));
        QVERIFY(!again.twin()->setup());
    }
};

UNFOLD_TEST(TwinTest)
#include "twin_test.moc"
