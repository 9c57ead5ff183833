// kill −9 in the middle of saving and of dragging: a file is always whole, and little work is lost.
#include "core/circuit/input_error.h"
#include "tests/support/test_program.h"
#include "tests/ui/document/kill_fixture.h"
#include "ui/document/autosave_record.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace unfold;

namespace {

std::unique_ptr<QProcess> started(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(UNFOLD_WORKING_PROGRAM), arguments);
    if (!process->waitForStarted())
        qFatal("cannot start %s", UNFOLD_WORKING_PROGRAM);
    return process;
}

/// Lets it work for so long after its first word, whatever the machine is busy with, and kills it.
QByteArray killAfter(QProcess &process, int microseconds)
{
    QByteArray out;
    while (!out.contains('\n') && process.waitForReadyRead())
        out += process.readAllStandardOutput();
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() / 1000 < microseconds) {
        process.waitForReadyRead(1);
        out += process.readAllStandardOutput();
    }
    process.kill();
    process.waitForFinished(-1);
    return out + process.readAllStandardOutput();
}

/// The last whole line that it wrote.
double lastNumber(const QByteArray &out)
{
    const QList<QByteArray> lines = out.left(out.lastIndexOf('\n')).split('\n');
    return lines.last().toDouble();
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsAlwaysOneWholeVersion()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.unfold"));
        std::mt19937 random(20);
        int seen[2] = {0, 0};
        for (int round = 0; round < 60; ++round) {
            const auto process = started({QStringLiteral("save"), path});
            killAfter(*process, static_cast<int>(random() % 30000));
            try {
                const Experiment found = loadExperiment(path).experiment;
                const int version = found.gain == savedVersion(0).gain ? 0 : 1;
                QVERIFY(found == savedVersion(version));
                ++seen[version];
            } catch (const InputError &error) {
                QFAIL(error.what());
            }
        }
        QVERIFY2(seen[0] > 0 && seen[1] > 0, "the kill fell into both kinds of saving");
    }

    void lessThanFiveSecondsOfDraggingAreLost()
    {
        std::mt19937 random(3);
        std::vector<std::unique_ptr<QTemporaryDir>> folders;
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 3; ++i) {
            folders.push_back(std::make_unique<QTemporaryDir>());
            programs.push_back(started({QStringLiteral("drag"), folders.back()->path()}));
        }
        double most = 0;
        for (std::size_t i = 0; i < programs.size(); ++i) {
            const QByteArray out = killAfter(*programs[i], 2500000 + static_cast<int>(random() % 1000000));
            const AbandonedList left = abandonedIn(folders[i]->path());
            QCOMPARE(left.works.size(), size_t(1));
            const double reached = millisecondsOf(lastNumber(out));
            const double kept = millisecondsOf(left.works.front().record.stored.experiment.gain);
            most = std::max(most, reached - kept);
        }
        QVERIFY2(most < 5000, qPrintable(QStringLiteral("%1 ms lost").arg(most)));
        qInfo("at most %.0f ms lost", most);
    }
};

UNFOLD_GUILESS_TEST(KillTest)
#include "kill_test.moc"
