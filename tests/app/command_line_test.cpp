// The commands as a shell sees them: what stands on standard output, on standard error, and the exit status.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

const char *const threeLetters = R"({
  "format": "unfold-experiment", "version": 1,
  "title": "three letters",
  "circuit": { "name": "elman", "sizes": {"x": 4, "h": 2, "o": 5}, "activation": "tanh" },
  "sequence": { "x": [[1,0,0,0],[0,1,0,0],[0,0,0,1]] },
  "loss": { "kind": "cross-entropy", "source": "o", "at": "every", "targets": [0,2,0] },
  "initialisation": { "recipe": "orthogonal", "seed": 7 },
  "gain": 1.2
})";

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void traceOfTheExample();
    void traceWithoutLossHasNoGradients();
    void traceAsCsv();
    void csvWithoutLossLeavesTheGradientEmpty();
    void dashIsStandardInput();
    void unknownKeysAreWarnings();
    void whatTheWindowAddsLeavesTheTraceAsItIs_data();
    void whatTheWindowAddsLeavesTheTraceAsItIs();
    void numbersThatAreNotFiniteAreNamed();
    void mistakesAreReported_data();
    void mistakesAreReported();
    void filesThatCannotBeRead_data();
    void filesThatCannotBeRead();
    void usageErrors_data();
    void usageErrors();
    void helpAndVersion();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void circuitsCanBePasted();
    void writeFailureIsReported();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QString path = m_dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_dir;
};

void CommandLineTest::traceOfTheExample()
{
    const Run run = runProgram({"trace", file("letters.unfold", threeLetters)});
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.status, 0);
    const QJsonObject trace = object(run.out);
    QCOMPARE(trace["format"].toString(), QString("unfold-trace"));
    QCOMPARE(trace["version"].toInt(), 1);
    QCOMPARE(trace["steps"].toInt(), 3);
    QCOMPARE(trace["loss"]["steps"].toArray().size(), 3);
    double sum = 0;
    for (const auto &step : trace["loss"]["steps"].toArray())
        sum += step.toDouble();
    QVERIFY(std::abs(sum - trace["loss"]["total"].toDouble()) < 1e-14);
    QCOMPARE(trace["nodes"].toObject().keys(), QStringList({"h", "o", "x"}));
    const QJsonObject h = trace["nodes"]["h"].toObject();
    QCOMPARE(h.keys(), QStringList({"gradient", "gradientNorm", "jacobianNorm", "preActivationGradient", "value"}));
    QCOMPARE(h["value"].toArray().size(), 3);
    QCOMPARE(h["value"][0].toArray().size(), 2);
    QVERIFY2(!trace["nodes"]["o"].toObject().contains("jacobianNorm"), "o lies on no loop");
    const QJsonObject W = trace["parameters"]["W"].toObject();
    QCOMPARE(W.keys(), QStringList({"gradient", "largestSingularValue", "spectralRadius", "stepNorm", "value"}));
    QVERIFY(std::abs(W["spectralRadius"].toDouble() - 1.2) < 1e-14); // the gain: W is as used
    QVERIFY2(!trace["parameters"]["U"].toObject().contains("spectralRadius"), "U is not square");
    QVERIFY2(!trace["parameters"]["b"].toObject().contains("largestSingularValue"), "b is a vector");
    QVERIFY(trace["parameters"]["b"]["value"][0].isDouble());
}

void CommandLineTest::traceWithoutLossHasNoGradients()
{
    const Run run = runProgram(
        {"trace", "-"}, R"({"format": "unfold-experiment", "version": 1, "steps": 2, "circuit": {"name": "driven"}})");
    QCOMPARE(run.error, QByteArray());
    const QJsonObject trace = object(run.out);
    QVERIFY(!trace.contains("loss"));
    QCOMPARE(trace["nodes"]["h"].toObject().keys(), QStringList({"jacobianNorm", "value"}));
    QCOMPARE(trace["parameters"]["b"].toObject().keys(), QStringList({"value"}));
    QCOMPARE(
        trace["parameters"]["W"].toObject().keys(), QStringList({"largestSingularValue", "spectralRadius", "value"}));
}

