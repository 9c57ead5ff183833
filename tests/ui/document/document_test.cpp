#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {
double normAt(const Document &document, int step)
{
    return document.result()->report.norm.at(static_cast<size_t>(step - 1)).value();
}
} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void startsWithEverythingToBeSeen()
    {
        const Document document(test::scalar(5, 1));
        QCOMPARE(document.cursor().pass, Pass::Backward);
        QCOMPARE(document.cursor().step, 1);
        QCOMPARE(document.timeWindow(), TimeWindow::all(5));
        QVERIFY(!document.computing());
    }

    void gainChangesTheGradient()
    {
        Document document(test::scalar(5, 1));
        QSignalSpy results(&document, &Document::resultChanged);
        QVERIFY(document.setGain(0.5));
        QCOMPARE(results.count(), 1);
        QCOMPARE(normAt(document, 1) / normAt(document, 5), std::pow(0.5, 4));
        QVERIFY(document.setGain(2));
        QCOMPARE(normAt(document, 1) / normAt(document, 5), 16.0);
    }

    void draggedGainIsOneUndoStep()
    {
        Document document(test::scalar(5, 1));
        for (double gain : {0.9, 0.8, 0.7})
            document.setGain(gain);
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("gain 0.7"));
        document.undoStack()->undo();
        QCOMPARE(document.experiment().gain, 1.0);
        QCOMPARE(normAt(document, 1), normAt(document, 5));
        document.undoStack()->redo();
        QCOMPARE(document.experiment().gain, 0.7);
    }

    void impossibleChangeLeavesEverythingAsItWas()
    {
        Document document(test::scalar(5, 1));
        QSignalSpy refused(&document, &Document::refused);
        QSignalSpy changed(&document, &Document::experimentChanged);
        Experiment bad = document.experiment();
        bad.loss->source = "nobody";
        QVERIFY(!document.change(bad, QStringLiteral("bad")));
        QVERIFY(!document.open(bad));
        QVERIFY(!document.setGain(std::numeric_limits<double>::quiet_NaN()));
        QCOMPARE(refused.count(), 3);
        QVERIFY(refused.first().first().toString().contains(QStringLiteral("nobody")));
        QCOMPARE(changed.count(), 0);
        QVERIFY(document.experiment() == test::scalar(5, 1));
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void cursorStaysInsideTheSequence()
    {
        Document document(test::scalar(5, 1));
        document.setStep(99);
        QCOMPARE(document.cursor().step, 5);
        document.setStep(-3);
        QCOMPARE(document.cursor().step, 1);
        document.setTimeWindow({0.5, 2.5});
        document.setStep(4);
        QCOMPARE(document.timeWindow(), (TimeWindow{2.5, 4.5}));
    }

    void withoutALossThereIsNoBackwardPass()
    {
        Experiment lossless = test::scalar(5, 1);
        lossless.loss.reset();
        Document document(lossless);
        QSignalSpy refused(&document, &Document::refused);
        QCOMPARE(document.cursor().pass, Pass::Forward);
        document.setPass(Pass::Backward);
        QCOMPARE(document.cursor().pass, Pass::Forward);
        QCOMPARE(refused.count(), 1);
    }

    void longRunsComeBackByThemselves()
    {
        Experiment large = test::scalar(1000, 1);
        large = withHiddenSize(large, 128);
        Document document(large);
        QSignalSpy results(&document, &Document::resultChanged);
        document.setGain(0.25);
        QVERIFY(document.computing());
        QCOMPARE(results.count(), 0);
        document.setGain(0.5);
        QTRY_VERIFY(!document.computing());
        QCOMPARE(document.result()->experiment.gain, 0.5);
    }

    void subnormalProductsAreNotWaitedFor()
    {
        Document document(withHiddenSize(test::scalar(40, 1), 96));
        document.setGain(0.5);
        QVERIFY(!document.computing());
        document.setGain(1e-320);
        QVERIFY(document.computing());
        QTRY_VERIFY(!document.computing());
        QCOMPARE(document.result()->experiment.gain, 1e-320);
        document.setGain(0); // exactly nothing is as quick as any
        QVERIFY(!document.computing());
    }

    void jacobianIsThereWhenItIsWanted()
    {
        Document document(test::scalar(5, 1));
        document.setGain(0.5);
        QVERIFY(document.jacobianNorms().empty());
        document.wantJacobian(true);
        QTRY_COMPARE(document.jacobianNorms().size(), size_t(5));
        QCOMPARE(document.jacobianNorms().front().value(), std::pow(0.5, 4));
    }

    void whatIsTouchedOrOpenedExistsWhenTheResultIsShown()
    {
        Document document(test::scalar(9, 1));
        document.select(ElementRef::ofNode(0, 9));
        document.setHover(ElementRef::ofNode(0, 9));
        QCOMPARE(document.cursor().selection.step, 9);
        int shown = 0;
        connect(&document, &Document::resultChanged, &document, [&] {
            ++shown;
            QVERIFY(document.cursor().selection.step <= document.result()->steps());
            QVERIFY(document.hover().step <= document.result()->steps());
        });
        QSignalSpy hover(&document, &Document::hoverChanged);
        QVERIFY(document.change(test::scalar(5, 1), QStringLiteral("steps")));
        QVERIFY(document.cursor().selection == ElementRef());
        QVERIFY(document.hover() == ElementRef());
        QCOMPARE(hover.count(), 1);
        document.select(ElementRef::ofNode(0, 5));
        QVERIFY(document.open(test::scalar(3, 1)));
        QVERIFY(document.cursor().selection == ElementRef());
        QCOMPARE(shown, 2);
    }

    void whatDoesNotExistCannotBeTouchedOrOpened()
    {
        Document document(test::scalar(5, 1));
        for (const ElementRef &stranger : {ElementRef::ofNode(7), ElementRef::ofNode(0, 7), ElementRef::ofNode(0, 1, 7),
                 ElementRef::ofEdge(0, 7), ElementRef::ofLoss(7), ElementRef::ofParameter("Q")}) {
            document.select(stranger);
            QVERIFY(document.cursor().selection == ElementRef());
            document.setHover(stranger);
            QVERIFY(document.hover() == ElementRef());
        }
    }

    void openingForgetsTheOldView()
    {
        Document document(test::scalar(5, 1));
        document.setGain(0.5);
        document.setStep(3);
        QVERIFY(document.open(test::scalar(9, 1)));
        QCOMPARE(document.undoStack()->count(), 0);
        QCOMPARE(document.cursor().step, 1);
        QCOMPARE(document.timeWindow(), TimeWindow::all(9));
        QCOMPARE(document.experiment().gain, 1.0);
    }
};

UNFOLD_GUILESS_TEST(DocumentTest)
#include "document_test.moc"
