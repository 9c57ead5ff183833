// Taking figures and numbers out of the window, by keys, and what the window says about it.
#include "core/file/trace_file.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "tests/ui/window/modal.h"
#include "ui/controls/player.h"
#include "ui/document/document.h"
#include "ui/export/export_dialog.h"
#include "ui/style/theme.h"
#include "ui/timeline/gradient/gradient_view.h"
#include "ui/timeline/gradient_view_switcher.h"
#include "ui/timeline/heat_map/heat_map_view.h"
#include "ui/timeline/time_stack.h"
#include "ui/timeline/twin_sections.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/text_zoom.h"
#include "ui/window/theme_switch.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QProgressDialog>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace unfold;
using namespace Qt::Literals::StringLiterals;

class FigureActionsTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        setTextPixels(14);
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings.clear();
        m_settings.setValue(u"figure/folder"_s, m_dir->path());
        openWindow(QSize(), test::elmanOver(6, "a lecture"));
    }
    void cleanup()
    {
        m_accepting.reset();
        closeWindow();
    }

    void aFigureIsExportedByKeys()
    {
        const QPalette before = QApplication::palette();
        QString proposed;
        const WhenModal<ExportDialog> choice([](ExportDialog &dialog) {
            keys(dialog, Qt::Key_V, Qt::Key_Home); // the graph
            keys(dialog, Qt::Key_F, Qt::Key_End); // PNG
            keys(dialog, Qt::Key_C, Qt::Key_Down); // dark
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        });
        const WhenModal<QFileDialog> name([&](QFileDialog &dialog) {
            proposed = dialog.findChild<QLineEdit *>(u"fileNameEdit"_s)->text();
            enterPath(dialog, path("slide"));
        });
        press(Qt::CTRL | Qt::Key_E);
        QCOMPARE(choice.count(), 1);
        QCOMPARE(name.count(), 1);
        QCOMPARE(proposed, u"a lecture Unrolled graph.png"_s);
        QTRY_COMPARE(said(), u"Written: "_s + path("slide.png")); // packed beside
        const QImage figure(path("slide.png"));
        QCOMPARE(figure.size(), usualSize(FigureView::Graph));
        QCOMPARE(figure.pixelColor(2, 2), themeOf(ThemeKind::Dark).card);
        // The window is as it was.
        QCOMPARE(QApplication::palette(), before);
        QCOMPARE(themeOf(m_window.get()).kind, ThemeKind::Light);
        QVERIFY(m_document->undoStack()->isClean());
    }

    void timeStandsStillWhileAFigureIsChosen()
    {
        auto *player = m_window->findChild<Player *>();
        player->play();
        const int step = m_document->cursor().step;
        const WhenModal<ExportDialog> choice([&](ExportDialog &dialog) {
            QVERIFY(!player->playing());
            dialog.reject();
        });
        press(Qt::CTRL | Qt::Key_E);
        QCOMPARE(choice.count(), 1);
        QCOMPARE(m_document->cursor().step, step);
    }

    void whatWasChosenIsRemembered()
    {
        const WhenModal<ExportDialog> first([](ExportDialog &dialog) {
            keys(dialog, Qt::Key_C, Qt::Key_End);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        });
        {
            const auto name = closingTheFileDialog();
            press(Qt::CTRL | Qt::Key_E);
            QCOMPARE(name.count(), 1);
        }
        QCOMPARE(recallFigure(m_settings).theme, ThemeKind::Print);
        QCOMPARE(said(), QString()); // nothing was written, nothing is claimed
        QCOMPARE(QDir(m_dir->path()).entryList({u"*.svg"_s}).size(), 0);
    }

    void theWholeWindowIsAFigureOfItsOwn()
    {
        m_window->menu()->view()->theme()->choose(ThemeChoice::Dark);
        setTextPixels(19);
        const QByteArray state = m_window->saveState();
        const WhenModal<ExportDialog> choice([](ExportDialog &dialog) {
            keys(dialog, Qt::Key_F, Qt::Key_Home); // SVG
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        });
        const auto name = choosing(path("all.svg"));
        press(Qt::CTRL | Qt::Key_E);
        QTRY_COMPARE(said(), u"Written: "_s + path("all.svg"));
        const QByteArray svg = contentOf("all.svg");
        QVERIFY(svg.contains(">Gradient norm per step<"));
        QVERIFY(svg.contains(">Recurrent weight<"));
        QVERIFY(svg.contains("@font-face"));
        QVERIFY(svg.contains(themeOf(ThemeKind::Light).window.name().toLatin1()));
        QVERIFY(!svg.contains(themeOf(ThemeKind::Dark).window.name().toLatin1()));
        // What is on the screen stays: another theme, larger text.
        QCOMPARE(themeOf(m_window.get()).kind, ThemeKind::Dark);
        QCOMPARE(QApplication::font().pixelSize(), 19);
        QCOMPARE(m_window->saveState(), state);
    }

    void theViewWithTheFocusIsCopied()
    {
        m_window->findChild<GradientView *>()->setFocus();
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        QTRY_COMPARE(said(), u"Copied: Gradient norm per step. Paste it into a slide or a text."_s);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        const auto picture = qvariant_cast<QImage>(copied->imageData());
        QCOMPARE(picture.width(), 2 * m_window->findChild<GradientView *>()->width());
        const QByteArray svg = copied->data(u"image/svg+xml"_s);
        QVERIFY(svg.contains(">Gradient norm per step<"));
        QVERIFY(!svg.contains(">Unrolled graph<"));
        QVERIFY(m_window->findChild<GradientView *>()->hasFocus());
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void whatIsCopiedStaysAsItIsMeanwhile()
    {
        m_document->setStep(3);
        m_window->findChild<SoftButton *>(u"export"_s)->setFocus();
        QCursor::setPos(m_window->mapToGlobal(QPoint(m_window->width() - 3, 3)));
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        QTRY_VERIFY(m_window->findChild<QProgressDialog *>(u"figureProgress"_s));
        qt_handleKeyEvent(m_window->windowHandle(), QEvent::KeyPress, Qt::Key_End, {}, {}, false, 1);
        QTRY_VERIFY(said().startsWith(u"Copied: "_s));
        QCOMPARE(m_document->cursor().step, 3);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        press(Qt::Key_End);
        QCOMPARE(m_document->cursor().step, m_document->result()->steps());
    }

    void twinsThatStandBesideAreCopiedTogether()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        const TwinSections *twins = m_window->findChild<TimeStack *>()->twinSections();
        QVERIFY(twins->states());
        const auto *first = m_window->findChild<TimeStack *>()->heatMap();
        const int height = first->height() + twins->states()->height();
        twins->states()->setFocus(); // either of the two
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        QTRY_COMPARE(said(), u"Copied: Hidden states. Paste it into a slide or a text."_s);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        const QByteArray svg = copied->data(u"image/svg+xml"_s);
        QVERIFY(svg.contains("· RNN<"));
        QVERIFY(svg.contains("· twin: LSTM<"));
        QVERIFY(qvariant_cast<QImage>(copied->imageData()).height() > 2 * height);
        QVERIFY(twins->states()->isVisible()); // the window is as it was
    }

    void withoutAViewTheWindowIsCopied()
    {
        m_window->findChild<SoftButton *>(u"export"_s)->setFocus();
        QCursor::setPos(m_window->mapToGlobal(QPoint(m_window->width() - 3, 3)));
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        QTRY_COMPARE(said(), u"Copied: Whole window. Paste it into a slide or a text."_s);
        QCOMPARE(QApplication::clipboard()->image().size(), 2 * m_window->size());
    }

    void theWindowIsCopiedAsItIsSeen()
    {
        QTest::keyClick(m_window.get(), Qt::Key_V); // another lower view
        const auto *shown = m_window->findChild<GradientViewSwitcher *>();
        QCOMPARE(shown->currentIndex(), 1);
        m_window->findChild<QTabWidget *>()->setCurrentIndex(1); // the network's settings
        QTest::keyClick(m_window.get(), Qt::Key_F9); // without the inspector
        m_window->findChild<SoftButton *>(u"export"_s)->setFocus();
        QCursor::setPos(m_window->mapToGlobal(QPoint(m_window->width() - 3, 3)));
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
        QTRY_COMPARE(said(), u"Copied: Whole window. Paste it into a slide or a text."_s);
        const QByteArray svg = QApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s);
        QVERIFY(svg.contains(">Unrolled graph<"));
        QVERIFY(!svg.contains(">Gradient norm per step<"));
        QVERIFY(svg.contains(">Hidden size<") || svg.contains(">Hidden<"));
        QVERIFY(!svg.contains(">Try this<"));
    }

    void aLargePictureIsDrawnInPartsWhileNothingElseCanBeTouched()
    {
        askForALargePicture();
        const auto name = choosing(path("large.png"));
        press(Qt::CTRL | Qt::Key_E);
        bool modal = false;
        const auto written = [&] {
            const auto *progress = m_window->findChild<QProgressDialog *>(u"figureProgress"_s);
            modal = modal || (progress && QApplication::activeModalWidget() == progress && progress->maximum() > 10);
            return said() == u"Written: "_s + path("large.png");
        };
        QTRY_VERIFY_WITH_TIMEOUT(written(), 60'000);
        QVERIFY(modal);
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(QImage(path("large.png")).size(), 4 * usualSize(FigureView::Window));
    }

    void drawingALargePictureCanBeCancelled()
    {
        askForALargePicture();
        const auto name = choosing(path("large.png"));
        press(Qt::CTRL | Qt::Key_E);
        QTRY_VERIFY(m_window->findChild<QProgressDialog *>(u"figureProgress"_s));
        m_window->findChild<QProgressDialog *>(u"figureProgress"_s)->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!m_window->findChild<QProgressDialog *>(u"figureProgress"_s));
        QTRY_COMPARE(windows(), 1);
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(!QFile::exists(path("large.png")));
        QCOMPARE(said(), QString());
    }

    void aWindowThatGoesTakesItsFigureWithIt()
    {
        bool met = false;
        for (int rounds = 0; rounds < 15; ++rounds) {
            cleanup();
            init();
            m_window->findChild<SoftButton *>(u"export"_s)->setFocus();
            press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
            for (int i = 0; i < rounds; ++i)
                QCoreApplication::processEvents();
            met = met || windows() == 2;
            m_window.reset();
            QCOMPARE(windows(), 0);
        }
        QVERIFY(met);
    }

    void theNumbersAreThoseOfTheTrace()
    {
        const auto name = choosing(path("numbers"));
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
        QCOMPARE(name.count(), 1);
        QTRY_COMPARE(said(), u"Written: "_s + path("numbers.csv"));
        QCOMPARE(contentOf("numbers.csv"), QByteArray::fromStdString(writeTraceCsv(*m_document->result()->trace)));
        QVERIFY(contentOf("numbers.csv").startsWith("node,step,norm,gradient_norm\n"));
    }

    void aPlaceThatCannotBeWrittenToIsSaid()
    {
        // A folder vanishes between the choice and the writing, as a stick that is pulled out.
        QVERIFY(QDir(m_dir->path()).mkdir(u"stick"_s));
        const WhenModal<QFileDialog> name([this](QFileDialog &dialog) {
            connect(&dialog, &QDialog::accepted, &dialog, [this] { QDir(path("stick")).removeRecursively(); });
            enterPath(dialog, path("stick/numbers.csv"));
        });
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
        QTRY_VERIFY2(said().startsWith(path("stick/numbers.csv") + u": "_s), qPrintable(said()));
        QVERIFY2(said().endsWith(u"expected a place that can be written to"_s), qPrintable(said()));
    }

    void aPictureThatCannotBeWrittenIsSaidToo()
    {
        const WhenModal<ExportDialog> choice([](ExportDialog &dialog) {
            keys(dialog, Qt::Key_V, Qt::Key_Home);
            keys(dialog, Qt::Key_F, Qt::Key_End); // PNG
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        });
        QVERIFY(QDir(m_dir->path()).mkdir(u"stick"_s));
        const WhenModal<QFileDialog> name([this](QFileDialog &dialog) {
            connect(&dialog, &QDialog::accepted, &dialog, [this] { QDir(path("stick")).removeRecursively(); });
            enterPath(dialog, path("stick/slide.png"));
        });
        press(Qt::CTRL | Qt::Key_E);
        QTRY_VERIFY2(said().startsWith(path("stick/slide.png") + u": "_s), qPrintable(said()));
        QVERIFY2(said().endsWith(u"expected a place that can be written to"_s), qPrintable(said()));
    }

    void theButtonHoldsTheSameEntries()
    {
        const auto *button = m_window->findChild<SoftButton *>(u"export"_s);
        QVERIFY(button && button->isVisible());
        QStringList entries;
        for (const QAction *action : button->menu()->actions()) {
            entries << action->text();
            QVERIFY(!action->toolTip().isEmpty() && !action->shortcut().isEmpty());
        }
        QCOMPARE(entries, (QStringList{u"Export figure…"_s, u"Copy picture"_s, u"Export numbers as CSV…"_s}));
    }

private:
    /// Alt and a letter, and then a key on what has the focus.
    static void keys(ExportDialog &dialog, Qt::Key letter, Qt::Key then)
    {
        QTest::keyClick(&dialog, letter, Qt::AltModifier);
        QTest::keyClick(QApplication::focusWidget(), then);
    }

    void press(QKeyCombination keys)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, keys.key(), keys.keyboardModifiers());
    }

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    QString said() const
    {
        const auto *bar = m_window->findChild<MessageBar *>();
        return bar->isVisible() ? bar->text() : QString();
    }
    /// What the dialog begins with, and is left with by Enter.
    void askForALargePicture()
    {
        FigureRequest large;
        large.format = FigureFormat::Png;
        large.scale = largestScale;
        rememberFigure(m_settings, large);
        m_accepting = std::make_unique<WhenModal<ExportDialog>>([](ExportDialog &dialog) { dialog.accept(); });
    }

    static int windows()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [](QWidget *w) { return qobject_cast<MainWindow *>(w); }));
    }

    QByteArray contentOf(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WhenModal<ExportDialog>> m_accepting;
};

UNFOLD_TEST(FigureActionsTest)
#include "figure_actions_test.moc"
