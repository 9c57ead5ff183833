#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/time_views.h"
#include "ui/plot/axis_labels.h"
#include "ui/style/theme.h"
#include "ui/timeline/time_axis_bar.h"

using namespace unfold;

class TimeAxisBarTest : public QObject
{
    Q_OBJECT

    static QPoint at(const TimeAxisBar &bar, double step) { return {qRound(bar.axis().x(step)), 10}; }

private slots:
    void initTestCase() { loadFonts(); }

    void pressAndDragScrub()
    {
        Document document(test::scalar(16, 1));
        TimeAxisBar bar(&document);
        test::show(bar, {760, bar.sizeHint().height()});
        QTest::mousePress(&bar, Qt::LeftButton, {}, at(bar, 4));
        QCOMPARE(document.cursor().step, 4);
        QTest::mouseMove(&bar, at(bar, 11));
        QCOMPARE(document.cursor().step, 11);
        QTest::mouseMove(&bar, at(bar, 40));
        QCOMPARE(document.cursor().step, 16);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, at(bar, 16));
        QTest::mouseMove(&bar, at(bar, 3));
        QCOMPARE(document.cursor().step, 16);
    }

    void keys()
    {
        Document document(test::scalar(50, 1));
        document.setStep(20);
        TimeAxisBar bar(&document);
        test::show(bar, {760, bar.sizeHint().height()});
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(&bar, key);
            return document.cursor().step;
        };
        QCOMPARE(press(Qt::Key_Right), 21);
        QCOMPARE(press(Qt::Key_Left), 20);
        QCOMPARE(press(Qt::Key_PageDown), 30);
        QCOMPARE(press(Qt::Key_PageUp), 20);
        QCOMPARE(press(Qt::Key_End), 50);
        QCOMPARE(press(Qt::Key_Right), 50);
        QCOMPARE(press(Qt::Key_Home), 1);
    }

    void thePresentStepIsAmongTheNumbers()
    {
        Document document(test::scalar(1000, 1));
        document.setStep(437);
        TimeAxisBar bar(&document);
        test::show(bar, {760, bar.sizeHint().height()});
        int present = 0;
        for (const AxisLabel &label : bar.labels())
            if (label.present)
                present = label.step;
        QCOMPARE(present, 437);
    }

    void theOverviewShowsAndDragsTheWindow()
    {
        Document document(test::scalar(200, 1));
        TimeAxisBar bar(&document);
        test::show(bar, {760, bar.sizeHint().height()});
        QVERIFY(bar.overviewTrack().isEmpty());
        document.setTimeWindow({0.5, 50.5});
        const QRectF thumb = bar.overviewThumb();
        QVERIFY(std::abs(thumb.width() / bar.overviewTrack().width() - 0.25) < 0.01);
        const int step = document.cursor().step;
        QTest::mousePress(&bar, Qt::LeftButton, {}, thumb.center().toPoint());
        QTest::mouseMove(&bar, (thumb.center() + QPointF(thumb.width(), 0)).toPoint());
        QVERIFY(std::abs(document.timeWindow().from - 50.5) < 1);
        QTest::mouseMove(&bar, QPoint(5000, qRound(thumb.center().y())));
        QCOMPARE(document.timeWindow().to, 200.5);
        QTest::mouseRelease(&bar, Qt::LeftButton);
        QCOMPARE(document.cursor().step, step);
    }

    void aDoubleClickShowsAll()
    {
        Document document(test::scalar(200, 1));
        document.setTimeWindow({20.5, 50.5});
        TimeAxisBar bar(&document);
        test::show(bar, {760, bar.sizeHint().height()});
        QTest::mouseDClick(&bar, Qt::LeftButton, {}, at(bar, 30));
        QCOMPARE(document.timeWindow(), TimeWindow::all(200));
    }
};

UNFOLD_TEST(TimeAxisBarTest)
#include "time_axis_bar_test.moc"
