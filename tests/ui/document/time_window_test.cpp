#include "tests/support/test_program.h"
#include "ui/document/time_window.h"

#include <QTest>

using namespace unfold;

class TimeWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void axisMapsStepsToPixelsAndBack()
    {
        const TimeAxis axis{TimeWindow::all(16), 60, 860};
        QCOMPARE(axis.pitch(), 50.0);
        QCOMPARE(axis.x(1), 85.0);
        QCOMPARE(axis.x(16), 835.0);
        QCOMPARE(axis.stepAt(axis.x(9.25)), 9.25);
    }

    void zoomKeepsTheStepUnderTheMouse()
    {
        const TimeWindow zoomed = TimeWindow::all(100).zoomed(0.5, 30);
        const TimeAxis before{TimeWindow::all(100), 0, 1000};
        const TimeAxis after{zoomed, 0, 1000};
        QCOMPARE(after.x(30), before.x(30));
        QCOMPARE(zoomed.span(), 50.0);
    }

    void windowNeverLeavesTheSequence()
    {
        QCOMPARE(TimeWindow({-50, 10}).clamped(100), (TimeWindow{0.5, 60.5}));
        QCOMPARE(TimeWindow({90, 130}).clamped(100), (TimeWindow{60.5, 100.5}));
        QCOMPARE(TimeWindow({-500, 900}).clamped(100), TimeWindow::all(100));
        QCOMPARE(TimeWindow({5, 5.001}).clamped(100).span(), 1.0);
        QCOMPARE(TimeWindow({0, 9}).clamped(1), TimeWindow::all(1));
    }

    void showingScrollsNoFurtherThanNeeded()
    {
        const TimeWindow window{10.5, 20.5};
        QCOMPARE(window.showing(15), window);
        QCOMPARE(window.showing(22), (TimeWindow{12.5, 22.5}));
        QCOMPARE(window.showing(5), (TimeWindow{4.5, 14.5}));
    }
};

UNFOLD_GUILESS_TEST(TimeWindowTest)
#include "time_window_test.moc"
