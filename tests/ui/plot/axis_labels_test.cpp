#include "tests/support/test_program.h"
#include "ui/plot/axis_labels.h"

#include <QTest>

using namespace unfold;

namespace {
double wide(int step)
{
    return step < 10 ? 12 : step < 100 ? 20 : 28;
}

std::vector<int> stepsOf(const std::vector<AxisLabel> &labels)
{
    std::vector<int> steps;
    for (const AxisLabel &label : labels)
        steps.push_back(label.step);
    return steps;
}
} // namespace

class AxisLabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStepWhereThereIsRoom()
    {
        const TimeAxis axis{TimeWindow::all(5), 0, 500};
        QCOMPARE(stepsOf(axisLabels(axis, 5, 2, wide)), (std::vector<int>{1, 2, 3, 4, 5}));
    }

    void roundStepsWhereThereIsNot()
    {
        const TimeAxis axis{TimeWindow::all(200), 0, 600};
        const auto steps = stepsOf(axisLabels(axis, 200, 100, wide));
        for (int step : steps)
            QVERIFY2(step == 1 || step % 10 == 0, qPrintable(QString::number(step)));
        QVERIFY(steps.size() > 10);
    }

    void neverTouchAndKeepThePresentStep_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("present");
        for (const int steps : {1, 2, 7, 16, 99, 200, 1000})
            for (const int present : {1, steps / 2 + 1, steps})
                QTest::addRow("%d of %d", present, steps) << steps << present;
    }
    void neverTouchAndKeepThePresentStep()
    {
        QFETCH(int, steps);
        QFETCH(int, present);
        const TimeAxis axis{TimeWindow::all(steps), 80, 740};
        const auto labels = axisLabels(axis, steps, present, wide);
        QCOMPARE(std::count_if(labels.begin(), labels.end(), [](const AxisLabel &l) { return l.present; }), 1);
        for (size_t i = 1; i < labels.size(); ++i)
            QVERIFY(labels[i].x - labels[i - 1].x >= (wide(labels[i].step) + wide(labels[i - 1].step)) / 2);
    }

    void onlyVisibleSteps()
    {
        const TimeAxis axis{{40.5, 60.5}, 0, 800};
        const auto steps = stepsOf(axisLabels(axis, 1000, 3, wide));
        QCOMPARE(steps.front(), 41);
        QCOMPARE(steps.back(), 60);
    }
};

UNFOLD_GUILESS_TEST(AxisLabelsTest)
#include "axis_labels_test.moc"
