#include "core/circuit/input_error.h"
#include "tests/support/experiments.h"
#include "tests/support/test_program.h"
#include "ui/document/autosave_record.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace unfold;

class AutosaveRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenReturns()
    {
        AutosaveRecord record{{test::elmanOver(5), {}, {}}, QStringLiteral("/home/né “quoted”/a.unfold")};
        record.stored.experiment.gain = std::nextafter(1.1, 2);
        record.stored.view.step = 3;
        writeAutosave(record, file("a"));
        const AutosaveRecord read = readAutosave(file("a"));
        QVERIFY(read.stored.experiment == record.stored.experiment);
        QVERIFY(read.stored.view == record.stored.view);
        QCOMPARE(read.path, record.path);
    }

    void theNewestIsFirst()
    {
        leave("old", 0.1, -100);
        leave("new", 0.2, -10);
        leave("older", 0.3, -1000);
        const AbandonedList found = abandonedIn(m_dir->path());
        QCOMPARE(found.works.size(), size_t(3));
        QCOMPARE(found.works[0].record.stored.experiment.gain, 0.2);
        QCOMPARE(found.works[2].record.stored.experiment.gain, 0.3);
    }

    void nobodyElseFindsWhatIsBeingOffered()
    {
        leave("a", 0.5);
        {
            const AbandonedList found = abandonedIn(m_dir->path());
            QCOMPARE(found.works.size(), size_t(1));
            QVERIFY(abandonedIn(m_dir->path()).works.empty());
        }
        QCOMPARE(abandonedIn(m_dir->path()).works.size(), size_t(1)); // not answered: found again
    }

    void whatIsDiscardedIsGone()
    {
        leave("a", 0.5);
        abandonedIn(m_dir->path()).works.front().discard();
        QVERIFY(abandonedIn(m_dir->path()).works.empty());
        QVERIFY(QDir(m_dir->path()).isEmpty(QDir::Files));
    }

    void aDamagedRecordIsSetAsideAndDoesNotStandInTheWay_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray::fromHex("00ff1234");
        QTest::newRow("other JSON") << QByteArray(R"({"format": "x"})");
        QTest::newRow("list") << QByteArray("[1, 2]");
        QTest::newRow("no experiment") << QByteArray(R"({"format": "unfold-autosave"})");
        QTest::newRow("broken experiment") << QByteArray("{\"format\": \"unfold-autosave\", \"experiment\": \"[\"}");
        QTest::newRow("deep") << QByteArray(100000, '[');
    }
    void aDamagedRecordIsSetAsideAndDoesNotStandInTheWay()
    {
        QFETCH(QByteArray, text);
        leave("good", 0.5);
        QFile broken(file("bad"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(text) == text.size());
        broken.close();
        const AbandonedList found = abandonedIn(m_dir->path());
        QCOMPARE(found.works.size(), size_t(1));
        QCOMPARE(found.faults.size(), 1);
        QVERIFY2(
            found.faults.first().contains(file("bad") + QStringLiteral(".damaged")), qPrintable(found.faults.first()));
        QVERIFY(QFile::exists(file("bad") + QStringLiteral(".damaged")));
        QVERIFY(abandonedIn(m_dir->path()).faults.isEmpty()); // said once
    }

    void whatWasBeingWrittenIsClearedAway()
    {
        leave("a", 0.5);
        QFile half(file("a") + QStringLiteral(".Xy12Zq"));
        QVERIFY(half.open(QIODevice::WriteOnly));
        QCOMPARE(abandonedIn(m_dir->path()).works.size(), size_t(1));
        QVERIFY(!half.exists());
    }

    void anEmptyOrMissingFolderHasNothing()
    {
        QVERIFY(abandonedIn(m_dir->path()).works.empty());
        QVERIFY(abandonedIn(m_dir->filePath(QStringLiteral("nowhere"))).works.empty());
    }

private:
    QString file(const char *id) const { return autosaveFile(m_dir->path(), QString::fromLatin1(id)); }

    /// As a killed program leaves it, so many seconds ago.
    void leave(const char *id, double gain, int seconds = 0)
    {
        AutosaveRecord record{{test::elmanOver(5), {}, {}}, {}};
        record.stored.experiment.gain = gain;
        writeAutosave(record, file(id));
        QFile written(file(id));
        QVERIFY(written.open(QIODevice::ReadWrite));
        written.setFileTime(QDateTime::currentDateTime().addSecs(seconds), QFileDevice::FileModificationTime);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

UNFOLD_GUILESS_TEST(AutosaveRecordTest)
#include "autosave_record_test.moc"
