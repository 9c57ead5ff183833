// Held curves: what is kept, how it is called, and when it goes.
#include "ui/document/held_curves.h"

#include "tests/support/experiments.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace unfold;

namespace {
QString nameOf(const Document &document, size_t index)
{
    return referenceName(document.references()[index], *document.result());
}
} // namespace

class HeldCurvesTest : public QObject
{
    Q_OBJECT

private slots:
    void aHeldCurveStaysAsItWas()
    {
        Document document(test::scalar(20, 1.05));
        const StepSeries norm = document.result()->report.norm;
        QVERIFY(holdCurve(document));
        document.setGain(0.5);
        QCOMPARE(document.references().size(), size_t(1));
        QVERIFY(document.references().front().norm == norm);
        QVERIFY(document.references().front().norm != document.result()->report.norm);
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 1.05"));
    }

    void aNameSaysWhatElseIsOther()
    {
        Document document(test::elmanOverWave(12, 4));
        document.setGain(0.8);
        QVERIFY(holdCurve(document));
        document.undoStack()->undo(); // an undone gain is the same network
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 0.8"));
        document.setGradientOf(GradientOf::AllSteps);
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 0.8, loss of the last step"));
        document.setGradientOf(GradientOf::LastStep);
        document.setPlottedNode(document.result()->circuit().indexOf("o"));
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 0.8, h"));
        document.setPlottedNode(document.result()->circuit().indexOf("h"));
        Experiment relu = document.experiment();
        std::get<NamedCircuit>(relu.circuit).activation = Activation::Relu;
        QVERIFY(document.change(relu, QStringLiteral("relu")));
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 0.8, tanh"));
        document.setNotation(Notation::Indexed); // prepared anew, but the same run
        QCOMPARE(nameOf(document, 0), QStringLiteral("held: 0.8, tanh"));
    }

    void sixCanBeHeldAndTheSeventhIsRefused()
    {
        Document document(test::scalar(20, 1));
        QSignalSpy refused(&document, &Document::refused);
        for (int i = 0; i < mostHeld; ++i) {
            document.setGain(0.1 * (i + 1));
            QVERIFY(holdCurve(document));
        }
        QVERIFY(refused.isEmpty());
        document.setGain(1.3);
        QVERIFY(!holdCurve(document));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.last().first().toString().contains(QString::number(mostHeld)));
        QCOMPARE(heldCount(document.references()), mostHeld);
        releaseCurve(document, 2);
        QVERIFY(holdCurve(document));
        QCOMPARE(nameOf(document, 2), QStringLiteral("held: 0.4"));
        releaseHeldCurves(document);
        QVERIFY(document.references().empty());
    }

    void whatIsHeldAlreadyIsNotHeldTwice()
    {
        Document document(test::scalar(20, 1));
        QVERIFY(holdCurve(document));
        QVERIFY(!holdCurve(document));
        document.setGain(0.7);
        QVERIFY(holdCurve(document));
        document.setGain(1);
        QVERIFY(!holdCurve(document));
        QCOMPARE(heldCount(document.references()), 2);
    }

    void whatIsNotThereIsNotHeld()
    {
        Document document(test::scalar(20, 1));
        QSignalSpy refused(&document, &Document::refused);
        document.setPass(Pass::Forward);
        QVERIFY(!holdCurve(document));
        Experiment noLoss = test::scalar(20, 1);
        noLoss.loss.reset();
        document.open(noLoss);
        QVERIFY(!holdCurve(document));
        QCOMPARE(refused.size(), 2);
        QVERIFY(document.references().empty());
    }

    void anotherLengthKeepsThemAndAnotherFileDropsThem()
    {
        Document document(test::scalar(20, 1));
        QVERIFY(holdCurve(document));
        QSignalSpy dropped(&document, &Document::heldCurvesDropped);
        QVERIFY(document.change(test::scalar(12, 1), QStringLiteral("12 steps")));
        QVERIFY(!isComparable(document.references().front(), *document.result()));
        document.undoStack()->undo();
        QVERIFY(isComparable(document.references().front(), *document.result()));
        QVERIFY(dropped.isEmpty());
        document.open(test::scalar(20, 1));
        QVERIFY(document.references().empty());
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().first().toInt(), 1);
        document.open(test::scalar(20, 1)); // nothing to drop, nothing to say
        QCOMPARE(dropped.size(), 1);
    }

    void aCureTakesItsOwnCurveAlone()
    {
        Document document(test::scalar(20, 1));
        QVERIFY(holdCurve(document));
        const ReferenceCurve ofCure{QStringLiteral("before the cure"), StepSeries(20, 1e-3)};
        document.setReferences(withCureCurve(document.references(), ofCure));
        QCOMPARE(document.references().size(), size_t(2));
        releaseCurve(document, 0); // it is the cure's
        QCOMPARE(nameOf(document, 0), QStringLiteral("before the cure"));
        releaseHeldCurves(document);
        QCOMPARE(document.references().size(), size_t(1));
        document.setReferences(withCureCurve(document.references(), std::nullopt));
        QVERIFY(document.references().empty());
    }
};

UNFOLD_GUILESS_TEST(HeldCurvesTest)
#include "held_curves_test.moc"
