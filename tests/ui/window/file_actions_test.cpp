// Opening and saving as a user does it: keys, dialogs, the question.
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "tests/ui/window/modal.h"
#include "ui/document/document.h"
#include "ui/window/file_actions.h"

#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace unfold;

class FileActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(path("settings.ini"), QSettings::IniFormat);
        m_document = std::make_unique<Document>(test::elmanOver(5, "a / scene: “one”"));
        m_window = std::make_unique<QWidget>();
        m_menu = std::make_unique<QMenu>();
        m_files = new FileActions(m_document.get(), m_settings.get(), m_menu.get(), m_window.get());
        m_failed = std::make_unique<QSignalSpy>(m_files, &FileActions::failed);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_failed.reset();
        m_window.reset(); // and the actions
        m_menu.reset();
        m_document.reset();
    }

    // -- saving

    void withoutAFileSavingAsksForAName()
    {
        m_document->setGain(0.5);
        const auto dialog = choosing(path("first")); // without its ending
        press(Qt::CTRL | Qt::Key_S);
        QCOMPARE(dialog.count(), 1);
        QCOMPARE(savedGain("first.unfold"), 0.5);
        QVERIFY(!m_files->file()->isModified());
        // From now on without asking.
        m_document->setGain(0.7);
        press(Qt::CTRL | Qt::Key_S);
        QCOMPARE(dialog.count(), 1);
        QCOMPARE(savedGain("first.unfold"), 0.7);
    }

    void theTitleIsProposedAsAName()
    {
        QString proposed;
        const WhenModal<QFileDialog> dialog([&](QFileDialog &d) {
            proposed = d.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->text();
            QTest::keyClick(&d, Qt::Key_Escape);
        });
        press(Qt::CTRL | Qt::Key_S);
        QCOMPARE(proposed, QStringLiteral("a scene one.unfold"));
        QVERIFY(m_files->file()->path().isEmpty());
    }

    void saveAsLeavesTheOldFileAndGoesOnWithTheNew()
    {
        saveFirst();
        m_document->setGain(0.7);
        const auto dialog = choosing(path("second.unfold"));
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
        QCOMPARE(savedGain("first.unfold"), 1.0);
        QCOMPARE(savedGain("second.unfold"), 0.7);
        QCOMPARE(m_files->file()->name(), QStringLiteral("second.unfold"));
    }

    void anotherFileIsReplacedOnlyAfterAQuestion()
    {
        saveFirst();
        m_document->setGain(0.7);
        {
            const auto no = answering(QMessageBox::No);
            const WhenModal<QFileDialog> dialog([&](QFileDialog &d) {
                QTimer::singleShot(0, &d, &QDialog::reject); // after the question
                enterPath(d, path("first.unfold"));
            });
            press(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
            QCOMPARE(dialog.count(), 1);
            QCOMPARE(no.count(), 1);
        }
        QCOMPARE(savedGain("first.unfold"), 1.0);
        QVERIFY(m_files->file()->isModified());
    }

    void whatAnotherProgramWroteIsNotLostUnasked_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<double>("inTheFile");
        QTest::addColumn<bool>("saved");
        QTest::newRow("cancel") << int(QMessageBox::Cancel) << 9.0 << false;
        QTest::newRow("over it") << int(QMessageBox::Ignore) << 0.7 << true;
        QTest::newRow("as another") << int(QMessageBox::Save) << 9.0 << true;
    }

    void whatAnotherProgramWroteIsNotLostUnasked()
    {
        QFETCH(int, answer);
        QFETCH(double, inTheFile);
        QFETCH(bool, saved);
        saveFirst();
        Experiment theirs = m_document->experiment();
        theirs.gain = 9;
        theirs.title += " of somebody else"; // another size: clocks may be coarse
        saveExperiment(theirs, {}, path("first.unfold"));
        m_document->setGain(0.7);
        const auto question = answering(QMessageBox::StandardButton(answer));
        const auto dialog = choosing(path("mine.unfold"));
        press(Qt::CTRL | Qt::Key_S);
        QCOMPARE(question.count(), 1);
        QCOMPARE(savedGain("first.unfold"), inTheFile);
        QCOMPARE(!m_files->file()->isModified(), saved);
        if (answer == QMessageBox::Save)
            QCOMPARE(savedGain("mine.unfold"), 0.7);
        m_document->setGain(0.6);
        if (saved)
            press(Qt::CTRL | Qt::Key_S); // the file is ours again
        QCOMPARE(question.count(), 1);
    }

    void aFailureIsSaidAndNothingIsLost()
    {
        const auto dialog = choosing(path("nowhere") + QStringLiteral("/a.unfold"));
        m_document->setGain(0.5);
        QVERIFY(QFile(path("gone")).open(QIODevice::WriteOnly));
        QVERIFY(QDir().mkpath(path("sub")));
        m_files->file()->save(path("sub/a.unfold"));
        QVERIFY(QDir(path("sub")).removeRecursively());
        m_document->setGain(0.6);
        press(Qt::CTRL | Qt::Key_S);
        QCOMPARE(m_failed->count(), 1);
        const QString said = m_failed->first().first().toString();
        QVERIFY2(said.startsWith(QStringLiteral("a.unfold: cannot be saved (")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("Nothing is lost")));
        QVERIFY(m_files->file()->isModified());
        QCOMPARE(m_document->experiment().gain, 0.6);
    }

    // -- opening

    void openingShowsTheFile()
    {
        saveExperiment(test::elmanOver(9, "other"), {}, path("other.unfold"));
        const auto dialog = choosing(path("other.unfold"));
        press(Qt::CTRL | Qt::Key_O);
        QCOMPARE(m_document->result()->steps(), 9);
        QCOMPARE(m_files->file()->name(), QStringLiteral("other.unfold"));
        QCOMPARE(recent(), QStringList{path("other.unfold")});
    }

    void whatIsIgnoredIsSaid()
    {
        QFile file(path("extra.unfold"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"format": "unfold-experiment", "version": 1, "steps": 2, "colour": 1, "circuit": {"name": "driven"}})");
        file.close();
        m_files->openFile(file.fileName());
        QCOMPARE(m_failed->count(), 1);
        QCOMPARE(m_failed->first().first().toString(),
            QStringLiteral("Opened, but: colour: unknown key; it is ignored. What is ignored is left out when the file "
                           "is saved."));
    }

    void aBrokenFileIsSaidBeforeAnythingIsAsked()
    {
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Discard);
        QVERIFY(QFile(path("broken.unfold")).open(QIODevice::WriteOnly));
        m_files->openFile(path("broken.unfold"));
        QCOMPARE(question.count(), 0);
        QCOMPARE(m_failed->count(), 1);
        QCOMPARE(m_document->experiment().gain, 0.5);
    }

    // -- the question

    void changesAreAskedAboutBeforeAFileIsOpened_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("opened");
        QTest::addColumn<double>("gainInFile");
        QTest::newRow("save") << int(QMessageBox::Save) << true << 0.5;
        QTest::newRow("do not save") << int(QMessageBox::Discard) << true << 1.0;
        QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << 1.0;
    }
    void changesAreAskedAboutBeforeAFileIsOpened()
    {
        QFETCH(int, button);
        QFETCH(bool, opened);
        QFETCH(double, gainInFile);
        saveFirst();
        saveExperiment(test::elmanOver(9, "other"), {}, path("other.unfold"));
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::StandardButton(button));
        m_files->openFile(path("other.unfold"));
        QCOMPARE(question.count(), 1);
        QCOMPARE(m_document->result()->steps(), opened ? 9 : 5);
        QCOMPARE(m_files->file()->isModified(), !opened);
        QCOMPARE(savedGain("first.unfold"), gainInFile);
    }

    void withoutChangesNothingIsAsked()
    {
        saveFirst();
        m_document->setStep(3); // the view is no change
        const auto question = answering(QMessageBox::Cancel);
        m_files->openFile(path("first.unfold"));
        m_files->openScene(test::elmanOver(9, "next"));
        QVERIFY(m_files->mayLeave());
        QCOMPARE(question.count(), 0);
    }

    void openingTheSameFileAfterSavingShowsWhatWasSaved()
    {
        saveFirst();
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Save);
        m_files->openFile(path("first.unfold"));
        QCOMPARE(m_document->experiment().gain, 0.5);
    }

    void whoCannotSaveStays()
    {
        QVERIFY(QDir().mkpath(path("sub")));
        m_files->file()->save(path("sub/a.unfold"));
        QVERIFY(QDir(path("sub")).removeRecursively());
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Save);
        QVERIFY(!m_files->mayLeave());
        QCOMPARE(m_failed->count(), 1);
    }

    void whoClosesTheNameDialogStays()
    {
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Save);
        const auto dialog = closingTheFileDialog();
        QVERIFY(!m_files->mayLeave());
        QCOMPARE(dialog.count(), 1);
    }

    void escapeStays()
    {
        m_document->setGain(0.5);
        QString said;
        const WhenModal<QMessageBox> question([&](QMessageBox &box) {
            said = box.text();
            QTest::keyClick(&box, Qt::Key_Escape);
        });
        QVERIFY(!m_files->mayLeave());
        QCOMPARE(said, QStringLiteral("Save your changes to “a / scene: “one””?"));
    }

    void aSceneAsksOnlyWhereAFileWouldBeLeft()
    {
        m_document->setGain(0.5);
        const auto question = answering(QMessageBox::Cancel);
        m_files->openScene(test::elmanOver(9, "next"));
        QCOMPARE(question.count(), 0);
        QCOMPARE(m_document->result()->steps(), 9);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->experiment().gain, 0.5); // nothing was lost

        m_files->file()->save(path("a.unfold"));
        m_document->setGain(0.6);
        m_files->openScene(test::elmanOver(9, "next"));
        QCOMPARE(question.count(), 1);
        QCOMPARE(m_document->experiment().gain, 0.6);
    }

    // -- recent files

    void recentFilesAreOfferedLastFirst()
    {
        saveExperiment(test::elmanOver(7), {}, path("seven & more.unfold"));
        saveExperiment(test::elmanOver(8), {}, path("eight.unfold"));
        m_files->openFile(path("seven & more.unfold"));
        m_files->openFile(path("eight.unfold"));
        const QList<QAction *> actions = recentActions();
        QCOMPARE(actions.size(), 4); // and a line, and "Clear list"
        QVERIFY(actions[0]->text().startsWith(QStringLiteral("&1  eight.unfold  –  ")));
        QVERIFY(actions[1]->text().startsWith(QStringLiteral("&2  seven && more.unfold")));
        QCOMPARE(actions[1]->toolTip(), path("seven & more.unfold"));
        actions[1]->trigger();
        QCOMPARE(m_document->result()->steps(), 7);
        QVERIFY(recentActions()[0]->text().contains(QStringLiteral("seven")));
        recentActions().last()->trigger();
        QVERIFY(recent().isEmpty());
        QCOMPARE(recentActions().size(), 1);
        QVERIFY(!recentActions().first()->isEnabled());
    }

    void aMissingFileIsSaidAndDropped()
    {
        saveExperiment(test::elmanOver(7), {}, path("gone.unfold"));
        m_files->openFile(path("gone.unfold"));
        QVERIFY(QFile::remove(path("gone.unfold")));
        recentActions().first()->trigger();
        QCOMPARE(m_failed->count(), 1);
        const QString said = m_failed->first().first().toString();
        QVERIFY2(said.startsWith(QStringLiteral("gone.unfold: No such file")), qPrintable(said));
        QVERIFY(said.endsWith(QStringLiteral("It is no longer in the list of recent files.")));
        QVERIFY(recent().isEmpty());
    }

    void aBrokenFileStaysInTheList()
    {
        saveExperiment(test::elmanOver(7), {}, path("a.unfold"));
        m_files->openFile(path("a.unfold"));
        QVERIFY(QFile(path("a.unfold")).resize(3));
        recentActions().first()->trigger();
        QCOMPARE(m_failed->count(), 1);
        QCOMPARE(recent(), QStringList{path("a.unfold")});
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QStringList recent() const { return RecentFiles(m_settings.get()).paths(); }
    void press(QKeyCombination keys)
    {
        m_window->activateWindow(); // a dialog may have been before
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keySequence(m_window.get(), QKeySequence(keys));
    }
    void saveFirst() { m_files->file()->save(path("first.unfold")); }
    double savedGain(const char *name) const { return loadExperiment(path(name)).experiment.gain; }

    /// The entries of the submenu as it opens.
    QList<QAction *> recentActions() const
    {
        QMenu *menu = m_menu->actions().at(1)->menu();
        emit menu->aboutToShow();
        return menu->actions();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QMenu> m_menu;
    FileActions *m_files = nullptr;
    std::unique_ptr<QSignalSpy> m_failed;
};

UNFOLD_TEST(FileActionsTest)
#include "file_actions_test.moc"
