// Every reference run of training: losses, norms and final weights of an independent implementation.
#include "tests/core/training/training_runs.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTest>

#include <fstream>

using namespace unfold;

class TrainingGoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void agrees_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(UNFOLD_SOURCE_DIR "/tests/golden/training"));
        const QStringList files = folder.entryList({QStringLiteral("*.json")});
        QVERIFY(files.size() >= 3);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void agrees()
    {
        QFETCH(QString, path);
        std::ifstream file(path.toStdString());
        const nlohmann::json reference = nlohmann::json::parse(file);
        const TrainingRun run = test::trained(test::read(reference.at("experiment")));
        const nlohmann::json report = nlohmann::json::parse(writeTrainingReport(run.report));
        const std::string wrong = test::differencesFrom(reference.at("report"), report, 1e-8);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QCOMPARE(report.at("stopped").get<std::string>(), std::string("updates"));
    }
};

UNFOLD_APPLESS_TEST(TrainingGoldenTest)
#include "golden_test.moc"
