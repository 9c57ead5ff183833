#include "core/circuit/input_error.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/document.h"
#include "ui/document/open_file.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class OpenFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>(test::elmanOver(5, "a scene"));
        m_file = std::make_unique<OpenFile>(m_document.get());
    }
    void cleanup()
    {
        m_file.reset();
        m_document.reset();
    }

    void startsWithoutAFile()
    {
        QVERIFY(m_file->path().isEmpty());
        QCOMPARE(m_file->name(), QStringLiteral("a scene"));
        QVERIFY(!m_file->isModified());
    }

    void savingMakesItTheFile()
    {
        m_document->setGain(0.5);
        QVERIFY(m_file->isModified());
        QSignalSpy changed(m_file.get(), &OpenFile::changed);
        m_file->save(path("a.unfold"));
        QVERIFY(changed.count() > 0);
        QCOMPARE(m_file->name(), QStringLiteral("a.unfold"));
        QCOMPARE(m_file->path(), path("a.unfold"));
        QVERIFY(!m_file->isModified());
        QVERIFY(loadExperiment(path("a.unfold")).experiment == m_document->experiment());
    }

    void undoAcrossTheSavedStateIsMarked()
    {
        m_document->setGain(0.5);
        m_file->save(path("a.unfold"));
        m_document->undoStack()->undo();
        QVERIFY(m_file->isModified());
        m_document->undoStack()->redo();
        QVERIFY(!m_file->isModified());
        m_document->setGain(0.7); // no part of the drag before saving
        QVERIFY(m_file->isModified());
        m_document->undoStack()->undo();
        QVERIFY(!m_file->isModified());
        QCOMPARE(m_document->experiment().gain, 0.5);
    }

    void theViewAloneModifiesNothingAndIsSaved()
    {
        m_document->setStep(3);
        m_document->setTimeWindow({1.5, 4.5});
        m_document->select(ElementRef::ofNode(1, 3));
        m_document->setPlottedNode(2);
        QVERIFY(!m_file->isModified());
        m_file->save(path("view.unfold"));
        m_document->setStep(1);
        m_document->select({});
        QVERIFY(!m_file->isModified());
        QVERIFY(m_file->open(loadExperiment(path("view.unfold")), path("view.unfold")));
        QCOMPARE(m_document->cursor().step, 3);
        QVERIFY(m_document->cursor().selection == ElementRef::ofNode(1, 3));
        QVERIFY((m_document->timeWindow() == TimeWindow{1.5, 4.5}));
        QCOMPARE(m_document->plottedNode(), 2);
        QVERIFY(!m_file->isModified());
    }

    void aFailureToSaveLeavesEverythingAsItWas()
    {
        m_file->save(path("a.unfold"));
        m_document->setGain(0.5);
        QVERIFY_THROWS_EXCEPTION(InputError, m_file->save(path("no/such/folder.unfold")));
        QCOMPARE(m_file->path(), path("a.unfold"));
        QVERIFY(m_file->isModified());
        QCOMPARE(m_document->experiment().gain, 0.5);
        QCOMPARE(m_document->undoStack()->count(), 1);
    }

    void openingBeginsAnew()
    {
        m_document->setGain(0.5);
        QVERIFY(m_file->open({test::elmanOver(9, "other"), {}, {}}, path("other.unfold")));
        QVERIFY(!m_file->isModified());
        QCOMPARE(m_file->name(), QStringLiteral("other.unfold"));
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void whatTheDocumentRefusesChangesNothing()
    {
        m_document->setGain(0.5);
        Experiment bad = test::elmanOver(5);
        bad.loss->source = "nobody";
        QVERIFY(!m_file->open({bad, {}, {}}, path("bad.unfold")));
        QVERIFY(!m_file->restore({bad, {}, {}}, path("bad.unfold")));
        QVERIFY(!m_file->openScene(bad));
        QVERIFY(m_file->path().isEmpty());
        QVERIFY(m_file->isModified());
    }

    void whatIsRestoredIsModified()
    {
        QVERIFY(m_file->restore({test::elmanOver(9), {}, {}}, path("lost.unfold")));
        QVERIFY(m_file->isModified());
        QCOMPARE(m_file->path(), path("lost.unfold"));
        QVERIFY(!QFile::exists(path("lost.unfold")));
        m_file->save(m_file->path());
        QVERIFY(!m_file->isModified());
    }

    void fromASceneToASceneUndoLeadsBack()
    {
        m_document->setGain(0.5);
        m_document->setStep(3);
        const Experiment work = m_document->experiment();
        QVERIFY(m_file->openScene(test::elmanOver(9, "next")));
        QVERIFY(!m_file->isModified());
        QCOMPARE(m_file->name(), QStringLiteral("next"));
        QCOMPARE(m_document->result()->steps(), 9);
        QCOMPARE(m_document->cursor().step, 1); // seen whole
        QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("scene “next”"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->experiment() == work);
        QVERIFY(m_file->isModified());
        QCOMPARE(m_document->result()->steps(), 5);
        m_document->undoStack()->redo();
        QVERIFY(!m_file->isModified());
    }

    void fromAFileToASceneBeginsAnew()
    {
        m_file->save(path("a.unfold"));
        QVERIFY(m_file->openScene(test::elmanOver(9, "next")));
        QVERIFY(m_file->path().isEmpty()); // saving must not write the scene into the file
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void theSameSceneAgainIsNoChange()
    {
        QVERIFY(m_file->openScene(test::elmanOver(5, "a scene")));
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void pathsAreAbsolute()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_dir.path()));
        m_file->save(QStringLiteral("relative.unfold"));
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(QDir::isAbsolutePath(m_file->path()));
        m_file->save(m_file->path());
        QVERIFY(QFile::exists(path("relative.unfold")));
    }

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<OpenFile> m_file;
};

UNFOLD_GUILESS_TEST(OpenFileTest)
#include "open_file_test.moc"
