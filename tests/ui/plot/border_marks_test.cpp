// What lies beyond the axis, and how far.
#include "ui/plot/border_marks.h"

#include "tests/support/test_program.h"

#include <QTest>

#include <limits>

using namespace unfold;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> values{1e-9, 1e-7, 0, 0.1, infinite, 1e6, notANumber, 1};
constexpr ShownDecades shown{-6, 3};
} // namespace

class BorderMarksTest : public QObject
{
    Q_OBJECT

private slots:
    void finiteValuesBeyondEachBorder()
    {
        const TimeWindow all = TimeWindow::all(8);
        QCOMPARE(pointsBeyond(Border::Bottom, values, all, shown), (std::vector<BeyondPoint>{{1, 1e-9}, {2, 1e-7}}));
        QCOMPARE(pointsBeyond(Border::Top, values, all, shown), (std::vector<BeyondPoint>{{6, 1e6}}));
    }

    void onlyWhatIsInTheWindow()
    {
        QCOMPARE(pointsBeyond(Border::Bottom, values, {1.5, 8.5}, shown), (std::vector<BeyondPoint>{{2, 1e-7}}));
        QVERIFY(pointsBeyond(Border::Top, values, {0.5, 4.5}, shown).empty());
    }

    void theFarthestHasTheValue()
    {
        QCOMPARE(farthest(Border::Bottom, {{1, 1e-9}, {2, 1e-7}}), (BeyondPoint{1, 1e-9}));
        QCOMPARE(farthest(Border::Top, {{1, 1e4}, {2, 1e7}}), (BeyondPoint{2, 1e7}));
        QVERIFY(!farthest(Border::Top, {}));
    }
};

UNFOLD_GUILESS_TEST(BorderMarksTest)
#include "border_marks_test.moc"
