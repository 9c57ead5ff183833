// The tasks that are shipped: each can be learned from, and those that learn within a moment reach their criterion.
#include "tests/core/training/training_runs.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace unfold;

namespace {

const QDir folder(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/tasks"));

ReadExperiment readTask(const QString &file)
{
    std::ifstream stream(folder.filePath(file).toStdString());
    std::ostringstream text;
    text << stream.rdbuf();
    return readExperiment(text.str());
}

} // namespace

class TaskLibraryTest : public QObject
{
    Q_OBJECT

private slots:
    void eachCanBeLearnedFrom_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = folder.entryList({QStringLiteral("*.unfold")});
        QVERIFY(files.size() > 30);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }
    void eachCanBeLearnedFrom()
    {
        QFETCH(QString, file);
        const ReadExperiment read = readTask(file);
        QVERIFY(!read.experiment.title.empty() && !read.experiment.note.empty());
        for (const std::string &warning : read.warnings) // what is doubtful about the lists is meant
            QVERIFY2(warning.starts_with("training.task: "), warning.c_str());
        const TrainingRun run = test::trained(read.experiment, 2);
        QCOMPARE(run.report.loss.size(), 2U);
        QVERIFY(std::isfinite(run.report.measured.back().train->loss));
    }

    /// "sentiment.fails" does not learn, or not as well, what "sentiment" does.
    void aFailingTwinReadsTheSameData()
    {
        for (const QString &file : folder.entryList({QStringLiteral("*.fails.unfold")})) {
            const QString sound = QString(file).replace(QStringLiteral(".fails"), QString());
            QVERIFY2(folder.exists(sound), qPrintable(sound));
            QVERIFY(readTask(file).experiment.data == readTask(sound).experiment.data);
        }
    }

    void quickOnesReachTheirCriterion_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name :
            {"text-by-heart", "spam", "parity", "counting", "three-tunes", "bitmap-to-name", "truncated"})
            QTest::newRow(name) << QString::fromLatin1(name) + QStringLiteral(".unfold");
    }
    void quickOnesReachTheirCriterion()
    {
        QFETCH(QString, file);
        QCOMPARE(test::trained(readTask(file).experiment).report.ended, Ended::Reached);
    }

    /// Words of a window of 12 do not reach back to the key, whatever is done.
    void aWindowOneStepTooShortStaysAtChance()
    {
        const TrainingRun run = test::trained(readTask(QStringLiteral("truncated.fails.unfold")).experiment);
        QCOMPARE(run.report.ended, Ended::Updates);
        QVERIFY(*run.report.measured.back().train->accuracy < 0.65);
    }
};

UNFOLD_APPLESS_TEST(TaskLibraryTest)
#include "task_library_test.moc"
