// The pulse of the backward pass: which arrows it runs along, where it is, and that nothing moves by itself.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/diagram/shared/pulse.h"

#include "tests/support/time_views.h"
#include "ui/controls/player.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/style/theme.h"

using namespace unfold;

class PulseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void itComesThroughTheArrowsOfTheStep()
    {
        Document document(test::scalar(6, 0.9));
        UnrolledView view(&document);
        test::show(view, {700, 300});
        document.setStep(3);
        int now = 0;
        for (const EdgeShape &edge : view.layoutShapes().edges)
            if (comesNow(document.cursor(), 6, edge)) {
                ++now;
                QVERIFY(std::min(edge.from, edge.to) == 3);
            }
        QCOMPARE(now, 2); // from h(4) to h(3), and on to x(3)
        document.setPass(Pass::Forward);
        for (const EdgeShape &edge : view.layoutShapes().edges)
            QVERIFY(!comesNow(document.cursor(), 6, edge));
    }

    void itsPlaceIsMeasuredAlongTheWholeArrow()
    {
        EdgeShape edge;
        edge.lead = {Curve::line({0, 0}, {30, 0})};
        edge.curve = Curve::line({30, 0}, {30, 10});
        const auto near = [](QPointF a, QPointF b) { return distance(a, b) < 0.01; };
        QVERIFY(near(pointAlong(edge, 0), {0, 0}));
        QVERIFY(near(pointAlong(edge, 0.75), {30, 0}));
        QVERIFY(near(pointAlong(edge, 1), {30, 10}));
        QVERIFY(std::abs(pointAlong(edge, 0.9).y() - 6) < 1);
    }

    void nothingMovesWhileThePassIsSteppedByHand()
    {
        Document document(test::scalar(6, 0.9));
        UnrolledView view(&document);
        test::show(view, {700, 300});
        document.setStep(4);
        QVERIFY(!view.pulse().running());
        document.setPace(2); // and it does as soon as somebody lets it run
        document.setStep(3);
        QVERIFY(view.pulse().running());
        document.setPace(0);
        document.setStep(2);
        QVERIFY(!view.pulse().running());
    }

    void inTheForwardPassNothingFlowsBack()
    {
        Document document(test::scalar(6, 0.9));
        UnrolledView view(&document);
        test::show(view, {700, 300});
        document.setPass(Pass::Forward);
        document.setPace(2);
        document.setStep(3);
        QVERIFY(!view.pulse().running());
    }

    void itIsDrawnOnTheArrowAndGoes()
    {
        Document document(test::scalar(6, 0.9));
        UnrolledView view(&document);
        test::show(view, {700, 300});
        document.setStep(3);
        const QImage still = view.grab().toImage();
        document.setPace(0.5);
        document.setStep(4);
        document.setStep(3);
        QVERIFY(view.pulse().running());
        QVERIFY(view.grab().toImage() != still);
        QTRY_VERIFY(!view.pulse().running());
        QVERIFY(view.grab().toImage() == still);
    }

    void thePlayerSetsThePace()
    {
        Document document(test::scalar(6, 0.9));
        Player player(&document);
        player.setSpeed(8);
        QCOMPARE(document.pace(), 0.0);
        player.play();
        QCOMPARE(document.pace(), 8.0);
        player.setSpeed(2);
        QCOMPARE(document.pace(), 2.0);
        player.pause();
        QCOMPARE(document.pace(), 0.0);
    }
};

UNFOLD_TEST(PulseTest)
#include "pulse_test.moc"
