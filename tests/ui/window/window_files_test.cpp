// The window and its files: title, closing, dropping, what is remembered, what is restored after a crash.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/support/window_fixture.h"
#include "tests/ui/window/modal.h"
#include "ui/controls/gain_slider.h"
#include "ui/document/autosave_record.h"
#include "ui/document/document.h"
#include "ui/scenes/scenes.h"
#include "ui/style/theme.h"
#include "ui/widgets/soft_button.h"
#include "ui/window/file_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_menu.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace unfold;

class WindowFilesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings.clear();
        openWindow(QSize(), test::elmanOver(5, "a scene"));
    }
    void cleanup() { closeWindow(); }

    // -- title, undo

    void theTitleNamesTheFileAndMarksChanges()
    {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("a scene[*] — Unfold"));
        QVERIFY(!m_window->isWindowModified());
        m_document->setGain(0.5);
        QVERIFY(m_window->isWindowModified());
        files()->file()->save(path("lesson.unfold"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("lesson.unfold[*] — Unfold"));
        QVERIFY(!m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_window->isWindowModified());
    }

    void undoIsNamedInTheMenu()
    {
        m_document->setGain(1.05);
        const auto texts = [this] {
            QStringList all;
            for (const QAction *action : m_window->menu()->menu()->actions())
                all << action->text();
            return all;
        };
        QVERIFY2(texts().contains(QStringLiteral("Undo gain 1.05")), qPrintable(texts().join(u'|')));
        m_document->undoStack()->undo();
        QVERIFY(texts().contains(QStringLiteral("Redo gain 1.05")));
    }

    void twoDragsAreTwoUndoSteps()
    {
        auto *slider = m_window->findChild<GainSlider *>();
        for (const double gain : {0.5, 1.5}) {
            const auto at = [slider](double g) { return QPoint(qRound(slider->scale().x(g)), slider->height() / 2); };
            QTest::mousePress(slider, Qt::LeftButton, {}, at(slider->gain()));
            QTest::mouseMove(slider, at((slider->gain() + gain) / 2));
            QTest::mouseMove(slider, at(gain));
            QTest::mouseRelease(slider, Qt::LeftButton, {}, at(gain));
        }
        QCOMPARE(m_document->undoStack()->count(), 2);
        m_document->undoStack()->undo();
        QVERIFY(std::abs(m_document->experiment().gain - 0.5) < 0.02);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->experiment().gain, 1.0);
    }

    // -- closing

    void closingAsksAboutChanges_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<double>("gain");
        QTest::newRow("save") << int(QMessageBox::Save) << true << 0.5;
        QTest::newRow("do not save") << int(QMessageBox::Discard) << true << 1.0;
        QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << 1.0;
    }
    void closingAsksAboutChanges()
    {
        QFETCH(int, button);
        QFETCH(bool, closed);
        QFETCH(double, gain);
        files()->file()->save(path("lesson.unfold"));
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::StandardButton(button));
        QCOMPARE(m_window->close(), closed);
        QCOMPARE(question.count(), 1);
        QCOMPARE(loadExperiment(path("lesson.unfold")).experiment.gain, gain);
    }

    void closingWithoutChangesAsksNothing()
    {
        const auto question = answering(QMessageBox::Cancel);
        m_document->setStep(3);
        QVERIFY(m_window->close());
        QCOMPARE(question.count(), 0);
    }

    // -- dropping

    void aDroppedFileIsOpened()
    {
        saveExperiment(test::elmanOver(9, "dropped"), {}, path("dropped & né.unfold"));
        QVERIFY(drop({QUrl::fromLocalFile(path("dropped & né.unfold"))}));
        QTRY_COMPARE(m_document->result()->steps(), 9);
        QCOMPARE(files()->file()->name(), QStringLiteral("dropped & né.unfold"));
    }

    void aDroppedFileThatIsBrokenIsSaid()
    {
        QVERIFY(drop({QUrl::fromLocalFile(path("nothing.unfold"))}));
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(bar()->text().startsWith(QStringLiteral("nothing.unfold: ")));
    }

    void aDroppedNetworkIsImported()
    {
        const QString lstm = QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/others.npz");
        QVERIFY(drop({QUrl::fromLocalFile(lstm)}));
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().startsWith(
                     QStringLiteral("Imported LSTM · input 4 · hidden 3 · output 2. Taken: rnn.weight_ih_l0, ")),
            qPrintable(bar()->text()));
        QVERIFY(bar()->text().contains(QStringLiteral(" Left: embed.weight (6 × 3), ")));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("others.npz[*] — Unfold"));
        QVERIFY(m_window->isWindowModified()); // nothing holds it yet
        QVERIFY(files()->file()->path().isEmpty());
        QCOMPARE(m_document->experiment().parameters.at("W_f").cols(), 3);
        QVERIFY(!m_document->undoStack()->canUndo());
        QCOMPARE(RecentFiles(&m_settings).paths(), QStringList{lstm});
        m_document->setGain(1.1);
        QVERIFY2(!bar()->isVisible(), "the note stands in the lesson card as well");
    }

    void aNetworkThatCannotBeImportedIsSaid()
    {
        const QString networks = QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/");
        QVERIFY(drop({QUrl::fromLocalFile(networks + QStringLiteral("checkpoint.pt"))}));
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().startsWith(QStringLiteral("checkpoint.pt: this is a PyTorch checkpoint")),
            qPrintable(bar()->text()));
        QCOMPARE(m_document->experiment().title, std::string("a scene"));
        QVERIFY(!m_window->isWindowModified());
    }

    void anImportDoesNotReplaceUnsavedWork()
    {
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Cancel);
        files()->openFile(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/lstm.npz"));
        QCOMPARE(question.count(), 1);
        QCOMPARE(m_document->experiment().gain, 0.5);
        QVERIFY(!bar()->isVisible());
    }

    void aNetworkIsChosenByKey()
    {
        const auto chosen = choosing(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/gru.safetensors"));
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(bar()->text().startsWith(QStringLiteral("Imported GRU · input 4 · hidden 3 · output 2. ")));
        QCOMPARE(files()->file()->name(), QStringLiteral("gru.safetensors"));
    }

    void whatIsNoFileIsNotTaken()
    {
        QVERIFY(!drop({}));
        QVERIFY(!drop({QUrl(QStringLiteral("https://example.org/a.unfold"))}));
        QVERIFY(!drop({QUrl::fromLocalFile(path("a")), QUrl::fromLocalFile(path("b"))}));
    }

    void aDroppedFileDoesNotReplaceUnsavedWork()
    {
        saveExperiment(test::elmanOver(9), {}, path("dropped.unfold"));
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Cancel);
        QVERIFY(drop({QUrl::fromLocalFile(path("dropped.unfold"))}));
        QTRY_COMPARE(question.count(), 1);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(m_document->experiment().gain, 0.5);
    }

    // -- scenes

    void choosingASceneDoesNotLoseWork()
    {
        m_document->setGain(0.5);
        const Experiment work = m_document->experiment();
        auto *scenes = m_window->findChild<ScenesMenu *>();
        emit scenes->menu()->aboutToShow();
        scenes->menu()->actions().at(2)->trigger();
        QVERIFY(!(m_document->experiment() == work));
        QVERIFY(!m_window->isWindowModified());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_document->experiment() == work);
    }

    // -- what is remembered

    void placeColumnsAndTabAreRemembered()
    {
        m_window->resize(1300, 800);
        auto *columns = m_window->findChild<QSplitter *>();
        QCoreApplication::processEvents();
        columns->setSizes({350, 1300 - 350 - 320, 320});
        QCoreApplication::processEvents();
        const QList<int> sizes = columns->sizes();
        m_window->findChild<QTabWidget *>()->setCurrentIndex(2);
        QVERIFY(m_window->close());
        reopenWindow();
        QCOMPARE(m_window->size(), QSize(1300, 800));
        const QList<int> again = m_window->findChild<QSplitter *>()->sizes();
        QVERIFY2(std::abs(again[0] - sizes[0]) <= 2 && std::abs(again[2] - sizes[2]) <= 2,
            qPrintable(QStringLiteral("%1 %2, not %3 %4").arg(again[0]).arg(again[2]).arg(sizes[0]).arg(sizes[2])));
        QCOMPARE(m_window->findChild<QTabWidget *>()->currentIndex(), 2);
        m_window->menu()->view()->inspectorAction()->setChecked(false);
        QVERIFY(m_window->close());
        reopenWindow();
        QVERIFY(!m_window->menu()->view()->inspectorAction()->isChecked());
        QVERIFY(m_window->menu()->view()->settingsAction()->isChecked());
        QCOMPARE(m_window->findChild<QSplitter *>()->sizes().at(2), 0);
        m_window->menu()->view()->inspectorAction()->setChecked(true);
        QCoreApplication::processEvents();
        QVERIFY(m_window->findChild<QSplitter *>()->sizes().at(2) > 200);
    }

    void brokenSettingsAreIgnored_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(QStringLiteral("nonsense"));
        QTest::newRow("bytes") << QVariant(QByteArray::fromHex("01d9d0cb0003000000000000"));
        QTest::newRow("negative") << QVariant(-1e9);
        QTest::newRow("huge") << QVariant(1e300);
        QTest::newRow("nan") << QVariant(std::nan(""));
        QTest::newRow("list") << QVariant(QVariantList{1, QStringLiteral("x")});
    }
    void brokenSettingsAreIgnored()
    {
        QFETCH(QVariant, value);
        const QList<int> normal = m_window->findChild<QSplitter *>()->sizes();
        const QSize size = m_window->size();
        for (const char *key : {"geometry", "leftWidth", "rightWidth", "leftShown", "rightShown", "tab"})
            m_settings.setValue(QStringLiteral("window/") + QLatin1String(key), value);
        reopenWindow();
        QCOMPARE(m_window->size(), size);
        QCOMPARE(m_window->findChild<QSplitter *>()->sizes(), normal);
        QVERIFY(m_window->menu()->view()->inspectorAction()->isChecked());
        QCOMPARE(m_window->findChild<QTabWidget *>()->currentIndex(), 0);
    }

    // -- after a crash

    void whatWasLeftBehindIsOfferedAndRestored()
    {
        saveExperiment(test::elmanOver(5), {}, path("lesson.unfold"));
        leave("x", 0.25, path("lesson.unfold"));
        m_window->keepSafe(kept());
        QVERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().startsWith(QStringLiteral("Unfold ended with unsaved changes to “lesson.unfold”.")),
            qPrintable(bar()->text()));
        m_document->setStep(2);
        m_document->setGain(1); // working on does not make the offer go
        QVERIFY(bar()->isVisible());
        answer("Restore");
        QCOMPARE(m_document->experiment().gain, 0.25);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("lesson.unfold[*] — Unfold"));
        QVERIFY(m_window->isWindowModified());
        QVERIFY(!bar()->isVisible());
        QCOMPARE(records().size(), 1); // it is the work of this window now
        QVERIFY(!records().first().startsWith(QStringLiteral("x.")));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(loadExperiment(path("lesson.unfold")).experiment.gain, 0.25);
        QTRY_COMPARE(records().size(), 0);
    }

    void whatIsDiscardedIsGone()
    {
        leave("x", 0.25, {});
        m_window->keepSafe(kept());
        answer("Discard");
        QCOMPARE(records().size(), 0);
        QCOMPARE(m_document->experiment().gain, 1.0);
        QVERIFY(!bar()->isVisible());
    }

    void whatIsNotAnsweredIsOfferedAgain()
    {
        leave("x", 0.25, {});
        m_window->keepSafe(kept());
        QVERIFY(bar()->isVisible());
        m_window->close();
        reopenWindow();
        m_window->keepSafe(kept());
        QVERIFY(bar()->isVisible());
    }

    void severalAreOfferedOneAfterTheOther()
    {
        leave("x", 0.25, path("one.unfold"));
        leave("y", 0.75, path("two.unfold"));
        m_window->keepSafe(kept());
        const QString first = bar()->text();
        answer("Restore");
        QVERIFY(bar()->isVisible());
        QVERIFY(bar()->text() != first);
        const auto question = answering(QMessageBox::Cancel);
        answer("Restore"); // the one before is not saved yet
        QCOMPARE(question.count(), 1);
        QVERIFY(bar()->isVisible());
        answer("Discard");
        QVERIFY(!bar()->isVisible());
        QCOMPARE(records().size(), 1);
    }

    void damagedRecordsDoNotStandInTheWay()
    {
        QVERIFY(QDir().mkpath(kept()));
        QFile damaged(kept() + QStringLiteral("/z.autosave"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("junk") == 4);
        damaged.close();
        leave("x", 0.25, {});
        m_window->keepSafe(kept());
        QVERIFY(bar()->text().startsWith(QStringLiteral("Work that was kept when Unfold ended cannot be read")));
        m_document->setGain(0.5);
        QVERIFY(bar()->text().startsWith(QStringLiteral("Unfold ended with unsaved changes")));
    }

    void aWindowThatEndsInGoodOrderLeavesNothing()
    {
        m_window->keepSafe(kept());
        m_document->setGain(0.5);
        QTRY_COMPARE(records().size(), 1);
        m_window.reset();
        QVERIFY(QDir(kept()).isEmpty(QDir::Files));
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString kept() const { return path("kept"); }
    FileActions *files() const { return m_window->menu()->files(); }
    MessageBar *bar() const { return m_window->findChild<MessageBar *>(); }
    QStringList records() const { return QDir(kept()).entryList({QStringLiteral("*.autosave")}, QDir::Files); }

    void leave(const char *id, double gain, const QString &file)
    {
        QVERIFY(QDir().mkpath(kept()));
        AutosaveRecord record{{test::elmanOver(5), {}, {}}, file};
        record.stored.experiment.gain = gain;
        writeAutosave(record, autosaveFile(kept(), QString::fromLatin1(id)));
    }

    void answer(const char *text)
    {
        for (SoftButton *button : bar()->findChildren<SoftButton *>())
            if (button->isVisible() && button->accessibleName() == QLatin1String(text)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL("there is no such answer");
    }

    /// As a file manager does it. false: the window did not take it.
    bool drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        const QPoint at(400, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &event);
        return event.isAccepted();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

UNFOLD_TEST(WindowFilesTest)
#include "window_files_test.moc"