void CommandLineTest::traceAsCsv()
{
    const Run run = runProgram({"trace", file("letters.unfold", threeLetters), "--csv"});
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.status, 0);
    const QList<QByteArray> lines = run.out.split('\n');
    QCOMPARE(lines.size(), 1 + 3 * 3 + 1); // the head, three nodes at three steps, and the end of the last line
    QCOMPARE(lines[0], QByteArray("node,step,norm,gradient_norm"));
    QVERIFY(lines[1].startsWith("x,1,1,"));
    const QJsonObject trace = object(runProgram({"trace", m_dir.filePath("letters.unfold")}).out);
    const QList<QByteArray> h2 = lines[5].split(',');
    QCOMPARE(h2[0] + h2[1], QByteArray("h2"));
    QCOMPARE(h2[3].toDouble(), trace["nodes"]["h"]["gradientNorm"][1].toDouble());
    QCOMPARE(runProgram({"trace", "--csv", m_dir.filePath("letters.unfold")}).out, run.out);
}

void CommandLineTest::csvWithoutLossLeavesTheGradientEmpty()
{
    const Run run = runProgram({"trace", "-", "--csv"},
        R"({"format": "unfold-experiment", "version": 1, "steps": 2, "circuit": {"name": "driven", "spans": {"x": "first"}}})");
    QCOMPARE(run.out, QByteArray("node,step,norm,gradient_norm\nx,1,0,\nx,2,,\nh,1,0,\nh,2,0,\n"));
}

void CommandLineTest::dashIsStandardInput()
{
    const Run fromInput = runProgram({"trace", "-"}, threeLetters);
    QCOMPARE(fromInput.status, 0);
    QCOMPARE(fromInput.out, runProgram({"trace", file("letters.unfold", threeLetters)}).out);
    const Run large = runProgram({"trace", "-"}, QByteArray(70 * 1000 * 1000, ' '));
    QVERIFY(large.error.startsWith("-: the file is larger than 64 MB; "));
    const Run broken = runProgram({"trace", "-"}, "{");
    QVERIFY(broken.error.startsWith("-: line 1, column 1: "));
}

void CommandLineTest::unknownKeysAreWarnings()
{
    const QByteArray extended
        = QByteArray(threeLetters).replace("\"gain\"", R"("colour": "red", "view": {"zoom": 2}, "gain")");
    const Run run = runProgram({"trace", "-"}, extended);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.error, QByteArray("-: warning: colour: unknown key; it is ignored\n"));
    QCOMPARE(run.out, runProgram({"trace", "-"}, threeLetters).out);
}

void CommandLineTest::whatTheWindowAddsLeavesTheTraceAsItIs_data()
{
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("clip") << QByteArray(R"("clip": 0.001)"); // far below the norm of this gradient
    QTest::newRow("twin") << QByteArray(R"("twin": {"circuit": {"name": "lstm", "sizes": {"x": 4, "h": 3, "o": 5}},
        "steps": 3, "gain": 0.5, "clip": 2, "links": ["seed", "data", "loss"]})");
    QTest::newRow("a twin that the window would refuse") << QByteArray(R"("twin": {"circuit": {"name": "elmann"}})");
    QTest::newRow("both") << QByteArray(R"("clip": 5, "twin": {"circuit": {"name": "elman"}, "steps": 3})");
}

void CommandLineTest::whatTheWindowAddsLeavesTheTraceAsItIs()
{
    QFETCH(QByteArray, added);
    const QByteArray extended = QByteArray(threeLetters).replace("\"gain\"", added + ", \"gain\"");
    for (const QStringList &options : {QStringList(), QStringList{"--csv"}}) {
        const Run run = runProgram(QStringList{"trace", "-"} + options, extended);
        QCOMPARE(run.error, QByteArray());
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, runProgram(QStringList{"trace", "-"} + options, threeLetters).out);
    }
}

