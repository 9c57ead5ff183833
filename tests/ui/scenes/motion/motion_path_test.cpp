#include "tests/support/test_program.h"
#include "ui/scenes/motion/motion_path.h"

#include <QTest>

#include <cmath>

using namespace unfold;

namespace {

const std::vector<Curve> bent{Curve::line({0, 0}, {30, 0}), {{30, 0}, {50, 0}, {60, 10}, {60, 40}}};
const std::vector<Curve> straight{Curve::line({0, 0}, {100, 0})};

} // namespace

class MotionPathTest : public QObject
{
    Q_OBJECT

private slots:
    void bothAreCutAlikeAndStayWhatTheyWere()
    {
        std::vector<Curve> a = bent, b = straight;
        cutAlike(a, b);
        QCOMPARE(a.size(), b.size());
        QCOMPARE(a.size(), size_t(2));
        QCOMPARE(a.back().at(0.5), bent.back().at(0.5));
        QCOMPARE(b.front().end, b.back().start);
        QCOMPARE(b.back().end, QPointF(100, 0));
        QVERIFY(std::abs(b.front().end.y()) < 1e-12);
    }

    void halfwayLiesBetween()
    {
        std::vector<Curve> a = bent, b = straight;
        cutAlike(a, b);
        const MotionPath half = mixed(MotionPath::of(a), MotionPath::of(b), 0.5);
        QCOMPARE(half.points.back(), QPointF(80, 20));
        const std::vector<Curve> pieces = half.pieces();
        QCOMPARE(pieces.size(), a.size());
        QCOMPARE(pieces[1].control0, (a[1].control0 + b[1].control0) / 2);
    }

    void draggingMovesTheEndsByWhatIsAsked()
    {
        const MotionPath path = MotionPath::of(bent).dragged({5, 0}, {0, 7});
        QCOMPARE(path.points.front(), QPointF(5, 0));
        QCOMPARE(path.points.back(), QPointF(60, 47));
    }

    void aCutNearAPointLiesOnTheCurve()
    {
        std::vector<Curve> pieces = bent;
        const size_t begins = cutNear(pieces, {15, 3});
        QCOMPARE(begins, size_t(1));
        QCOMPARE(pieces.size(), size_t(3));
        QVERIFY(distance(pieces[1].start, QPointF(15, 0)) < 1e-6);
    }
};

UNFOLD_GUILESS_TEST(MotionPathTest)
#include "motion_path_test.moc"
