#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/style/theme.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/widgets/section_header.h"

#include <limits>

using namespace unfold;

namespace {
QPoint cellCentre(const HeatMapView &view, int row, int step)
{
    const HeatMapLayout layout = view.cellLayout();
    return layout.cell(row, layout.columnOf(step)).center().toPoint();
}

QColor colourAt(HeatMapView &view, QPoint point)
{
    return view.grab().toImage().pixelColor(point);
}

bool alike(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 4 && std::abs(a.green() - b.green()) < 4 && std::abs(a.blue() - b.blue()) < 4;
}
} // namespace

class HeatMapViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void aCellHasTheColourOfItsValue()
    {
        Document document(test::elmanOverWave(10, 4));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QCOMPARE(view.limit(), 1.0);
        const NodeTrace &node = document.result()->trace->nodes[static_cast<size_t>(document.plottedNode())];
        for (const int step : {2, 5, 10})
            for (const int unit : {0, 3}) {
                const QColor expected = themeOf(&view).signedValue(node.at(node.value, step)(unit, 0), 1);
                QVERIFY(alike(colourAt(view, cellCentre(view, unit, step)), expected));
            }
    }

    void whatIsNotComputedYetIsHatched()
    {
        Document document(test::elmanOverWave(10, 4));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        document.setPass(Pass::Forward);
        document.setStep(4);
        QCOMPARE(view.computedSteps(document.plottedNode()), (StepRange{1, 4}));
        const NodeTrace &node = document.result()->trace->nodes[static_cast<size_t>(document.plottedNode())];
        const QImage picture = view.grab().toImage();
        const QColor ground = picture.pixelColor(2, view.height() - 2);
        const QColor value = themeOf(&view).signedValue(node.at(node.value, 7)(0, 0), 1);
        const QRect cell = view.cellLayout().cell(0, 6).toAlignedRect().adjusted(4, 4, -4, -4);
        int empty = 0;
        for (int x = cell.left(); x < cell.right(); ++x)
            for (int y = cell.top(); y < cell.bottom(); ++y)
                empty += picture.pixelColor(x, y) == ground;
        QVERIFY(empty > cell.width() * cell.height() / 2);
        QVERIFY(empty < cell.width() * cell.height());
        QVERIFY(!alike(picture.pixelColor(cell.center()), value));
    }

    void theScaleOfAnUnboundedActivationIsRound()
    {
        Document document(test::scalar(6, 2)); // h(6) = 63
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QCOMPARE(view.limit(), 100.0);
    }

    void theGradientIsASecondChoiceOfTheBackwardPass()
    {
        Document document(test::scalar(6, 2));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        document.setStep(4);
        QVERIFY(view.gradientToggle()->isEnabled());
        QTest::mouseClick(view.gradientToggle(), Qt::LeftButton);
        QVERIFY(view.showsGradient());
        QCOMPARE(view.computedSteps(document.plottedNode()), (StepRange{4, 6}));
        QCOMPARE(view.limit(), 5000.0); // 63 · 2^5 = 2016
        document.setPass(Pass::Forward);
        QVERIFY(!view.showsGradient());
        QVERIFY(!view.gradientToggle()->isEnabled());
        QVERIFY(view.valueToggle()->isChecked());
        QCOMPARE(view.limit(), 100.0);
        document.setPass(Pass::Backward);
        QVERIFY(view.showsGradient());
        QTest::mouseClick(view.valueToggle(), Qt::LeftButton);
        QVERIFY(!view.showsGradient());
        QVERIFY(view.valueToggle()->isChecked());
    }

    void aCellUnderTheMouseIsNamedAndTouched()
    {
        Document document(test::elmanOverWave(10, 4));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QTest::mouseMove(&view, cellCentre(view, 2, 6));
        QCOMPARE(document.hover(), ElementRef::ofNode(document.plottedNode(), 6, 2));
        const NodeTrace &node = document.result()->trace->nodes[static_cast<size_t>(document.plottedNode())];
        const QString tip = test::toolTipShown();
        QVERIFY2(tip.contains(QStringLiteral("unit 3, step 6")), qPrintable(tip));
        const QString value = QString::number(node.at(node.value, 6)(2, 0), 'g', 4).replace(u'-', QChar(u'−'));
        QVERIFY2(tip.contains(value), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("∂L/∂h")), qPrintable(tip));
        QTest::mouseMove(&view, QPoint(3, 3));
        QCOMPARE(document.hover(), ElementRef());
    }

    void aValueThatIsNotComputedYetIsNotGivenAway()
    {
        Document document(test::elmanOverWave(10, 4));
        document.setPass(Pass::Forward);
        document.setStep(3);
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QTest::mouseMove(&view, cellCentre(view, 2, 6));
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("not computed yet")), qPrintable(test::toolTipShown()));
        QVERIFY(!test::toolTipShown().contains(QStringLiteral("∂L")));
    }

    void aClickOpensTheEntry()
    {
        Document document(test::elmanOverWave(10, 4));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QTest::mouseClick(&view, Qt::LeftButton, {}, cellCentre(view, 1, 8));
        QCOMPARE(document.cursor().step, 8);
        QCOMPARE(document.cursor().selection, ElementRef::ofNode(document.plottedNode(), 8, 1));
    }

    void whatIsTouchedElsewhereLightsItsColumnOrRow()
    {
        Document document(test::elmanOverWave(10, 4));
        HeatMapView view(&document);
        test::show(view, {700, 200});
        const HeatMapLayout layout = view.cellLayout();
        const QColor halo = themeOf(&view).highlight;
        const auto lit = [&](QPointF edge) {
            const QImage picture = view.grab().toImage();
            for (int dy = -2; dy <= 2; ++dy)
                if (alike(picture.pixelColor(edge.toPoint() + QPoint(0, dy)), halo))
                    return true;
            return false;
        };
        const QPointF topOfSix = {layout.axis.x(6) + 8, layout.top};
        const QPointF topOfThree = {layout.axis.x(3) + 8, layout.top};
        const QPointF rowTwo = {layout.axis.x(3) + 8, layout.rowTop(2)};
        QVERIFY(!lit(topOfSix));
        document.setHover(ElementRef::ofNode(document.plottedNode(), 6));
        QVERIFY(lit(topOfSix));
        QVERIFY(!lit(topOfThree));
        document.setHover(ElementRef::ofNode(document.plottedNode(), 0, 2));
        QVERIFY(lit(rowTwo));
        QVERIFY(!lit(topOfSix));
    }

    void manyUnitsAreGroupedAndNamedSo()
    {
        Document document(test::elmanOverWave(300, 256));
        HeatMapView view(&document);
        test::show(view, {700, 150});
        const HeatMapLayout layout = view.cellLayout();
        QVERIFY(layout.unitsPerRow > 1);
        QTest::mouseMove(&view, cellCentre(view, 1, 151));
        QVERIFY2(test::toolTipShown().startsWith(
                     QStringLiteral("units %1–%2").arg(layout.unitsPerRow + 1).arg(2 * layout.unitsPerRow)),
            qPrintable(test::toolTipShown()));
        QVERIFY(test::toolTipShown().contains(QStringLiteral("mean")));
        QCOMPARE(document.hover().unit, -1);
    }

    void infiniteValuesAreMarkedAndTheScaleStaysFinite()
    {
        Document document(test::scalar(400, 10)); // 10^399 is infinite
        HeatMapView view(&document);
        test::show(view, {700, 200});
        QVERIFY(std::isfinite(view.limit()));
        document.setTimeWindow({390.5, 400.5});
        QTest::mouseMove(&view, cellCentre(view, 0, 400));
        QVERIFY2(test::toolTipShown().contains(QStringLiteral("∞")), qPrintable(test::toolTipShown()));
        const QImage picture = view.grab().toImage();
        const QRect cell
            = view.cellLayout().cell(0, view.cellLayout().columnOf(400)).toAlignedRect().adjusted(3, 3, -3, -3);
        const QColor full = themeOf(&view).signedValue(1, 1);
        int marks = 0;
        for (int x = cell.left(); x < cell.right(); ++x)
            for (int y = cell.top(); y < cell.bottom(); ++y)
                marks += !alike(picture.pixelColor(x, y), full);
        QVERIFY(marks > 5);
    }
};

UNFOLD_TEST(HeatMapViewTest)
#include "heat_map_view_test.moc"