void CommandLineTest::numbersThatAreNotFiniteAreNamed()
{
    const Run run = runProgram({"trace", "-"}, R"({"format": "unfold-experiment", "version": 1, "steps": 3,
        "circuit": {"name": "autonomous", "sizes": {"s": 1}, "activation": "identity"},
        "initial": {"s": [1e300]}, "parameters": {"W": [[-1e200]]}})");
    QCOMPARE(run.error, QByteArray());
    const QJsonObject trace = object(run.out);
    const QJsonObject s = trace["nodes"]["s"].toObject();
    QCOMPARE(s["value"][0][0].toString(), QString("-Infinity"));
    QCOMPARE(s["value"][1][0].toString(), QString("Infinity"));
    QCOMPARE(s["jacobianNorm"][0].toString(), QString("Infinity"));
    QCOMPARE(s["jacobianNorm"][2].toDouble(), 1.0);
}

void CommandLineTest::mistakesAreReported_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QByteArray &sentence) {
        QByteArray content = threeLetters;
        QVERIFY2(content.contains(from), name);
        QTest::newRow(name) << content.replace(from, to) << sentence;
    };
    row("wrong shape", "[0,1,0,0]", "[0,1,0]",
        "sequence.x[1]: the value is a list of 3 entries; expected a list of 4 numbers");
    row("unknown name", "elman", "hopfield",
        "circuit.name: no circuit is called \"hopfield\"; expected one of feed-forward, ");
    row("NaN", "[0,1,0,0]", "[0,\"NaN\",0,0]",
        "sequence.x[1][1]: the value is the string \"NaN\"; expected a finite number");
    row("class", "[0,2,0]", "[0,5,0]",
        "loss.targets[1]: there is no class 5; expected a class from 0 to 4, as \"o\" has 5 entries");
    row("memory", "\"h\": 2", "\"h\": 100000",
        "circuit: a run of this circuit over 3 steps needs 240 GB of memory; expected at most 2.0 GB");
    QTest::newRow("not JSON") << QByteArray("hello") << QByteArray("line 1, column 1: this is not JSON");
    QTest::newRow("empty") << QByteArray("") << QByteArray("the file is empty; expected an experiment in JSON");
    QTest::newRow("loop without delay") << QByteArray(
        R"({"format": "unfold-experiment", "version": 1, "steps": 1, "circuit": {"nodes": [
             {"name": "a", "role": "state", "size": 1, "terms": [{"source": "b"}]},
             {"name": "b", "role": "state", "size": 1, "terms": [{"source": "a"}]}]}})")
                                        << QByteArray("circuit.nodes");
}

void CommandLineTest::mistakesAreReported()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, sentence);
    const QString path = file("broken.unfold", content);
    const Run run = runProgram({"trace", path});
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.error.startsWith(path.toUtf8() + ": " + sentence), run.error.constData());
    QCOMPARE(run.error.count('\n'), 1);
}

void CommandLineTest::filesThatCannotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("missing") << m_dir.filePath("none.unfold")
                             << QByteArray("there is no such file; expected an experiment file");
    QTest::newRow("directory") << m_dir.path() << QByteArray("this is a directory; expected an experiment file");
    QFile large(m_dir.filePath("large.unfold"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(200 * 1000 * 1000));
    const QByteArray tooLarge = "the file is larger than 64 MB; expected an experiment, which needs less";
    QTest::newRow("200 MB") << large.fileName() << tooLarge;
    if (QFile::exists("/dev/zero"))
        QTest::newRow("without end") << QStringLiteral("/dev/zero") << tooLarge;
    QTest::newRow("deeply nested") << file("deep.unfold", QByteArray(60 * 1000 * 1000, '['))
                                   << QByteArray("the file is nested more than 64 levels deep");
    QTest::newRow("below a file") << file("plain", "x") + "/e.unfold"
                                  << QByteArray("Not a directory; expected an experiment file");
}

void CommandLineTest::filesThatCannotBeRead()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, sentence);
    const Run run = runProgram({"trace", path});
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.error.startsWith(path.toUtf8() + ": " + sentence), run.error.constData());
}

