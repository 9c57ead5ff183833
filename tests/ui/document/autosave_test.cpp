#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/autosave.h"
#include "ui/document/document.h"
#include "ui/document/open_file.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class AutosaveTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<Document>(test::elmanOver(5));
        m_file = std::make_unique<OpenFile>(m_document.get());
    }

    void changesAreWrittenThoughTheyNeverPause()
    {
        const Autosave autosave(m_document.get(), m_file.get(), m_dir->path());
        m_file->save(path("mine.unfold"));
        QTimer dragging;
        double gain = 0;
        connect(&dragging, &QTimer::timeout, this, [&] { m_document->setGain(gain += 0.001); });
        dragging.start(10);
        QTRY_COMPARE(records().size(), 1); // within 5 s, the promise; 2 s where the machine is idle
        dragging.stop();
        const AutosaveRecord record = readAutosave(path(records().first()));
        QCOMPARE(record.path, path("mine.unfold"));
        QVERIFY(record.stored.experiment.gain > 0);
        // What came after it is written as well.
        QTRY_COMPARE(readAutosave(path(records().first())).stored.experiment.gain, gain);
    }

    void whatIsSavedOrTakenBackLeavesNoRecord()
    {
        Autosave autosave(m_document.get(), m_file.get(), m_dir->path());
        m_document->setGain(0.5);
        QVERIFY(autosave.writeNow());
        QCOMPARE(records().size(), 1);
        m_file->save(path("mine.unfold"));
        QTRY_COMPARE(records().size(), 0);
        m_document->setGain(0.6);
        QVERIFY(autosave.writeNow());
        QCOMPARE(records().size(), 1);
        m_document->undoStack()->undo();
        QTRY_COMPARE(records().size(), 0);
    }

    void anEndInGoodOrderLeavesNothing()
    {
        {
            Autosave autosave(m_document.get(), m_file.get(), m_dir->path());
            m_document->setGain(0.5);
            QVERIFY(autosave.writeNow());
            QCOMPARE(names().size(), 2); // record and lock
        }
        QVERIFY(names().isEmpty());
    }

    void theFolderIsMade()
    {
        Autosave autosave(m_document.get(), m_file.get(), path("a/b"));
        m_document->setGain(0.5);
        QVERIFY(autosave.writeNow());
        QCOMPARE(QDir(path("a/b")).entryList(QDir::Files).size(), 2);
    }

    void aPlaceThatCannotBeWrittenToIsSaidOnce()
    {
        QFile inTheWay(path("file"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Autosave autosave(m_document.get(), m_file.get(), path("file"));
        QSignalSpy failed(&autosave, &Autosave::failed);
        m_document->setGain(0.5);
        QVERIFY(!autosave.writeNow());
        QVERIFY(!autosave.writeNow());
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().startsWith(QStringLiteral("Unfold cannot keep a copy of your work")));
    }

    void whatIsStillRunningIsNotAbandoned()
    {
        Autosave autosave(m_document.get(), m_file.get(), m_dir->path());
        m_document->setGain(0.5);
        QVERIFY(autosave.writeNow());
        const AbandonedList found = abandonedIn(m_dir->path());
        QVERIFY(found.works.empty());
        QVERIFY(found.faults.isEmpty());
        QCOMPARE(records().size(), 1);
    }

    void theViewIsKeptAsWell()
    {
        Autosave autosave(m_document.get(), m_file.get(), m_dir->path());
        m_document->setGain(0.5);
        m_document->setStep(4);
        QVERIFY(autosave.writeNow());
        QCOMPARE(readAutosave(path(records().first())).stored.view.step, std::optional(4));
    }

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }
    QStringList records() const { return QDir(m_dir->path()).entryList({QStringLiteral("*.autosave")}, QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<OpenFile> m_file;
};

UNFOLD_GUILESS_TEST(AutosaveTest)
#include "autosave_test.moc"
