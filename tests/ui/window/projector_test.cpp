// The window on a projector, with keys as a presenter's remote sends them.
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/folded/folded_view.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/document/document.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/layout/bare_splitter.h"
#include "ui/layout/scroll_column.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_sentence.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/window/main_window.h"
#include "ui/window/text_zoom.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace unfold;

namespace {
constexpr QSize screenSize(1280, 720);
constexpr QSize windowSize(1160, 690);
} // namespace

class ProjectorTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_settings.clear();
        openWindow(windowSize);
    }

    void cleanup() { closeWindow(); }

    void onTheProjectorTheWindowFillsTheScreenInLargerType()
    {
        QCOMPARE(m_window->screen()->size(), screenSize);
        const double slider = height<GainSlider>();
        enter(Qt::Key_F5);
        QVERIFY(m_window->isFullScreen());
        QCOMPARE(m_window->size(), screenSize);
        QCOMPARE(QApplication::font().pixelSize(), 20); // 1.4 times 14
        QTRY_VERIFY(height<GainSlider>() >= 1.25 * slider);
    }

    void theAudienceSeesTheNetworkAndNothingElse()
    {
        enter(Qt::Key_F11);
        QVERIFY(find<FoldedView>()->isVisible());
        QVERIFY(find<GainSlider>()->isVisible());
        QVERIFY(find<UnrolledView>()->isVisible());
        QVERIFY(find<HeatMapView>()->isVisible());
        QVERIFY(find<GradientView>()->isVisible());
        QVERIFY(find<GradientSentence>()->isVisible());
        QVERIFY(!find<QTabWidget>()->isVisible());
        QVERIFY(!find<InspectorPanel>()->isVisible());
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("menu"))->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F9); // the teacher may want a number opened
        QTRY_VERIFY(find<InspectorPanel>()->isVisible());
    }

    void aLongTitleTakesTheRoomThatNobodyElseWants()
    {
        Experiment experiment = m_document->experiment();
        experiment.title = "Encoder and decoder: poem";
        QVERIFY(m_document->open(experiment));
        const auto *title = m_window->findChild<QWidget *>(QStringLiteral("scenes"));
        enter(Qt::Key_F5);
        QTRY_COMPARE(title->width(), title->maximumWidth()); // that of all its letters
        QVERIFY(title->width() > title->sizeHint().width());
    }

    void leavingRestoresEverything_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << int(Qt::Key_Escape);
        QTest::newRow("F5") << int(Qt::Key_F5);
        QTest::newRow("F11") << int(Qt::Key_F11);
    }

    void leavingRestoresEverything()
    {
        QFETCH(int, key);
        auto *columns = find<BareSplitter>();
        columns->setSizes({330, 430, 330});
        find<QTabWidget>()->setCurrentIndex(1);
        m_window->menu()->view()->text()->zoom(2);
        QCoreApplication::processEvents();
        QTRY_COMPARE(m_window->size(), windowSize);
        const QList<int> sizes = columns->sizes();
        const QRect place = m_window->geometry();
        enter(Qt::Key_F5);
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QTest::keyClick(m_window.get(), Qt::Key(key));
        QTRY_COMPARE(m_window->geometry(), place);
        QVERIFY(!m_window->isFullScreen());
        QCOMPARE(QApplication::font().pixelSize(), 16);
        QTRY_COMPARE(columns->sizes(), sizes);
        QVERIFY(find<QTabWidget>()->isVisible());
        QCOMPARE(find<QTabWidget>()->currentIndex(), 1);
        QVERIFY(find<InspectorPanel>()->isVisible());
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("menu"))->isVisible());
    }

    void aHiddenInspectorStaysHidden()
    {
        m_window->menu()->view()->inspectorAction()->setChecked(false);
        enter(Qt::Key_F5);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_window->size(), windowSize);
        QVERIFY(!find<InspectorPanel>()->isVisible());
    }

    void theButtonProjectsAndLeaves()
    {
        auto *button = m_window->findChild<QToolButton *>(QStringLiteral("projector"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_window->size(), screenSize);
        QVERIFY(button->isVisible());
        QVERIFY(button->toolTip().contains(QStringLiteral("Esc")));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_window->size(), windowSize);
    }

    void aRemoteStepsThroughBothPasses()
    {
        const int steps = m_document->result()->steps();
        m_document->setPass(Pass::Forward);
        m_document->setStep(steps - 1);
        enter(Qt::Key_F5);
        next();
        QCOMPARE(m_document->cursor().step, steps);
        next(); // from the end of the one into the other, which begins there
        QCOMPARE(m_document->cursor().pass, Pass::Backward);
        QCOMPARE(m_document->cursor().step, steps);
        next();
        QCOMPARE(m_document->cursor().step, steps - 1);
        previous();
        previous();
        QCOMPARE(m_document->cursor().pass, Pass::Forward);
        QCOMPARE(m_document->cursor().step, steps);
        previous();
        QCOMPARE(m_document->cursor().step, steps - 1);
    }

    void theEndsOfTimeHold()
    {
        m_document->setPass(Pass::Forward);
        m_document->setStep(1);
        enter(Qt::Key_F5);
        previous();
        QCOMPARE(m_document->cursor().step, 1);
        m_document->setPass(Pass::Backward);
        next();
        QCOMPARE(m_document->cursor().step, 1);
        QCOMPARE(m_document->cursor().pass, Pass::Backward);
    }

    void theRemoteStepsWhileTheSliderHasTheFocus()
    {
        enter(Qt::Key_F5);
        m_document->setPass(Pass::Backward);
        m_document->setStep(9);
        auto *slider = find<GainSlider>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
        QVERIFY(slider->hasFocus());
        const double gain = m_document->experiment().gain;
        QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(m_document->cursor().step, 8);
        QCOMPARE(m_document->experiment().gain, gain);
        QTest::keyClick(slider, Qt::Key_Escape);
        QTRY_COMPARE(m_window->size(), windowSize);
    }

    void aTextFieldKeepsItsKeys()
    {
        enter(Qt::Key_F5);
        m_document->setStep(9);
        auto *entry = find<GainSlider>()->parentWidget()->findChild<QLineEdit *>();
        entry->setFocus();
        QTest::keyClick(entry, Qt::Key_PageDown);
        QCOMPARE(m_document->cursor().step, 9);
    }

    void withoutAProjectorPageDownIsTenSteps()
    {
        m_document->setStep(2);
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
        QCOMPARE(m_document->cursor().step, 12);
    }

    void textGrowsOnTheProjectorTooAndIsRemembered()
    {
        enter(Qt::Key_F5);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pixelSize(), 21); // 1.4 times 15
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_window->size(), windowSize);
        QCOMPARE(QApplication::font().pixelSize(), 15);
    }

    void aWindowClosedOnTheProjectorComesBackAsItWasBefore()
    {
        enter(Qt::Key_F5);
        m_window->close();
        QCOMPARE(QApplication::font().pixelSize(), defaultTextPixels);
        m_window = std::make_unique<MainWindow>(m_document.get(), &m_settings);
        QCOMPARE(m_window->size(), windowSize);
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(m_window->menu()->view()->inspectorAction()->isChecked());
    }

    void leavingAndEnteringAtOnceLeavesNothingHalfDone()
    {
        enter(Qt::Key_F5);
        m_window->menu()->view()->projectorAction()->trigger(); // the second half of it would follow in an event
        m_window->menu()->view()->projectorAction()->trigger();
        QTRY_COMPARE(QApplication::font().pixelSize(), 20);
        QTRY_COMPARE(m_window->size(), screenSize);
        QVERIFY(!find<QTabWidget>()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_window->size(), windowSize);
        QVERIFY(find<QTabWidget>()->isVisible());
        QVERIFY(find<InspectorPanel>()->isVisible());
        QCOMPARE(QApplication::font().pixelSize(), defaultTextPixels);
    }

    void aWindowClosedWhileItComesBackIsRememberedAsItWas()
    {
        enter(Qt::Key_F5);
        m_window->menu()->view()->projectorAction()->trigger();
        m_window->close();
        m_window = std::make_unique<MainWindow>(m_document.get(), &m_settings);
        QCOMPARE(m_window->size(), windowSize);
        QVERIFY(m_window->menu()->view()->inspectorAction()->isChecked());
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("zoom");
        QTest::newRow("the default size") << 0;
        QTest::newRow("the largest") << 14;
    }

    void nothingIsCut()
    {
        QFETCH(int, zoom);
        m_window->menu()->view()->text()->zoom(zoom);
        QCoreApplication::processEvents();
        enter(Qt::Key_F5);
        QTRY_COMPARE(m_window->size(), screenSize);
        QTRY_VERIFY2(whatIsCut().isEmpty(), qPrintable(whatIsCut()));
        for (const ScrollColumn *column : m_window->findChildren<ScrollColumn *>())
            if (column->isVisible())
                QTRY_COMPARE(column->verticalScrollBar()->maximum(), 0);
    }