void CommandLineTest::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no file") << QStringList{"trace"}
                             << QByteArray("unfold: trace needs a FILE, or - for standard input\n");
    QTest::newRow("two files") << QStringList{"trace", "a", "b"} << QByteArray("unfold: trace takes one FILE\n");
    QTest::newRow("unknown option") << QStringList{"trace", "a", "--cvs"}
                                    << QByteArray("unfold: trace has no option --cvs\n");
    QTest::newRow("a value for a flag") << QStringList{"trace", "a", "--csv=maybe"}
                                        << QByteArray("unfold: trace has no option --csv=maybe\n");
    QTest::newRow("a number") << QStringList{"trace", "-1"} << QByteArray("unfold: trace has no option -1\n");
    QTest::newRow("no name") << QStringList{"circuit"} << QByteArray("unfold: circuit needs a NAME\n");
    QTest::newRow("two names") << QStringList{"circuit", "gru", "lstm"}
                               << QByteArray("unfold: circuit takes one NAME\n");
    QTest::newRow("unknown circuit") << QStringList{
        "circuit", "hopfield"} << QByteArray("unfold: there is no circuit called \"hopfield\" in the catalogue\n");
}

void CommandLineTest::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Run run = runProgram(arguments);
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.error.startsWith(sentence), run.error.constData());
    QVERIFY(run.error.contains("unfold trace FILE --csv"));
    QVERIFY(run.error.contains("gru-reset-before, encoder-decoder"));
}

void CommandLineTest::helpAndVersion()
{
    const Run help = runProgram({"--help"});
    QCOMPARE(help.status, 0);
    QCOMPARE(help.error, QByteArray());
    QVERIFY(help.out.contains("unfold circuit NAME"));
    const Run version = runProgram({"--version"});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.startsWith("unfold 0."));
}

void CommandLineTest::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("trace") << "trace" << QByteArrayList{"FILE", "--csv", "--help"};
    QTest::newRow("circuit") << "circuit" << QByteArrayList{"NAME", "gru-reset-before"};
    QTest::newRow("train") << "train" << QByteArrayList{"FILE", "-o", "--updates", "--log"};
    QTest::newRow("sample") << "sample" << QByteArrayList{"FILE", "--prompt", "--steps", "--temperature", "--seed"};
    QTest::newRow("import") << "import" << QByteArrayList{"FILE", "-o", "--activation", "--steps"};
}

void CommandLineTest::everyCommandHasHelp()
{
    QFETCH(QString, command);
    QFETCH(QByteArrayList, words);
    for (const char *flag : {"--help", "-h"}) {
        const Run help = runProgram({command, flag});
        QCOMPARE(help.status, 0);
        QCOMPARE(help.error, QByteArray());
        for (const QByteArray &word : words)
            QVERIFY2(help.out.contains(word), word.constData());
    }
}

void CommandLineTest::circuitsCanBePasted()
{
    const Run run = runProgram({"circuit", "elman"});
    QCOMPARE(run.status, 0);
    const QJsonObject circuit = object(run.out);
    QCOMPARE(circuit["name"].toString(), QString("elman"));
    QCOMPARE(circuit["nodes"].toArray().size(), 3);
    QCOMPARE(circuit["nodes"][1]["terms"][0]["delay"].toInt(), 1);
}

void CommandLineTest::writeFailureIsReported()
{
    if (!QFile::exists("/dev/full"))
        QSKIP("this system has no /dev/full");
    QProcess shell;
    shell.start("/bin/sh", {"-c", QStringLiteral("exec " UNFOLD_BINARY " circuit elman > /dev/full")});
    QVERIFY(shell.waitForFinished(-1));
    QCOMPARE(shell.exitCode(), 1);
    QCOMPARE(shell.readAllStandardError(), QByteArray("unfold: the result cannot be written\n"));
}

UNFOLD_GUILESS_TEST(CommandLineTest)
#include "command_line_test.moc"
