#include "tests/support/test_program.h"
#include "ui/plot/label_layout.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

namespace {
const QRectF area(80, 10, 600, 200);

std::vector<QPointF> line(double y0, double y1)
{
    std::vector<QPointF> points;
    for (int i = 0; i <= 20; ++i)
        points.emplace_back(area.left() + i * area.width() / 20, y0 + i * (y1 - y0) / 20);
    return points;
}
} // namespace

class LabelLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlotNarrowerThanItsMarginsHasRoomForNothing()
    {
        const CurveShadow shadow({{1, 2}, {3, 4}}, QRectF(40, 10, -18, 50));
        QVERIFY(!shadow.meets(QRectF(0, 0, 30, 30)));
    }

    void shadowCoversTheLineBetweenItsPoints()
    {
        const CurveShadow shadow({{100, 50}, {200, 150}}, area);
        QVERIFY(shadow.meets(QRectF(148, 95, 4, 10)));
        QVERIFY(!shadow.meets(QRectF(148, 110, 4, 10)));
        QVERIFY(!shadow.meets(QRectF(300, 10, 50, 190)));
    }

    void aGapInTheCurveIsFree()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const CurveShadow shadow({{100, 50}, {150, nan}, {200, 50}}, area);
        QVERIFY(!shadow.meets(QRectF(120, 40, 60, 20)));
        QVERIFY(CurveShadow({{100, nan}}, area).isEmpty());
    }

    void namesOverlapNeitherCurvesNorEachOther_data()
    {
        QTest::addColumn<double>("y0");
        QTest::addColumn<double>("y1");
        QTest::newRow("all on one line") << 100.0 << 100.0;
        QTest::newRow("a fan") << 30.0 << 100.0;
        QTest::newRow("steep") << 10.0 << 205.0;
        QTest::newRow("at the bottom") << 205.0 << 205.0;
    }
    void namesOverlapNeitherCurvesNorEachOther()
    {
        QFETCH(double, y0);
        QFETCH(double, y1);
        std::vector<CurveShadow> curves;
        std::vector<LabelRequest> requests;
        for (int i = 0; i < 3; ++i) {
            curves.emplace_back(line(y0 + (y1 - y0) * i / 3, y1), area);
            requests.push_back({{120, 16}, i});
        }
        const auto placed = placeLabels(requests, curves, area, {}, {});
        for (size_t i = 0; i < placed.size(); ++i) {
            QVERIFY(placed[i].has_value());
            QVERIFY(area.contains(placed[i]->rect));
            QVERIFY(!placed[i]->crosses);
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!placed[i]->rect.adjusted(-8, 0, 8, 0).intersects(placed[j]->rect)); // nor read as one
            for (const CurveShadow &curve : curves)
                QVERIFY(!curve.meets(placed[i]->rect));
        }
    }

    void noRoomNoName()
    {
        const QRectF tiny(80, 10, 60, 12);
        const auto placed = placeLabels({{{120, 16}, 0}}, {CurveShadow(line(12, 20), tiny)}, tiny, {}, {});
        QVERIFY(!placed[0].has_value());
    }

    void aNameKeepsItsPlaceWhileTheCurveMovesALittle()
    {
        std::vector<int> previous{-1};
        std::vector<double> lefts;
        for (double y = 100; y < 110; ++y) {
            const auto placed = placeLabels({{{120, 16}, 0}}, {CurveShadow(line(y, 60), area)}, area, {}, previous);
            previous[0] = placed[0]->candidate;
            lefts.push_back(placed[0]->rect.left());
        }
        for (const double left : lefts)
            QCOMPARE(left, lefts.front());
    }
};

UNFOLD_GUILESS_TEST(LabelLayoutTest)
#include "label_layout_test.moc"
