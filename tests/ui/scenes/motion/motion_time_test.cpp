#include "tests/support/test_program.h"
#include "ui/scenes/motion/motion_time.h"

#include <QTest>

#include <cmath>

using namespace unfold;

class MotionTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void theCircuitSettlesAndThenWalksStepByStep()
    {
        const MotionTime time(4, true, false);
        QCOMPARE(time.settled(0), 0.0);
        QCOMPARE(time.settled(time.settledAt()), 1.0);
        QCOMPARE(time.arrived(1, time.settledAt()), 0.0);
        for (int step = 2; step <= 4; ++step) {
            QCOMPARE(time.shift(4, time.endOf(step)), double(step - 1));
            QCOMPARE(time.shift(step, 1), double(step - 1));
            QCOMPARE(time.arrived(step + 1, time.endOf(step)), 0.0); // one after the other
        }
        QCOMPARE(time.shift(9, 1), 3.0); // beyond the end: as the last
        QCOMPARE(time.endOf(5), 1.0);
    }

    void anArrowOpensWhileItsEndsPart()
    {
        const MotionTime time(4, true, true);
        for (const double phase : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
            QCOMPARE(time.opened(2, 3, phase), time.arrived(3, phase));
            QCOMPARE(time.opened(3, 2, phase), time.arrived(3, phase)); // into the past as into the future
            QCOMPARE(time.opened(0, 1, phase), time.arrived(1, phase));
        }
        QCOMPARE(time.opened(1, 3, time.endOf(1)), 0.0);
        const double halfway = time.opened(1, 3, time.endOf(2));
        QVERIFY(halfway > 0.4 && halfway < 0.6);
        QCOMPARE(time.opened(1, 3, time.endOf(3)), 1.0);
        QCOMPARE(time.opened(4, 5, 1), 1.0);
    }

    void nothingJumps()
    {
        const MotionTime time(6, true, true);
        for (int i = 0; i < 1000; ++i) {
            const double a = i / 1000.0, b = (i + 1) / 1000.0;
            for (int step = 1; step <= 6; ++step) {
                QVERIFY(std::abs(time.shift(step, b) - time.shift(step, a)) < 0.02);
                QVERIFY(std::abs(time.named(step, b) - time.named(step, a)) < 0.03);
            }
            QVERIFY(std::abs(time.settled(b) - time.settled(a)) < 0.02);
        }
    }

    void oneStepSettlesAndIsNamed()
    {
        const MotionTime time(1, false, false);
        QCOMPARE(time.settled(time.settledAt()), 1.0);
        QCOMPARE(time.shift(1, 1), 0.0);
        QCOMPARE(time.named(1, 1), 1.0);
    }
};

UNFOLD_GUILESS_TEST(MotionTimeTest)
#include "motion_time_test.moc"
