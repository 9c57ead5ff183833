#include "tests/support/test_program.h"
#include "ui/help/tour.h"

#include "tests/support/window_fixture.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/help/screen_places.h"
#include "ui/help/spotlight.h"
#include "ui/help/tour_card.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace unfold;

class TourTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings.clear();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void isShownAtTheFirstStartOnly()
    {
        QVERIFY(!m_window->findChild<TourCard *>()); // nobody greeted: tests and pictures are without
        help()->greet(m_settings);
        QVERIFY(tour()->running() && tour()->card()->isVisible());
        closeWindow();
        openWindow();
        help()->greet(m_settings);
        QVERIFY(!tour()->running());
    }

    void enterGoesThroughFiveStepsAndEndsIt()
    {
        start();
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(tour()->step(), step);
            QCOMPARE(text("tourCount"), QStringLiteral("%1 of 5").arg(step + 1));
            QVERIFY(!text("tourTitle").isEmpty());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        QVERIFY(!tour()->running());
        QVERIFY(!tour()->card()->isVisible() && !tour()->spotlight()->isVisible());
    }

    void whatToTryIsLegibleInTheThemeOfTheMoment()
    {
        start();
        const auto *task = m_window->findChild<QLabel *>(QStringLiteral("tourTask"));
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
            m_window->setPalette(paletteOf(kind));
            QCOMPARE(task->palette().color(QPalette::WindowText), themeOf(kind).cursorLine);
        }
    }

    void theButtonsGoOnBackAndAway()
    {
        start();
        QVERIFY(!button("tourBack")->isEnabled());
        QTest::mouseClick(button("tourNext"), Qt::LeftButton);
        QCOMPARE(tour()->step(), 1);
        QTest::mouseClick(button("tourBack"), Qt::LeftButton);
        QCOMPARE(tour()->step(), 0);
        QTest::mouseClick(button("tourSkip"), Qt::LeftButton);
        QVERIFY(!tour()->running());
    }

    void escEndsItFromTheCardAndFromTheWindow()
    {
        start();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!tour()->running());
        start();
        find<UnrolledView>()->setFocus();
        QTest::keyClick(find<UnrolledView>(), Qt::Key_Escape);
        QVERIFY(!tour()->running());
    }

    void itCanBeStartedAgainFromTheMenu()
    {
        for (QAction *action : m_window->actions())
            if (action->text() == QStringLiteral("Tour of five steps"))
                action->trigger();
        QVERIFY(tour()->running());
    }

    void whatItAsksForCanBeDoneAndGetsATick()
    {
        start();
        const auto ticked = [this] { return text("tourTask").startsWith(u'✓'); };
        QVERIFY(!ticked());
        m_document->setHover(ElementRef::ofParameter("W"));
        QVERIFY(ticked());
        next();
        QVERIFY(!ticked());
        auto *slider = find<GainSlider>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3, slider->height() / 2));
        QVERIFY(m_document->experiment().gain < 1);
        QVERIFY(ticked());
        QCOMPARE(tour()->step(), 1); // it does not go on by itself
        next();
        QVERIFY(!ticked());
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QCOMPARE(m_document->cursor().step, 2); // the arrows stay those of time
        QVERIFY(ticked());
        next();
        QTest::keyClick(m_window.get(), Qt::Key_F);
        QCOMPARE(m_document->cursor().pass, Pass::Forward);
        QVERIFY(ticked());
        next();
        m_document->select(ElementRef::ofNode(1, 3));
        QVERIFY(ticked());
    }

    /// What is open already follows the time; that opens nothing.
    void steppingInTimeOpensNothing()
    {
        m_document->setStep(2);
        m_document->select(ElementRef::ofNode(1, 2));
        start();
        for (int i = 0; i < 4; ++i)
            next();
        QVERIFY(!text("tourTask").startsWith(u'✓'));
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QCOMPARE(m_document->cursor().selection, ElementRef::ofNode(1, 3));
        QVERIFY(!text("tourTask").startsWith(u'✓'));
        m_document->select(ElementRef::ofNode(2, 3));
        QVERIFY(text("tourTask").startsWith(u'✓'));
    }

    void outlinesWhatItSpeaksAboutAndCoversLittleOfIt_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("larger");
        QTest::newRow("small projector") << QSize(1280, 720) << 0;
        QTest::newRow("full HD") << QSize(1920, 1080) << 0;
        QTest::newRow("larger text") << QSize(1280, 720) << 4;
        QTest::newRow("much larger text") << QSize(1920, 1080) << 10;
    }
    void outlinesWhatItSpeaksAboutAndCoversLittleOfIt()
    {
        QFETCH(QSize, size);
        QFETCH(int, larger);
        setTextPixels(defaultTextPixels + larger);
        start();
        for (int step = 0; step < 5; ++step, next()) {
            m_window->resize(1500, 900); // and back, while it runs
            QCoreApplication::processEvents();
            m_window->resize(size);
            const auto first = [&] { return placeOf(*m_window, tourSteps()[size_t(step)].places.first()); };
            QTRY_COMPARE(tour()->spotlight()->places().value(0), first());
            QTRY_COMPARE(tour()->spotlight()->geometry(), m_window->rect());
            const QRect card = tour()->card()->geometry();
            QVERIFY(m_window->rect().contains(card));
            const QRect covered = card & first();
            QVERIFY2(covered.width() * covered.height() < first().width() * first().height() / 4,
                qPrintable(QString::number(step)));
            for (const QLabel *label : tour()->card()->findChildren<QLabel *>())
                if (label->isVisible() && label->wordWrap())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

    void aClosedColumnIsSaidAndFoundAgain()
    {
        start();
        QVERIFY(text("tourHint").isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTRY_VERIFY(text("tourHint").contains(QStringLiteral("F8")));
        QVERIFY(m_window->rect().contains(tour()->card()->geometry()));
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTRY_VERIFY(text("tourHint").isEmpty());
        QTRY_COMPARE(tour()->spotlight()->places().value(0), placeOf(*m_window, QStringLiteral("circuit")));
    }

    void itWaitsBehindAPage()
    {
        start();
        next();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(!tour()->card()->isVisible() && !tour()->spotlight()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the page's
        QTRY_VERIFY(tour()->card()->isVisible() && tour()->spotlight()->isVisible());
        QCOMPARE(tour()->step(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_U);
        QTRY_VERIFY(!tour()->card()->isVisible());
        tour()->start(); // asked for: it is what is to be seen
        QTRY_VERIFY(tour()->card()->isVisible() && tour()->spotlight()->isVisible());
        QVERIFY(m_window->findChild<UnrolledView *>()->isVisible());
    }

    void theSpotlightTakesNoClicks()
    {
        start();
        QVERIFY(qobject_cast<Spotlight *>(m_window->childAt(m_window->rect().center())) == nullptr);
        auto *backward = m_window->findChild<QToolButton *>(QStringLiteral("forwardPass"));
        QCOMPARE(m_window->childAt(inWindow(backward).center()), backward);
    }

private:
    Tour *tour() const { return help()->tour(); }
    void start()
    {
        tour()->start();
        QTRY_COMPARE(QApplication::focusWidget(), button("tourNext"));
    }
    void next() { QTest::mouseClick(button("tourNext"), Qt::LeftButton); }
    QToolButton *button(const char *name) const { return m_window->findChild<QToolButton *>(QLatin1String(name)); }
    QString text(const char *name) const { return m_window->findChild<QLabel *>(QLatin1String(name))->text(); }
};

UNFOLD_TEST(TourTest)
#include "tour_test.moc"
