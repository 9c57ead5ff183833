// Where truncation and rounding meet, on errors of a known form.
#include "core/analysis/difference_error.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

constexpr double gradient = 2;

/// error = bend ε² + grain / ε, with every fifth rounding 0 by luck.
std::vector<DifferencePoint> pointsOf(double bend, double grain)
{
    std::vector<DifferencePoint> points;
    for (const double epsilon : differenceSteps()) {
        const bool lucky = points.size() % 5 == 0;
        points.push_back({epsilon, gradient + bend * epsilon * epsilon + (lucky ? 0 : grain / epsilon), false});
    }
    return points;
}

DifferenceSide sideAt(const std::vector<DifferencePoint> &points, double epsilon)
{
    const DifferenceErrors errors = differenceErrors(points, gradient);
    for (const DifferencePoint &point : points)
        if (point.epsilon == epsilon)
            return errors.sideOf(point);
    qFatal("no such step");
}

} // namespace

class DifferenceErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void bothSides()
    {
        const auto points = pointsOf(0.5, 1e-16); // equal at ε³ = 2·10⁻¹⁶, 6·10⁻⁶
        const DifferenceErrors errors = differenceErrors(points, gradient);
        QVERIFY(errors.best >= 1e-6 && errors.best <= 5e-5);
        QVERIFY(std::abs(errors.truncation.value() - 0.5) < 0.05);
        QVERIFY(std::abs(errors.rounding.value() - 1e-16) < 2e-17);
        QCOMPARE(sideAt(points, 0.1), DifferenceSide::Truncation);
        QCOMPARE(sideAt(points, 1e-3), DifferenceSide::Truncation);
        QCOMPARE(sideAt(points, 1e-5), DifferenceSide::Best);
        QCOMPARE(sideAt(points, 1e-8), DifferenceSide::Rounding);
        QCOMPARE(sideAt(points, 1e-12), DifferenceSide::Rounding);
    }

    void withoutTruncationTheLargestStepIsBest()
    {
        const auto points = pointsOf(0, 1e-16);
        const DifferenceErrors errors = differenceErrors(points, gradient);
        QVERIFY(errors.best >= 0.02);
        QVERIFY(!errors.truncation);
        QCOMPARE(sideAt(points, 0.1), DifferenceSide::Best);
        QCOMPARE(sideAt(points, 1e-6), DifferenceSide::Rounding);
    }

    void whereNothingDiffers()
    {
        const auto points = pointsOf(0, 0);
        QCOMPARE(sideAt(points, 1e-6), DifferenceSide::Exact);
        QVERIFY(!differenceErrors(points, gradient).rounding);
    }

    void kinksAndOverflow()
    {
        auto points = pointsOf(0.5, 1e-16);
        points[0].difference = std::nan("");
        points[1].kink = true;
        points[1].difference = 100;
        QCOMPARE(sideAt(points, 0.1), DifferenceSide::Overflow);
        QCOMPARE(sideAt(points, 0.05), DifferenceSide::Kink);
        QCOMPARE(sideAt(points, 1e-3), DifferenceSide::Truncation);
        for (DifferencePoint &point : points)
            point.kink = true;
        QCOMPARE(differenceErrors(points, gradient).best, 0.0);
    }
};

UNFOLD_GUILESS_TEST(DifferenceErrorTest)
#include "difference_error_test.moc"
