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

    void aFixedRangeIsCutTwelveDecadesFromTheEntry()
    {
        QCOMPARE(fixedDecades(1e-3, 20, 1), (DecadeRange{-3, 2}));
        QCOMPARE(fixedDecades(1e-40, 3e4, 0.8), (DecadeRange{-12, 5}));
        QCOMPARE(fixedDecades(1e-40, 1e30, 1e3), (DecadeRange{-9, 15}));
        QCOMPARE(fixedDecades(1e-40, 1e-3, 0), (DecadeRange{-15, -3})); // nothing enters: from the largest
    }

    void aFixedRangeOfNothingIsTheUsualOne() { QCOMPARE(fixedDecades(infinite, 0, 0), DecadeRange{}); }

    void theWholeRangeOfADoubleCanBeFixed()
    {
        QCOMPARE(fixedDecades(5e-324, 1e-320, 1e-318).high, -320);
        QCOMPARE(fixedDecades(1, 1e308, 1e308), (DecadeRange{296, 308}));
    }

    void oneRangeHoldsBoth() { QCOMPARE(united({-3, 1}, {-1, 4}), (DecadeRange{-3, 4})); }

    void ticksKeepTheirDistance()
    {
        QCOMPARE(decadesPerTick({-2, 1}, 300, 30), 1);
        QCOMPARE(decadesPerTick({-300, 0}, 300, 30), 50);
    }
};

UNFOLD_GUILESS_TEST(DecadeRangeTest)
#include "decade_range_test.moc"