private:
    template <typename View> double height() const { return find<View>()->height(); }

    void enter(Qt::Key key)
    {
        const int wanted = std::min(21, qRound(1.4 * QApplication::font().pixelSize()));
        QTest::keyClick(m_window.get(), key);
        QTRY_COMPARE(m_window->size(), screenSize);
        QTRY_COMPARE(QApplication::font().pixelSize(), wanted);
    }

    void next() { QTest::keyClick(m_window.get(), Qt::Key_PageDown); }
    void previous() { QTest::keyClick(m_window.get(), Qt::Key_PageUp); }

    /// The first label or button that has less room than its words need, or that stands outside the window.
    QString whatIsCut() const
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (!widget->isVisible() || widget->visibleRegion().isEmpty() || (!label && !button))
                continue;
            const bool wraps = label && label->wordWrap();
            const QSize needed = wraps ? QSize(0, label->heightForWidth(label->width())) : widget->minimumSizeHint();
            const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
            if (widget->width() < needed.width() || widget->height() < needed.height()
                || place.right() > m_window->width())
                return QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                    + (label ? label->text() : button->text());
        }
        return {};
    }
};

namespace {

/// On the screen of a small projector.
int runProjected(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens": [{"name": "projector", "x": 0, "y": 0, "width": 1280, "height": 720,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    return test::runWith<QApplication, ProjectorTest>(argc, argv);
}

} // namespace

UNFOLD_TEST_RUN_BY(ProjectorTest, runProjected)
#include "projector_test.moc"
