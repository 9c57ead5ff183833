#include "core/experiment/edit.h"
#include "tests/support/experiments.h"
#include "tests/support/numbers_in.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/plot/cursor_mark.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_axis_bar.h"
#include "ui/timeline/time_stack.h"

#include <QAbstractButton>
#include <QApplication>
#include <QWheelEvent>

#include <cmath>

using namespace unfold;

namespace {

void wheel(QWidget &target, QPointF at, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, target.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    // As from the user: only then does a wheel that a widget ignores go on to its parent.
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(&target, &event);
}

/// x in the stack of a point of one of its views.
double stackX(const TimeStack &stack, const QWidget *view, double x)
{
    return view->mapTo(&stack, QPointF(x, 0)).x();
}

} // namespace

class TimeStackTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void gatesCanBeOpenedWhereThereAreAny()
    {
        Document document(test::elmanOverWave(12, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {760, 620});
        auto *toggle = stack.findChild<QAbstractButton *>(QStringLiteral("cells"));
        QVERIFY(toggle && !toggle->isVisible());
        QVERIFY(document.change(withCircuit(document.experiment(), "lstm"), QStringLiteral("lstm")));
        QVERIFY(toggle->isVisible());
        const TimeWindow window = document.timeWindow();
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(document.cellsOpened() && toggle->isChecked());
        QVERIFY(document.timeWindow() == window);
        document.openCells(false); // from the menu
        QVERIFY(!toggle->isChecked());
        QVERIFY(document.change(withCircuit(document.experiment(), "elman"), QStringLiteral("elman")));
        QVERIFY(!toggle->isVisible());
    }

    void theSentenceTakesNoMoreLinesThanItsWidthAsksFor()
    {
        Document document(test::elmanOverWave(12, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {420, 620});
        const auto *sentence = stack.sentence();
        QTRY_VERIFY(sentence->width() < 420);
        const int narrow = sentence->height();
        QVERIFY(narrow >= sentence->heightForWidth(sentence->width()));
        stack.resize(1200, 620);
        QTRY_VERIFY(sentence->width() > 1000);
        QTRY_VERIFY(sentence->height() < narrow);
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    }

    void aStepLiesAtTheSameXInEveryView_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("all") << 0.5 << 60.5;
        QTest::newRow("a third") << 20.5 << 40.5;
        QTest::newRow("a few, between steps") << 24.3 << 31.1;
    }
    void aStepLiesAtTheSameXInEveryView()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        Document document(test::elmanOverWave(60, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {760, 620});
        document.setTimeWindow({from, to});
        const GradientView *gradient = stack.gradient();
        const HeatMapLayout cells = stack.heatMap()->cellLayout();
        for (const int step : {25, 28, 31}) {
            const double x = stack.axis().x(step);
            QVERIFY(
                std::abs(stackX(stack, stack.heatMap(), cells.cell(0, cells.columnOf(step)).center().x()) - x) < 1e-6);
            QVERIFY(
                std::abs(stackX(stack, gradient->plot(), gradient->plot()->positionOf("norm", step)->x()) - x) < 1e-6);
            QVERIFY(std::abs(stackX(stack, stack.axisBar(), stack.axisBar()->axis().x(step)) - x) < 1e-6);
        }
    }

    void oneUnbrokenLineRunsThroughEverything_data() { aStepLiesAtTheSameXInEveryView_data(); }
    void oneUnbrokenLineRunsThroughEverything()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        Document document(test::elmanOverWave(60, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {1100, 620}); // the pills of the headers lie right of the step
        document.setTimeWindow({from, to});
        document.setStep(26);
        QTest::qWait(0);
        const QImage picture = stack.grab().toImage();
        const int x = static_cast<int>(cursorX(stack.axis(), 26));
        const int top = 12;
        const int bottom = stack.axisBar()->y();
        int broken = 0;
        for (int y = top; y < bottom; ++y)
            broken += picture.pixelColor(x, y) != themeOf(&stack).cursorLine;
        // Only the curves' own points stand on the line: two norms and two guides.
        QVERIFY2(broken <= 40, qPrintable(QString::number(broken)));
        const int plotTop = stack.gradient()->mapTo(&stack, QPoint()).y() + 28;
        for (int y = top; y < plotTop; ++y)
            QVERIFY2(
                picture.pixelColor(x, y) == themeOf(&stack).cursorLine, qPrintable(QStringLiteral("y = %1").arg(y)));
    }

    void ctrlWheelZoomsAllViewsAroundTheMouse()
    {
        Document document(test::elmanOverWave(60, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {760, 620});
        for (QWidget *view : {static_cast<QWidget *>(stack.heatMap()), static_cast<QWidget *>(stack.gradient()),
                 static_cast<QWidget *>(stack.axisBar())}) {
            const TimeWindow before = document.timeWindow();
            const QPointF at(stack.axis().x(22) - view->mapTo(&stack, QPoint()).x(), view->height() / 2.0);
            wheel(*view, at, {0, 120}, Qt::ControlModifier);
            QVERIFY(document.timeWindow().span() < before.span());
            QVERIFY(std::abs(stack.axis().x(22) - (at.x() + view->mapTo(&stack, QPoint()).x())) < 0.5);
        }
        for (int i = 0; i < 30; ++i)
            wheel(stack, {300, 300}, {0, -120}, Qt::ControlModifier);
        QCOMPARE(document.timeWindow(), TimeWindow::all(60));
        for (int i = 0; i < 60; ++i)
            wheel(stack, {300, 300}, {0, 120}, Qt::ControlModifier);
        QVERIFY(document.timeWindow().span() >= 1);
    }

    void theWheelScrollsAndStopsAtTheEnds()
    {
        Document document(test::elmanOverWave(60, 4));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {760, 620});
        document.setTimeWindow({20.5, 40.5});
        wheel(*stack.heatMap(), {300, 60}, {0, -120}, {});
        QVERIFY(document.timeWindow().from > 20.5);
        wheel(*stack.heatMap(), {300, 60}, {240, 0}, {});
        QVERIFY(document.timeWindow().from < 20.5);
        for (int i = 0; i < 50; ++i)
            wheel(stack, {300, 60}, {0, -120}, {});
        QCOMPARE(document.timeWindow().to, 60.5);
        QCOMPARE(document.timeWindow().span(), 20.0);
    }

    void theUnrolledGraphsWheelIsTheStacks()
    {
        Document document(test::elmanOverWave(60, 4));
        auto *unrolled = new QWidget;
        TimeStack stack(&document, unrolled);
        test::show(stack, {760, 620});
        const double x = stack.axis().x(10);
        wheel(*unrolled, {x - unrolled->mapTo(&stack, QPoint()).x(), 40}, {0, 360}, Qt::ControlModifier);
        QVERIFY(document.timeWindow().span() < 60);
        QVERIFY(std::abs(stack.axis().x(10) - x) < 0.5);
    }

    void everySectionIsVisibleAtSmallAndLargeSizes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small screen") << QSize(760, 620);
        QTest::newRow("large screen") << QSize(1300, 980);
    }
    void everySectionIsVisibleAtSmallAndLargeSizes()
    {
        QFETCH(QSize, size);
        Document document(test::elmanOverWave(16, 8));
        auto *unrolled = new QWidget;
        TimeStack stack(&document, unrolled);
        test::show(stack, size);
        QVERIFY(unrolled->height() > 0.28 * size.height());
        QVERIFY(stack.heatMap()->height() > 0.14 * size.height());
        QVERIFY(stack.gradient()->height() > 0.22 * size.height());
        QVERIFY(stack.sentence()->geometry().bottom() <= stack.height());
        QVERIFY(stack.sentence()->height() >= stack.sentence()->heightForWidth(stack.sentence()->width()));
    }

    void theSentenceFollowsTheGain()
    {
        Document document(test::scalar(20, 0.5));
        TimeStack stack(&document, new QWidget);
        test::show(stack, {760, 620});
        QVERIFY(test::hasNumber(stack.sentence()->accessibleName(), 0.5));
        const QString before = stack.sentence()->text();
        document.setGain(1.6);
        QVERIFY(stack.sentence()->text() != before);
        QVERIFY(test::hasNumber(stack.sentence()->accessibleName(), 1.6));
        QVERIFY(stack.sentence()->text().contains(themeOf(ThemeKind::Light).loss.name()));
    }
};

UNFOLD_TEST(TimeStackTest)
#include "time_stack_test.moc"
