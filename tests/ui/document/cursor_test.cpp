#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"

#include <QSignalSpy>
#include <QTest>

using namespace unfold;

class CursorTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSelectedFollowsTheTime_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 5; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void whatIsSelectedFollowsTheTime()
    {
        QFETCH(int, kind);
        const auto at = [kind](int step) {
            const ElementRef elements[] = {ElementRef::ofNode(1, step), ElementRef::ofNode(1, step, 2),
                ElementRef::ofEdge(1, 0, step), ElementRef::ofLoss(step), ElementRef::ofTarget(step)};
            return elements[kind];
        };
        Document document(test::elmanOver(8));
        document.setStep(5);
        document.select(at(2)); // elsewhere, until the time moves
        document.setStep(5);
        QCOMPARE(document.cursor().selection, at(2));
        document.setStep(6);
        QCOMPARE(document.cursor().selection, at(6));
        document.setStep(99);
        QCOMPARE(document.cursor().selection, at(8));
        document.pin(at(3));
        document.setStep(1);
        QCOMPARE(document.cursor().selection, at(3));
        document.release();
        QCOMPARE(document.cursor().selection, at(1));
        QVERIFY(!document.cursor().pinned);
        document.release();
        QCOMPARE(document.cursor().selection, ElementRef());
    }

    void whatIsAtNoStepStaysWhatItIs()
    {
        Document document(test::elmanOver(8));
        for (const ElementRef &element : {ElementRef(), ElementRef::ofNode(1), ElementRef::ofParameter("W"),
                 ElementRef::ofEdge(1, 0), ElementRef::ofLoss()}) {
            document.select(element);
            document.setStep(document.cursor().step % 8 + 1);
            QCOMPARE(document.cursor().selection, element);
            document.pin(element);
            QVERIFY(!document.cursor().pinned);
        }
    }

    void aPinHoldsWhatIsSelectedNext()
    {
        Document document(test::elmanOver(8));
        document.pin(ElementRef::ofNode(1, 3));
        document.select(ElementRef::ofNode(2, 8));
        QVERIFY(document.cursor().pinned);
        document.setStep(4);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(2, 8));
        document.select(ElementRef::ofParameter("W")); // the same at every step
        QVERIFY(!document.cursor().pinned);
    }

    void aShorterSequenceTakesItAlong()
    {
        Document document(test::elmanOver(8));
        document.setStep(8);
        document.select(ElementRef::ofNode(1, 8, 2));
        QVERIFY(document.change(test::elmanOver(5), QStringLiteral("steps")));
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(1, 5, 2));
        document.pin(ElementRef::ofNode(1, 5));
        QVERIFY(document.change(test::elmanOver(3), QStringLiteral("steps")));
        QCOMPARE(document.cursor().selection, ElementRef()); // the pinned step is gone
        QVERIFY(!document.cursor().pinned);
    }

    void anotherExperimentBeginsAnew()
    {
        Document document(test::elmanOver(8));
        QSignalSpy anew(&document, &Document::viewReset);
        document.pin(ElementRef::ofNode(1, 3));
        QVERIFY(document.open(test::elmanOver(8)));
        QVERIFY(!document.cursor().pinned);
        QCOMPARE(document.cursor().selection, ElementRef());
        QCOMPARE(anew.count(), 1);
        document.pin(ElementRef::ofNode(1, 3));
        QVERIFY(document.exchange(test::elmanOver(5), QStringLiteral("scene")));
        QVERIFY(!document.cursor().pinned);
        QCOMPARE(anew.count(), 2);
        QVERIFY(document.setGain(0.5)); // a changed number does not
        QCOMPARE(anew.count(), 2);
    }
};

UNFOLD_GUILESS_TEST(CursorTest)
#include "cursor_test.moc"
