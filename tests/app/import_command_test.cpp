// unfold import, as a shell sees it.
#include "tests/app/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

class ImportCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void writesAnExperiment();
    void writesToStandardOutput();
    void bothDirectionsWithoutAHead_data();
    void bothDirectionsWithoutAHead();
    void activationAndSteps();
    void anExistingFileIsReplacedWholeOrNotAtAll();
    void mistakes_data();
    void mistakes();
    void whatCannotBeWritten();

private:
    static QString network(const char *name)
    {
        return QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/networks/") + QLatin1String(name);
    }
    QString out() const { return m_dir.filePath(QStringLiteral("net.unfold")); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
};

void ImportCommandTest::writesAnExperiment()
{
    const Run run = runProgram({"import", network("others.npz"), "-o", out()});
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.startsWith("LSTM · input 4 · hidden 3 · output 2. Taken: rnn.weight_ih_l0, "));
    QVERIFY(run.out.contains(" Left: embed.weight (6 × 3), "));
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject experiment = QJsonDocument::fromJson(contentOf(out())).object();
    QCOMPARE(experiment["title"].toString(), QStringLiteral("others.npz"));
    QCOMPARE(experiment["circuit"]["name"].toString(), QStringLiteral("lstm"));
    const Run trace = runProgram({"trace", out()});
    QCOMPARE(trace.error, QByteArray());
    QCOMPARE(trace.status, 0);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), QStringList{"net.unfold"});
}

void ImportCommandTest::writesToStandardOutput()
{
    const Run run = runProgram({"import", "-", "-o", "-"}, contentOf(network("gru.safetensors")));
    QCOMPARE(run.status, 0);
    QVERIFY(run.error.startsWith("GRU · input 4 · hidden 3 · output 2. Taken: "));
    QCOMPARE(QJsonDocument::fromJson(run.out)["title"].toString(), QStringLiteral("imported network"));
}

void ImportCommandTest::bothDirectionsWithoutAHead_data()
{
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("rnn-both-headless.npz") << QByteArray("bidirectional RNN · input 4 · hidden 3 · no output layer. ");
    QTest::newRow("gru-both-headless.npz") << QByteArray("bidirectional GRU · input 4 · hidden 3 · no output layer. ");
}

/// Nothing reads both states together: the loss stands on the first, and it is said that the other has none.
void ImportCommandTest::bothDirectionsWithoutAHead()
{
    QFETCH(QByteArray, sentence);
    const Run run = runProgram({"import", "--steps", "6", network(QTest::currentDataTag()), "-o", out()});
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.status, 0);
    QVERIFY2(run.out.startsWith(sentence), run.out.constData());
    QVERIFY2(run.out.contains("a loss on the state h alone, so that g, which runs backwards, has no gradient;"),
        run.out.constData());
    const Run traced = runProgram({"trace", out()});
    QCOMPARE(traced.error, QByteArray());
    QCOMPARE(traced.status, 0);
    const QJsonObject trace = QJsonDocument::fromJson(traced.out).object();
    QVERIFY(!trace["nodes"].toObject().contains("o"));
    for (const char *state : {"h", "g"}) {
        const QJsonObject node = trace["nodes"][QLatin1String(state)].toObject();
        QCOMPARE(node["value"].toArray().size(), 6);
        QCOMPARE(node["value"][0].toArray().size(), 3);
        for (const auto &norm : node["gradientNorm"].toArray())
            QCOMPARE(norm.toDouble() > 0, *state == 'h');
    }
}

void ImportCommandTest::activationAndSteps()
{
    const Run run = runProgram({"import", "--steps=7", "--activation", "relu", network("rnn-relu.npz"), "-o", "-"});
    QCOMPARE(run.status, 0);
    const QJsonDocument experiment = QJsonDocument::fromJson(run.out);
    QCOMPARE(experiment["circuit"]["activation"].toString(), QStringLiteral("relu"));
    QCOMPARE(experiment["sequence"]["x"].toArray().size(), 7);
    QVERIFY(!run.error.contains("tanh"));
    QVERIFY(runProgram({"import", network("rnn-relu.npz"), "-o", "-"}).error.contains("Assumed: tanh, as the file"));
}

void ImportCommandTest::anExistingFileIsReplacedWholeOrNotAtAll()
{
    QFile old(out());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QCOMPARE(runProgram({"import", network("checkpoint.pt"), "-o", out()}).status, 2);
    QCOMPARE(contentOf(out()), QByteArray("old"));
    QCOMPARE(runProgram({"import", network("lstm.npz"), "-o", out()}).status, 0);
    QVERIFY(contentOf(out()).startsWith('{'));
}

void ImportCommandTest::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &sentence) {
        QTest::newRow(name) << QStringList{"import"} + arguments << sentence;
    };
    const QString lstm = network("lstm.npz");
    const QString none = m_dir.filePath("none.npz");
    row("nothing", {}, "unfold: import needs a FILE; expected unfold import FILE -o OUT\n");
    row("no output", {lstm},
        "unfold: -o: import needs a file to write; expected -o net.unfold, or -o - for standard output\n");
    row("output without name", {lstm, "-o"}, "unfold: -o: import needs a file to write; ");
    row("two files", {lstm, lstm, "-o", out()}, "unfold: import takes one FILE; ");
    row("unknown option", {lstm, "--layer", "1"},
        "unfold: import has no option --layer; expected -o, --activation or --steps\n");
    row("activation", {lstm, "--activation", "sigmoid"},
        "unfold: --activation: \"sigmoid\" is none of an nn.RNN; expected tanh or relu\n");
    row("steps", {lstm, "--steps", "3x"}, "unfold: --steps: \"3x\" is none; expected a number of steps from 1\n");
    row("empty steps", {lstm, "--steps=", "-o", out()}, "unfold: --steps: has no value; ");
    row("wrong, then right", {lstm, "--steps", "x", "--steps", "3"}, "unfold: --steps: \"x\" is none; ");
    row("output with an equals sign", {lstm, "-o=" + out()}, "unfold: import has no option -o=");
    row("no steps", {lstm, "--steps=0"}, "unfold: --steps: \"0\" is none; ");
    row("missing", {none, "-o", out()},
        none.toUtf8() + ": there is no such file; expected a .npz or .safetensors file that can be read\n");
    row("folder", {m_dir.path(), "-o", out()},
        m_dir.path().toUtf8() + ": this is a directory; expected a .npz or .safetensors file\n");
    row("checkpoint", {network("checkpoint.pt"), "-o", out()},
        network("checkpoint.pt").toUtf8() + ": this is a PyTorch checkpoint, ");
    row("activation of an LSTM", {lstm, "--activation", "relu", "-o", out()},
        lstm.toUtf8() + ": rnn.weight_ih_l0: an LSTM or a GRU has activations of its own; ");
}

void ImportCommandTest::mistakes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Run run = runProgram(arguments);
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.error.startsWith(sentence), run.error.constData());
    QCOMPARE(run.error.count('\n'), 1);
}

void ImportCommandTest::whatCannotBeWritten()
{
    const QString nowhere = m_dir.filePath("nowhere/net.unfold");
    const Run run = runProgram({"import", network("lstm.npz"), "-o", nowhere});
    QCOMPARE(run.status, 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.error, "unfold: " + nowhere.toUtf8() + " cannot be written\n");
    if (!QFile::exists("/dev/full"))
        return;
    QCOMPARE(runProgram({"import", network("lstm.npz"), "-o", "/dev/full"}).status, 1);
    QVERIFY(QFile::exists("/dev/full"));
}

UNFOLD_GUILESS_TEST(ImportCommandTest)
#include "import_command_test.moc"
