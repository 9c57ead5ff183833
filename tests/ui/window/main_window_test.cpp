// The whole window, driven as a user drives it.
#include "core/experiment/edit.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "ui/controls/gain_slider.h"
#include "ui/diagram/unrolled/unrolled_view.h"
#include "ui/layout/scroll_column.h"
#include "ui/timeline/gradient/factors_view.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/map/itemised_gradient_view.h"
#include "ui/widgets/section_header.h"
#include "ui/window/file_actions.h"
#include "ui/window/message_bar.h"
#include "ui/window/view_actions.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace unfold;

class MainWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aHalfTypedNumberIsNoEditWhenTheWindowGoes()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        for (const char *name : {"gainEntry", "seed", "steps"}) {
            auto *entry = m_window->findChild<QWidget *>(QLatin1String(name));
            for (auto *tabs : m_window->findChildren<QTabWidget *>())
                for (int i = 0; i < tabs->count(); ++i)
                    if (tabs->widget(i)->isAncestorOf(entry))
                        tabs->setCurrentIndex(i);
            entry->setFocus();
            QTest::keyClicks(m_window->focusWidget(), QStringLiteral("2"));
            const Experiment before = m_document->experiment();
            m_window.reset();
            QVERIFY2(m_document->experiment() == before, name);
            init();
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        }
    }

    void withLargeTextTheWindowStillFitsASmallScreenAndTheLeftColumnScrolls_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::newRow("20 px") << 20;
        QTest::newRow("24 px") << 24;
    }

    void withLargeTextTheWindowStillFitsASmallScreenAndTheLeftColumnScrolls()
    {
        QFETCH(int, pixels);
        auto *column = m_window->findChild<ScrollColumn *>();
        QCOMPARE(column->verticalScrollBar()->maximum(), 0); // everything in sight at the normal size
        setTextPixels(pixels);
        m_window->resize(1280, 720);
        QTRY_VERIFY(column->verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(m_window->size(), QSize(1280, 720));
        for (const QLabel *label : column->findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    /// The remembered size is set while the window is built: it must not reach parts that are not there yet.
    void itOpensWithTheTextSizeThatWasRemembered()
    {
        m_settings.setValue(QStringLiteral("view/textPixels"), 20);
        struct Deleter {
            void operator()(MainWindow *window) const
            {
                window->~MainWindow();
                ::operator delete(window);
            }
        };
        void *memory = ::operator new(sizeof(MainWindow));
        std::memset(memory, 0xab, sizeof(MainWindow)); // as it may be: nothing is zero by itself
        const std::unique_ptr<MainWindow, Deleter> window(new (memory) MainWindow(m_document.get(), &m_settings));
        QCOMPARE(QApplication::font().pixelSize(), 20);
        m_settings.clear();
    }

    void keysStepThroughTime()
    {
        m_document->setStep(1);
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QCOMPARE(m_document->cursor().step, m_document->result()->steps());
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QCOMPARE(m_document->cursor().step, m_document->result()->steps() - 1);
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QCOMPARE(m_document->cursor().step, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F);
        QCOMPARE(m_document->cursor().pass, Pass::Forward);
        QTest::keyClick(m_window.get(), Qt::Key_B);
        QCOMPARE(m_document->cursor().pass, Pass::Backward);
    }

    void draggedSliderTurnsTheCurve()
    {
        dragTo(0.5);
        QVERIFY(std::abs(m_document->experiment().gain - 0.5) < 0.02);
        QVERIFY(decadesLostOnTheWayBack() > 4);
        dragTo(1.6);
        QVERIFY(std::abs(m_document->experiment().gain - 1.6) < 0.02);
        QVERIFY(decadesLostOnTheWayBack() < -1.5);
    }

    void everySceneOpensAndIsDrawn()
    {
        const SceneList list = readScenes();
        QVERIFY2(list.faults.isEmpty(), qPrintable(list.faults.join(u'\n')));
        QVERIFY(list.scenes.size() >= 17);
        for (const Scene &scene : list.scenes) {
            QVERIFY(m_document->open(scene.experiment));
            QVERIFY(m_window->windowTitle().startsWith(scene.title));
            m_window->grab();
            const auto &shapes = view<UnrolledView>()->layoutShapes();
            QVERIFY(!shapes.nodes.empty());
        }
    }

    void aKeyOpensTheCell()
    {
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(!m_document->cellsOpened()); // this network has none
        QVERIFY(m_document->open(withCircuit(m_document->experiment(), "lstm")));
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(m_document->cellsOpened());
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(!m_document->cellsOpened());
    }

    void everyTimeViewHasAStepAtTheSamePlace()
    {
        m_document->open(withSteps(defaultScene(), 60));
        for (const TimeWindow &window : {TimeWindow::all(60), TimeWindow{10.5, 40.5}, TimeWindow{20.25, 27.75}}) {
            m_document->setTimeWindow(window);
            QCoreApplication::processEvents();
            for (int step : {22, 25}) {
                const double inGraph = inWindow(view<UnrolledView>(), view<UnrolledView>()->axis().x(step));
                const auto *plot = view<GradientView>()->plot();
                const auto *map = view<HeatMapView>();
                QVERIFY(std::abs(inWindow(plot, plot->axis().x(step)) - inGraph) < 0.01);
                QVERIFY(std::abs(inWindow(map, map->cellLayout().axis.x(step)) - inGraph) < 0.01);
            }
        }
    }

    void theLowerViewIsChosenByKeyAndByItsTitle()
    {
        QVERIFY(view<GradientView>()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_V);
        QVERIFY(!view<GradientView>()->isVisible());
        QVERIFY(view<FactorsView>()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_V);
        auto *causes = view<ItemisedGradientView>();
        QVERIFY(causes->isVisible());
        QCOMPARE(causes->header()->height(), view<GradientView>()->header()->height()); // nothing jumps
        auto *title = causes->findChild<TitleButton *>();
        QTest::mouseClick(title, Qt::LeftButton);
        auto *list = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(list);
        QTest::mouseClick(list, Qt::LeftButton, {}, list->actionGeometry(list->actions().front()).center());
        QTRY_VERIFY(view<GradientView>()->isVisible());
    }

    void typedSentenceIsRead()
    {
        auto *tabs = m_window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(2);
        DataSource text;
        text.kind = TextSource{"abc", TextSource::Unit::Characters};
        QVERIFY(m_document->change(withData(m_document->experiment(), text), QStringLiteral("text")));
        auto *field = m_window->findChild<QPlainTextEdit *>();
        QVERIFY(field && field->isVisible());
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("hello world"));
        QTRY_COMPARE(m_document->result()->steps(), 10);
        QCOMPARE(stepLabelsOf(m_document->experiment()).front(), "h");
        // The first letter stands under the first column of the graph.
        auto *graph = view<UnrolledView>();
        const QRect underFirst(qRound(graph->axis().x(1)) - 10, graph->height() - 22, 20, 22);
        const QImage h = graph->grab(underFirst).toImage();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("jello world"));
        QTRY_COMPARE(stepLabelsOf(m_document->experiment()).front(), "j");
        QVERIFY(graph->grab(underFirst).toImage() != h);
    }

    void brokenFileIsSaidAndChangesNothing()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("broken.unfold")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format": "unfold-experiment", "version": 1, "circuit": {"name": "elmann"}})");
        file.close();
        const Experiment before = m_document->experiment();
        m_window->menu()->files()->openFile(file.fileName());
        const auto *bar = m_window->findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("broken.unfold: circuit.name")), qPrintable(bar->text()));
        QVERIFY(bar->text().contains(QStringLiteral("elmann")));
        QVERIFY(m_document->experiment() == before);
    }

    void messageGoesWhenSomethingWorks()
    {
        auto *bar = m_window->findChild<MessageBar *>();
        m_window->menu()->files()->openFile(QStringLiteral("/nowhere.unfold"));
        QVERIFY(bar->isVisible());
        m_document->setGain(0.5);
        QVERIFY(!bar->isVisible());
    }

    void aWindowThatOpensInTheForwardPassSaysSoInThePlot()
    {
        m_window.reset();
        m_document->setPass(Pass::Forward);
        m_window = std::make_unique<MainWindow>(m_document.get(), &m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        const QList<QLabel *> labels = view<GradientView>()->findChildren<QLabel *>();
        const auto message = std::find_if(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->text().startsWith(QStringLiteral("Not computed yet")); });
        QVERIFY(message != labels.end());
        QVERIFY((*message)->width() >= (*message)->fontMetrics().horizontalAdvance((*message)->text()));
        const auto *plot = view<GradientView>()->plot();
        QVERIFY(std::abs((*message)->geometry().center().x() - plot->plotArea().center().x()) < 4);
    }

    void columnsClose()
    {
        const auto pressed = [this](Qt::Key key) {
            QTest::keyClick(m_window.get(), key);
            return m_window->menu()->view()->inspectorAction()->isChecked();
        };
        QVERIFY(!pressed(Qt::Key_F9));
        QVERIFY(pressed(Qt::Key_F9));
    }

    void textGrowsEverywhereAndTheColumnsWithIt()
    {
        const auto pixels = [this] {
            QList<int> all;
            for (const QLabel *label : m_window->findChildren<QLabel *>())
                if (label->isVisible() && !label->text().isEmpty())
                    all << label->font().pixelSize();
            return all;
        };
        m_window->resize(1600, 900);
        QCoreApplication::processEvents();
        const QList<int> before = pixels();
        const int columnBefore = view<GainSlider>()->width();
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        const auto allHaveGrown = [&] {
            const QList<int> now = pixels();
            return now.size() == before.size()
                && std::equal(now.begin(), now.end(), before.begin(), [](int a, int b) { return a > b; });
        };
        QTRY_VERIFY2(allHaveGrown(), "a label kept its size, or had to make way");
        const int columnAfter = view<GainSlider>()->width();
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY(before.size() > 5);
        QVERIFY(columnAfter > columnBefore);
        QTRY_COMPARE(pixels(), before);
    }

    void theColumnsComeBackWithTheText()
    {
        const QList<int> before = columns();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTRY_VERIFY(columns()[0] > before[0] + 40 && columns()[2] > before[2] + 40);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(columns(), before);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QTRY_COMPARE(columns(), before);
    }

    void fitsASmallProjector()
    {
        // Nothing may force the window wider than the smallest projector, in the default size of text.
        QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY2(m_window->minimumSizeHint().height() <= 720,
            qPrintable(QString::number(m_window->minimumSizeHint().height())));
    }

private:
    QList<int> columns() const { return m_window->findChild<QSplitter *>()->sizes(); }

    template <typename View> View *view() const { return m_window->findChild<View *>(); }

    /// With the mouse, from where the handle is.
    void dragTo(double gain)
    {
        auto *slider = view<GainSlider>();
        const auto at = [slider](double g) { return QPoint(qRound(slider->scale().x(g)), slider->height() / 2); };
        QTest::mousePress(slider, Qt::LeftButton, {}, at(slider->gain()));
        QTest::mouseMove(slider, at((slider->gain() + gain) / 2));
        QTest::mouseMove(slider, at(gain));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, at(gain));
    }

    /// log₁₀ of the last plotted norm over the first: how far the drawn curve falls towards step 1.
    double decadesLostOnTheWayBack()
    {
        const auto points = view<GradientView>()->plot()->plotted(QStringLiteral("norm"));
        return points.back().y() - points.front().y();
    }

    double inWindow(const QWidget *widget, double x) const { return x + widget->mapTo(m_window.get(), QPoint()).x(); }
};

UNFOLD_TEST(MainWindowTest)
#include "main_window_test.moc"
