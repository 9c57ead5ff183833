// Curves and routes: exact where mathematics says what is right.
#include "tests/support/test_program.h"
#include "ui/diagram/shared/route.h"

#include <QTest>

#include <numbers>

using namespace unfold;

class CurveTest : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsStraight()
    {
        const Curve line = Curve::line({0, 0}, {30, 40});
        QVERIFY(line.isStraight());
        QVERIFY(std::abs(line.length() - 50) < 1e-9);
        QVERIFY(distance(line.at(0.5), {15, 20}) < 1e-9);
        QVERIFY(distance(line.direction(0.3), {0.6, 0.8}) < 1e-9);
    }

    void aPieceFollowsTheWhole()
    {
        const Curve curve{{0, 0}, {10, 50}, {60, -20}, {100, 30}};
        const Curve piece = curve.upTo(0.6);
        for (const double t : {0.0, 0.25, 0.5, 1.0})
            QVERIFY(distance(piece.at(t), curve.at(0.6 * t)) < 1e-9);
    }

    void arrowsMeetBordersAtTheAnglesAskedFor()
    {
        const Disc a{{0, 0}, 10}, b{{100, 0}, 20};
        const Curve curve = Curve::between(a, -std::numbers::pi / 2, b, std::numbers::pi / 2, 30);
        QVERIFY(distance(curve.start, {0, -10}) < 1e-9);
        QVERIFY(distance(curve.end, {100, -20}) < 1e-9);
        QVERIFY(distance(curve.direction(0), {0, -1}) < 1e-9);
        QVERIFY(distance(curve.direction(1), {0, 1}) < 1e-9);
    }

    void aFreeWayIsStraightAndAnObstacleIsPassed()
    {
        const Disc a{{0, 0}, 10}, b{{200, 0}, 10}, between{{100, 0}, 15};
        Surroundings around;
        QVERIFY(route({a, {}}, {b, {}}, around).isStraight());
        around.obstacles.push_back(between);
        const Curve bent = route({a, {}}, {b, {}}, around);
        QVERIFY(!bent.isStraight());
        QVERIFY(Polyline(bent).distanceTo(between.centre) >= between.radius + around.clearance - 0.5);
    }

    void crossingsAreCounted()
    {
        const Polyline a(Curve::line({0, 0}, {101, 97})), b(Curve::line({0, 100}, {100, 0})),
            c(Curve::line({0, 200}, {100, 201}));
        QCOMPARE(crossings(a, b), 1);
        QCOMPARE(crossings(a, c), 0);
    }

    void theDistanceIsThatOfTheNearestPiece()
    {
        const Polyline line(Curve{{10, 10}, {80, -40}, {-20, 90}, {60, 60}});
        for (double x = -30; x <= 100; x += 7)
            for (double y = -30; y <= 100; y += 7) {
                double nearest = 1e9;
                for (size_t i = 0; i < Polyline::pieces; ++i)
                    nearest = std::min(nearest, distanceToSegment({x, y}, line.points[i], line.points[i + 1]));
                QCOMPARE(line.distanceTo({x, y}), nearest);
                for (const double limit : {0.5 * nearest, 0.999 * nearest, 1.001 * nearest, 60.0})
                    QCOMPARE(line.comesWithin(limit, {x, y}), nearest < limit);
            }
    }

    void aConflictStopsAtEnough()
    {
        const Disc a{{0, 0}, 10}, b{{200, 0}, 10};
        Surroundings around;
        around.obstacles = {{{60, 0}, 15}, {{140, 0}, 15}};
        const Polyline line(straightBetween(a, b));
        const double all = conflict(line, a, b, around);
        QCOMPARE(conflict(line, a, b, around, 2 * all), all);
        const double first = conflict(line, a, b, around, 1);
        QVERIFY(first >= 1 && first < all);
    }
};

UNFOLD_GUILESS_TEST(CurveTest)
#include "curve_test.moc"
