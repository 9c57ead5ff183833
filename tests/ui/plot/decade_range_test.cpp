#include "tests/support/test_program.h"
#include "ui/plot/decade_range.h"

#include <QTest>

#include <limits>

using namespace unfold;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
} // namespace

class DecadeRangeTest : public QObject
{
    Q_OBJECT

private slots:
    void wholeDecadesAroundTheData()
    {
        QCOMPARE(decadesAround({0.02, 3.0}, {}), (DecadeRange{-2, 1}));
        QCOMPARE(decadesAround({0.01, 1.0}, {}), (DecadeRange{-2, 0}));
    }

    void zerosInfinitiesAndNanDoNotCount()
    {
        QCOMPARE(
            decadesAround({0.0, infinite, notANumber, 0.5, 20}, {0.0, infinite, notANumber}), (DecadeRange{-1, 2}));
        QCOMPARE(decadesAround({0.0, infinite, notANumber}, {}), DecadeRange{});
        QCOMPARE(decadesAround({}, {}), DecadeRange{});
    }

    void theWholeRangeOfADouble() { QCOMPARE(decadesAround({5e-324, 1e308}, {}), (DecadeRange{-324, 308})); }

    void constantDataHaveTwoDecades()
    {
        for (const double value : {1.0, 0.3, 1e-300, 7e200})
            QVERIFY(decadesAround({value, value}, {}).span() >= 2);
    }

    void aGuideThatRunsOffDoesNotFlattenTheMeasurement()
    {
        const DecadeRange range = decadesAround({1e-2, 1}, {1, 1e200});
        QCOMPARE(range, (DecadeRange{-2, 3}));
    }

    void widensAtOnceAndShrinksLate()
    {
        const DecadeRange shown{-4, 1};
        QCOMPARE(steady(shown, {-3, 1}), shown);
        QCOMPARE(steady(shown, {-6, 2}), (DecadeRange{-6, 2}));
        QCOMPARE(steady({-40, 1}, {-3, 1}), (DecadeRange{-3, 1}));
    }

    void ticksKeepTheirDistance()
    {
        QCOMPARE(decadesPerTick({-2, 1}, 300, 30), 1);
        QCOMPARE(decadesPerTick({-300, 0}, 300, 30), 50);
    }
};

UNFOLD_GUILESS_TEST(DecadeRangeTest)
#include "decade_range_test.moc"
