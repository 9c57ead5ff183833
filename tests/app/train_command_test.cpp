// `unfold train` and `unfold sample` as a shell sees them: the report, the files, the exit status.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

const char *const hello = R"({"format": "unfold-experiment", "version": 1, "title": "hello", "note": "kept",
  "circuit": {"name": "elman", "sizes": {"h": 8}}, "loss": {"kind": "cross-entropy"}, "clip": 1,
  "data": {"kind": "text", "text": "hello world"},
  "training": {"optimiser": {"kind": "adam", "rate": 0.02}, "updates": 50}})";

/// One linear unit with a far too large rate.
const char *const diverging = R"({"format": "unfold-experiment", "version": 1,
  "circuit": {"name": "driven", "sizes": {"x": 1, "h": 1}, "activation": "identity"}, "sequence": {"x": [[1], [1]]},
  "loss": {"kind": "squared-error", "source": "h", "targets": [[3], [4]]},
  "training": {"optimiser": {"kind": "sgd", "rate": 1e9}, "updates": 1000}})";

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TrainCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void theReport()
    {
        const Run run = runProgram({"train", file("hello.unfold", hello)});
        QCOMPARE(run.error, QByteArray());
        QCOMPARE(run.status, 0);
        const QJsonObject report = object(run.out);
        QCOMPARE(report.keys(),
            QStringList({"appliedNorm", "format", "gradientNorm", "loss", "measured", "parameters", "stopped",
                "updates", "version"}));
        QCOMPARE(report["format"].toString(), QString("unfold-training"));
        QCOMPARE(report["updates"].toInt(), 50);
        QCOMPARE(report["stopped"].toString(), QString("updates"));
        for (const char *list : {"loss", "gradientNorm", "appliedNorm"})
            QCOMPARE(report[list].toArray().size(), 50);
        QCOMPARE(report["measured"].toArray().size(), 50);
        const QJsonObject last = report["measured"].toArray().last().toObject();
        QCOMPARE(last.keys(), QStringList({"epoch", "train", "update"}));
        QVERIFY(last["train"]["accuracy"].toDouble() > 0.5);
        QCOMPARE(report["parameters"].toObject().keys(), QStringList({"U", "V", "W", "b", "c"}));
    }

    void thirtyAndTwentyAreFifty()
    {
        const QString whole = m_dir.filePath("whole.unfold");
        const QString half = m_dir.filePath("half.unfold");
        const QString rest = m_dir.filePath("rest.unfold");
        const QByteArray all = runProgram({"train", file("hello.unfold", hello), "-o", whole}).out;
        runProgram({"train", m_dir.filePath("hello.unfold"), "-o", half, "--updates", "30"});
        const Run second = runProgram({"train", half, "-o", rest}); // up to its 50
        QCOMPARE(second.status, 0);
        QCOMPARE(object(second.out)["updates"].toInt(), 20);
        QCOMPARE(contentOf(rest), contentOf(whole));
        QCOMPARE(object(second.out)["parameters"], object(all)["parameters"]);
        QVERIFY(contentOf(whole).contains("\"note\": \"kept\""));
        QCOMPARE(object(runProgram({"train", rest}).out)["updates"].toInt(), 0);
        QCOMPARE(object(runProgram({"train", rest, "--updates", "2"}).out)["updates"].toInt(), 2);
    }

    void theLog()
    {
        const QString log = m_dir.filePath("log.csv");
        const QJsonObject report = object(runProgram({"train", "-", "--log", log, "--updates", "3"}, hello).out);
        const QList<QByteArray> lines = contentOf(log).split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], QByteArray("update,epoch,loss,gradient_norm,applied_norm,rate"));
        const QList<QByteArray> third = lines[3].split(',');
        QCOMPARE(third[0] + third[1], QByteArray("33"));
        QCOMPARE(third[2].toDouble(), report["loss"].toArray()[2].toDouble());
        QCOMPARE(third[5].toDouble(), 0.02);
    }

    void aRunThatDivergesSaysWhere()
    {
        const QString out = m_dir.filePath("diverged.unfold");
        const Run run = runProgram({"train", "-", "-o", out}, diverging);
        QCOMPARE(run.status, 3);
        const QJsonObject report = object(run.out);
        QCOMPARE(report["stopped"].toString(), QString("diverged"));
        QCOMPARE(report["diverged"]["update"].toInt(), report["updates"].toInt() + 1);
        QVERIFY(!report["diverged"]["quantity"].toString().isEmpty());
        QCOMPARE(runProgram({"trace", out}).status, 0); // its numbers are finite
    }

    void interruptionWritesWhatThereIs()
    {
        const QString out = m_dir.filePath("interrupted.unfold");
        const QString log = m_dir.filePath("interrupted.csv");
        QProcess process;
        process.start(QStringLiteral(UNFOLD_BINARY),
            {"train", file("hello.unfold", hello), "-o", out, "--log", log, "--updates", "100000000"});
        QTRY_VERIFY_WITH_TIMEOUT(QFile(log).size() > 1000, 20000); // it is at work
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        const QJsonObject report = object(process.readAllStandardOutput());
        QCOMPARE(report["stopped"].toString(), QString("interrupted"));
        QVERIFY(report["updates"].toInt() > 0);
        QCOMPARE(object(runProgram({"train", out, "--updates", "1"}).out)["updates"].toInt(), 1);
    }

    void whatCannotBeWritten()
    {
        const QString nowhere = m_dir.filePath("none/out.unfold");
        const Run out = runProgram({"train", "-", "-o", nowhere, "--updates", "2"}, hello);
        QCOMPARE(out.status, 2); // before the work begins
        QVERIFY2(out.error.startsWith("unfold: -o: " + nowhere.toUtf8() + " cannot be written"), out.error.constData());
        QCOMPARE(out.out, QByteArray());
        const Run log = runProgram({"train", "-", "--log", nowhere}, hello);
        QCOMPARE(log.status, 1);
        QCOMPARE(log.out, QByteArray());
        if (!QFile::exists("/dev/full"))
            return;
        const Run full = runProgram({"train", "-", "-o", "/dev/full", "--updates", "2"}, hello);
        QCOMPARE(full.status, 1);
        QCOMPARE(object(full.out)["updates"].toInt(), 2); // the report is not lost
    }

    void nothingIsWrittenOver()
    {
        const QString path = file("kept.unfold", hello);
        const Run log = runProgram({"train", path, "--log", path});
        QCOMPARE(log.status, 2);
        QVERIFY(log.error.contains("LOG is the file that is read"));
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(hello));
        const QString out = m_dir.filePath("both.unfold");
        file("both.unfold", hello);
        QVERIFY(runProgram({"train", path, "-o", out, "--log", out}).error.contains("LOG is OUT as well"));
    }

    void aTableOfTrainings()
    {
        const Run run = runProgram({"train", "-", "--seeds", "2", "--gains", "0.5,1", "--updates", "3"},
            QByteArray(hello).replace(
                "\"training\": {", "\"training\": {\"stop\": {\"quantity\": \"train_accuracy\", \"reaches\": 1}, "));
        QVERIFY2(run.status == 0, run.error.constData());
        const QJsonArray rows = object(run.out)["rows"].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1].toObject()["gain"].toDouble(), 1.0);
        QCOMPARE(rows[1].toObject()["of"].toInt(), 2);
        QCOMPARE(rows[0].toObject()["runs"].toArray().size(), 2);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nothing to learn from")
            << QStringList{"train", "-"}
            << QByteArray(R"({"format": "unfold-experiment", "version": 1, "steps": 2, "circuit": {"name": "driven"}})")
            << QByteArray("-: training: the key is missing");
        QTest::newRow("no file") << QStringList{"train"} << QByteArray() << QByteArray("unfold: train needs a FILE");
        QTest::newRow("updates") << QStringList{"train", "-", "--updates", "many"} << QByteArray(hello)
                                 << QByteArray("unfold: --updates: \"many\" is none; expected a whole number from 0");
        QTest::newRow("option") << QStringList{"train", "-", "--rate=1"} << QByteArray(hello)
                                << QByteArray("unfold: train has no option --rate");
        QTest::newRow("report and OUT") << QStringList{"train", "-", "-o", "-"} << QByteArray(hello)
                                        << QByteArray("unfold: -o: the report goes to standard output");
        QTest::newRow("log") << QStringList{"train", "-", "--log", "-"} << QByteArray(hello)
                             << QByteArray("unfold: --log: the report goes to standard output");
        QTest::newRow("an empty name") << QStringList{"train", "-", "-o", ""} << QByteArray(hello)
                                       << QByteArray("unfold: an option: has no value");
        QTest::newRow("too many seeds") << QStringList{"train", "-", "--seeds", "100000000"} << QByteArray(hello)
                                        << QByteArray("unfold: --seeds: 100000000 are too many");
        QTest::newRow("two quantities") << QStringList{"train", "-", "--gains", "1,2", "--vary", "b=0,1"}
                                        << QByteArray(hello)
                                        << QByteArray("unfold: --vary: a table varies one quantity");
        QTest::newRow("no quantity") << QStringList{"train", "-", "--vary", "b"} << QByteArray(hello)
                                     << QByteArray("unfold: --vary: \"b\" names no quantity");
        QTest::newRow("a table and OUT") << QStringList{"train", "-", "--seeds", "2", "-o", "x"} << QByteArray(hello)
                                         << QByteArray("unfold: -o: a table trains many networks");
        QTest::newRow("nothing to reach") << QStringList{"train", "-", "--seeds", "2"} << QByteArray(hello)
                                          << QByteArray("-: training.stop: nothing says what counts as success");
        QTest::newRow("temperature") << QStringList{"sample", "-", "--temperature", "-1"} << QByteArray(hello)
                                     << QByteArray("unfold: --temperature: \"-1\" is none; expected a number from 0");
        QTest::newRow("prompt") << QStringList{"sample", "-", "--prompt", "xyz"} << QByteArray(hello)
                                << QByteArray("-: --prompt: the network does not know \"x\"");
    }
    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, sentence);
        const Run run = runProgram(arguments, input);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.error.startsWith(sentence), run.error.constData());
    }

    void aTextGoesOn()
    {
        const QString out = m_dir.filePath("trained.unfold");
        runProgram({"train", "-", "-o", out, "--updates", "300"}, hello);
        QCOMPARE(runProgram({"sample", out, "--prompt", "h", "--temperature", "0"}).out, QByteArray("ello world\n"));
        QCOMPARE(runProgram({"sample", out, "--prompt", "he", "--steps", "3", "--temperature", "0"}).out,
            QByteArray("llo\n"));
    }

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QString path = m_dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
};

UNFOLD_GUILESS_TEST(TrainCommandTest)
#include "train_command_test.moc"
