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

#include <filesystem>

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
    void theFileThatIsReadIsNeverWritten_data();
    void theFileThatIsReadIsNeverWritten();
    void linksModesAndOtherFilesStay();
    void tablesAndTexts();
    void theReportOfWeights();
    void severalOutputs();
    void helpNamesEveryOption();

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
    row("output without name", {lstm, "-o"},
        "unfold: -o: has no value; expected -o net.unfold, or -o - for standard output\n");
    row("two files", {lstm, lstm, "-o", out()}, "unfold: import takes one FILE; ");
    row("unknown option", {lstm, "--layer", "1"}, "unfold: import has no option --layer; ");
    row("activation", {lstm, "--activation", "sigmoid"},
        "unfold: --activation: \"sigmoid\" is not known; expected tanh, relu or identity\n");
    row("steps", {lstm, "--steps", "3x"}, "unfold: --steps: \"3x\" is not one; expected a whole number from 1\n");
    row("empty steps", {lstm, "--steps=", "-o", out()}, "unfold: --steps: has no value; ");
    row("wrong, then right", {lstm, "--steps", "x", "--steps", "3"}, "unfold: --steps: \"x\" is not one; ");
    row("output with an equals sign", {lstm, "-o=" + out()}, "unfold: import has no option -o=");
    row("no steps", {lstm, "--steps=0"}, "unfold: --steps: \"0\" is not one; ");
    row("missing", {none, "-o", out()},
        none.toUtf8() + ": there is no such file; expected weights, a table or a text that can be read\n");
    row("folder", {m_dir.path(), "-o", out()},
        m_dir.path().toUtf8() + ": this is a directory; expected weights, a table or a text\n");
    row("checkpoint", {network("checkpoint.pt"), "-o", out()},
        network("checkpoint.pt").toUtf8() + ": this is a PyTorch checkpoint, ");
    row("report", {lstm, "--report", "xml"}, "unfold: --report: \"xml\" is not known; expected json\n");
    row("report and experiment", {lstm, "--report", "json", "-o", "-"}, "unfold: -o: ");
    row("gaps", {lstm, "--gaps", "fill"}, "unfold: --gaps: \"fill\" is not known; expected stop, skip, carry or ");
    row("head", {lstm, "--head", "none-such"},
        lstm.toUtf8() + ": --head: there is no array \"none-such\" in the file; ");
    row("a spreadsheet", {QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/tables/book.xlsx")},
        UNFOLD_SOURCE_DIR "/tests/core/import/tables/book.xlsx: this is an Excel file (.xlsx); expected a CSV file");
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

void ImportCommandTest::theFileThatIsReadIsNeverWritten_data()
{
    QTest::addColumn<QString>("out");
    QTest::newRow("the same name") << QStringLiteral("net.npz");
    QTest::newRow("another spelling") << QStringLiteral("folder/.././net.npz");
    QTest::newRow("a symbolic link") << QStringLiteral("soft.unfold");
    QTest::newRow("a hard link") << QStringLiteral("hard.unfold");
}

void ImportCommandTest::theFileThatIsReadIsNeverWritten()
{
    QFETCH(QString, out);
    const QTemporaryDir folder;
    const QString file = folder.filePath("net.npz");
    QVERIFY(QFile::copy(network("lstm.npz"), file) && QDir(folder.path()).mkdir("folder"));
    std::filesystem::create_symlink("net.npz", folder.filePath("soft.unfold").toStdString());
    std::filesystem::create_hard_link(file.toStdString(), folder.filePath("hard.unfold").toStdString());
    const Run run = runProgram({"import", file, "-o", folder.filePath(out)});
    QCOMPARE(run.status, 2);
    QVERIFY2(run.error.startsWith(file.toUtf8() + ": -o: OUT is the file that is read; "), run.error.constData());
    QCOMPARE(contentOf(file), contentOf(network("lstm.npz")));
    QVERIFY(QFileInfo(folder.filePath("soft.unfold")).isSymLink());
}

void ImportCommandTest::linksModesAndOtherFilesStay()
{
    const QTemporaryDir folder;
    const auto write = [&](const char *name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("mine") == 4;
    };
    QVERIFY(write("target.unfold") && write("target.unfold.part"));
    const QString target = folder.filePath("target.unfold");
    constexpr auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(target, mode));
    const QString link = folder.filePath("link.unfold");
    std::filesystem::create_symlink("target.unfold", link.toStdString());
    QCOMPARE(runProgram({"import", network("lstm.npz"), "-o", link}).status, 0);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(contentOf(target).startsWith('{'));
    QCOMPARE(int(std::filesystem::status(target.toStdString()).permissions()), 0640);
    QCOMPARE(contentOf(folder.filePath("target.unfold.part")), QByteArray("mine"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    // A link to nothing yet makes what it points to.
    const QString open = folder.filePath("open.unfold");
    std::filesystem::create_symlink("new.unfold", open.toStdString());
    QCOMPARE(runProgram({"import", network("lstm.npz"), "-o", open}).status, 0);
    QVERIFY(QFileInfo(open).isSymLink());
    QVERIFY(contentOf(folder.filePath("new.unfold")).startsWith('{'));
}

void ImportCommandTest::tablesAndTexts()
{
    const QString table = QStringLiteral(UNFOLD_SOURCE_DIR "/tests/core/import/tables/missing-empty.csv");
    QFile::remove(out());
    const Run refused = runProgram({"import", table, "--report", "json", "-o", out()});
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(refused.error.startsWith(table.toUtf8() + ": line 3, column v: the cell is empty; "),
        refused.error.constData());
    QVERIFY(!QFile::exists(out()));

    const Run report = runProgram({"import", table, "--report", "json", "--gaps", "interpolate", "-o", out()});
    QCOMPARE(report.status, 0);
    QCOMPARE(report.error, QByteArray());
    QCOMPARE(QJsonDocument::fromJson(report.out)["values"].toArray(), (QJsonArray{2, 3, 4, 5}));
    QCOMPARE(runProgram({"trace", out()}).status, 0);

    const Run plain = runProgram({"import", "-", "--reverse"}, "t,v\n2001,1\n2000,2\n1999,4\n");
    QCOMPARE(plain.status, 0);
    QCOMPARE(QJsonDocument::fromJson(plain.out)["data"]["values"].toArray(), (QJsonArray{4, 2, 1}));
    QVERIFY(plain.error.startsWith("Table · 2 columns · 3 rows. Series: v, 3 values."));

    const Run warned = runProgram({"import", "-"}, "t,v\n2001,1\n2000,2\n1999,4\n");
    QVERIFY2(warned.error.startsWith("-: warning: ") && warned.error.contains("--reverse"), warned.error.constData());

    const Run text = runProgram({"import", "-", "--report", "json"}, "to be or not to be");
    QCOMPARE(QJsonDocument::fromJson(text.out)["kind"].toString(), QStringLiteral("text"));
    QCOMPARE(QJsonDocument::fromJson(text.out)["symbols"].toInt(), 18);
}

void ImportCommandTest::theReportOfWeights()
{
    const Run run = runProgram({"import", network("others.npz"), "--report", "json"});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.error, QByteArray());
    const QJsonObject report = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(report["kind"].toString(), QStringLiteral("weights"));
    QCOMPARE(report["cell"].toString(), QStringLiteral("LSTM"));
    QCOMPARE(report["layers"].toInt(), 1);
    QCOMPARE(report["head"].toString(), QStringLiteral("fc.weight"));
    QCOMPARE(report["took"].toArray().size(), 6);
    QVERIFY(!report["left"].toArray().isEmpty());
    for (const auto &left : report["left"].toArray())
        QVERIFY(!left.toObject()["name"].toString().isEmpty() && !left.toObject()["why"].toString().isEmpty());
    QVERIFY(QJsonDocument::fromJson(
        runProgram({"import", network("others.npz"), "--report", "json", "--head", "none"}).out)["head"]
                .isNull());
}

/// What was chosen among several is said, on the command line and in the note that the window shows.
void ImportCommandTest::severalOutputs()
{
    const Run run = runProgram({"import", network("two-heads.npz"), "-o", out()});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.error.startsWith(network("two-heads.npz").toUtf8() + ": warning: "), run.error.constData());
    QVERIFY2(run.error.contains("fc.weight") && run.error.contains("attn.weight"), run.error.constData());
    const QJsonDocument experiment = QJsonDocument::fromJson(contentOf(out()));
    QVERIFY(experiment["note"].toString().contains("attn.weight"));
    QCOMPARE(experiment["circuit"]["sizes"]["o"].toInt(), 2);
    const Run asked = runProgram({"import", network("two-heads.npz"), "--head", "attn", "-o", out()});
    QCOMPARE(asked.error, QByteArray());
    QCOMPARE(QJsonDocument::fromJson(contentOf(out()))["circuit"]["sizes"]["o"].toInt(), 1);
}

void ImportCommandTest::helpNamesEveryOption()
{
    const Run run = runProgram({"import", "--help"});
    QCOMPARE(run.status, 0);
    for (const char *option : {"-o", "--report", "--column", "--first-line", "--header", "--separator", "--decimal",
             "--thousands", "--gaps", "--encoding", "--reverse", "--from", "--to", "--head", "--layers", "--activation",
             "--concatenated", "--steps"})
        QVERIFY2(run.out.contains(option), option);
}

UNFOLD_GUILESS_TEST(ImportCommandTest)
#include "import_command_test.moc"
