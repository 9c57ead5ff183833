#include "tests/support/test_program.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_image.h"
#include "ui/timeline/heat_map/heat_map_layout.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace unfold;

class HeatMapLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void aColumnSpansHalfAStepToEitherSide()
    {
        const TimeAxis axis{{3.5, 9.5}, 80, 680};
        const HeatMapLayout layout = layOutHeatMap(axis, 20, 120, 4, {1, 16});
        for (int step = 4; step <= 9; ++step) {
            const QRectF cell = layout.cell(1, layout.columnOf(step));
            QCOMPARE(cell.left(), axis.x(step - 0.5));
            QCOMPARE(cell.right(), axis.x(step + 0.5));
            QCOMPARE(cell.center().x(), axis.x(step));
        }
        QCOMPARE(layout.visibleColumns(), (StepRange{3, 8}));
    }

    void thinRowsAndColumnsAreGrouped()
    {
        const HeatMapLayout layout = layOutHeatMap({TimeWindow::all(1000), 0, 600}, 0, 120, 256, {1, 1000});
        QVERIFY(layout.rowHeight() >= 3);
        QCOMPARE(layout.unitsPerRow, 8);
        QCOMPARE(layout.unitsOf(0), (StepRange{0, 7}));
        QCOMPARE(layout.unitsOf(31), (StepRange{248, 255}));
        QCOMPARE(layout.stepsPerColumn, 5);
        QCOMPARE(layout.stepsOf(1), (StepRange{6, 10}));
        QVERIFY(layout.right(0) - layout.left(0) >= 3);
    }

    void theLastGroupMayBeSmaller()
    {
        const HeatMapLayout layout = layOutHeatMap({TimeWindow::all(4), 0, 600}, 0, 9, 5, {1, 4});
        QCOMPARE(layout.rows(), 3);
        QCOMPARE(layout.unitsOf(2), (StepRange{4, 4}));
    }

    void theMouseFindsTheExactStepInAGroup()
    {
        const TimeAxis axis{TimeWindow::all(1000), 0, 600};
        const HeatMapLayout layout = layOutHeatMap(axis, 0, 120, 256, {1, 1000});
        const auto place = layout.at({axis.x(347), 119});
        QVERIFY(place.has_value());
        QCOMPARE(place->step, 347);
        QCOMPARE(place->row, layout.rows() - 1);
        QVERIFY(!layout.at({axis.x(347), 121}).has_value());
        QVERIFY(!layOutHeatMap(axis, 0, 120, 8, {500, 1000}).at({axis.x(347), 60}).has_value());
    }

    void limitsAreRound()
    {
        QCOMPARE(roundLimit(0.7), 1.0);
        QCOMPARE(roundLimit(1.2), 2.0);
        QCOMPARE(roundLimit(37), 50.0);
        QCOMPARE(roundLimit(5e-8), 5e-8);
        QCOMPARE(roundLimit(0), 1.0);
        QVERIFY(roundLimit(1.7e308) >= 1.7e308);
        QVERIFY(roundLimit(5e-324) > 0);
    }

    void groupsShowTheirMeanAndOddCellsAreFound()
    {
        NodeTrace node;
        node.span = {1, 4};
        node.value = Matrix::Zero(4, 4);
        node.value.col(1) << 1, 2, 3, 4;
        node.value(2, 3) = std::numeric_limits<double>::infinity();
        const HeatMapLayout layout = layOutHeatMap({TimeWindow::all(4), 0, 400}, 0, 8, 4, node.span);
        QCOMPARE(layout.unitsPerRow, 2);
        QCOMPARE(cellValue(layout, node, node.value, 0, {2, 2}), 1.5);
        QCOMPARE(cellValue(layout, node, node.value, 1, {1, 2}), 1.75);
        QCOMPARE(largestFinite(node, node.value), 4.0);
        const HeatMapImage image = paintHeatMap(layout, node, node.value, 5, themeOf(QPalette(Qt::white)), 1);
        QCOMPARE(image.odd.size(), size_t(1));
        QCOMPARE(image.odd[0].row, 1);
        QCOMPARE(image.odd[0].column, 3);
    }

    /// A figure can be as large as a wall; the picture of its cells is not.
    void aVeryLargeAreaIsCoveredByFewerPixels()
    {
        NodeTrace node;
        node.span = {1, 4};
        node.value = Matrix::Zero(3, 4);
        node.value(1, 2) = 5;
        const HeatMapLayout layout = layOutHeatMap({TimeWindow::all(4), 0, 20000}, 0, 16000, 3, node.span);
        const Theme &theme = themeOf(QPalette(Qt::white));
        const QImage cells = paintHeatMap(layout, node, node.value, 5, theme, 4).cells;
        QVERIFY(!cells.isNull());
        QVERIFY(cells.sizeInBytes() < 50'000'000);
        const QSizeF covered = QSizeF(cells.size()) / cells.devicePixelRatio();
        QVERIFY(std::abs(covered.width() - 20000) < 10 && std::abs(covered.height() - 16000) < 10);
        const QPointF middle = layout.cell(1, 2).center() * cells.devicePixelRatio();
        QCOMPARE(cells.pixelColor(middle.toPoint()), theme.signedValue(1, 1));
    }
};

UNFOLD_TEST(HeatMapLayoutTest)
#include "heat_map_layout_test.moc"
