// The key "training.task": what it makes, that it is kept as it is, and what is refused.
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;

namespace {

QString fileWith(const QString &task, const QString &data = {},
    const QString &sizes = QStringLiteral("2, \"h\": 3, \"o\": 2"),
    const QString &loss = QStringLiteral("\"cross-entropy\""))
{
    return QStringLiteral(R"({"format": "unfold-experiment", "version": 1,
      "circuit": {"name": "elman", "sizes": {"x": %1}}, %2
      "loss": {"kind": %3, "source": "o"},
      "training": {"task": %4, "optimiser": {"kind": "sgd", "rate": 0.1}, "updates": 3}})")
        .arg(sizes, data.isEmpty() ? QString() : QStringLiteral("\"data\": %1,").arg(data), loss, task);
}

ReadExperiment read(const QString &text)
{
    return readExperiment(text.toStdString());
}

QString refusal(const QString &text)
{
    try {
        read(text);
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("accepted");
}

const QString rows = QStringLiteral(
    R"({"kind": "table", "rows": [["up", "a b"], {"label": "down", "text": "b a"}, ["up", "a"], ["down", "b"]]})");
const QString parity
    = QStringLiteral(R"({"kind": "parity", "steps": 4, "train": 5, "validation": 2, "test": 3, "seed": 9})");

} // namespace

class TaskFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aGeneratorFillsTheLists()
    {
        const ReadExperiment made = read(fileWith(parity));
        const Training &training = *made.experiment.training;
        QCOMPARE(training.examples.size(), 5U);
        QCOMPARE(training.validation.size(), 2U);
        QCOMPARE(training.test.size(), 3U);
        QCOMPARE(made.experiment.sequence.at("x").cols(), 4); // the first example is shown
        QCOMPARE(made.experiment.loss->classes, training.examples[0].classes);
    }

    void aTableOfRows()
    {
        const ReadExperiment made
            = read(fileWith(QStringLiteral(R"({"kind": "labelled", "train": 2, "test": 2})"), rows));
        QCOMPARE(made.experiment.training->examples[1].classes, std::vector{1});
        QCOMPARE(made.experiment.training->test.size(), 2U);
        QVERIFY(made.experiment.loss->at == (Span{Span::Kind::Last, 1}));
    }

    void itIsWrittenAsATask_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("generator") << fileWith(parity);
        QTest::newRow("table") << fileWith(QStringLiteral(R"({"kind": "labelled", "train": 2, "test": 2})"), rows);
        QTest::newRow("text") << fileWith(QStringLiteral(R"({"kind": "text", "window": 2, "hop": 1, "test": 1})"),
            QStringLiteral(R"({"kind": "text", "text": "abab"})"));
        QTest::newRow("series") << fileWith(
            QStringLiteral(R"({"kind": "series", "horizon": 2, "held_out": 2, "transform": "log-growth"})"),
            QStringLiteral(R"({"kind": "series", "values": [1, 2, 3, 5, 8, 13, 21, 34]})"),
            QStringLiteral("1, \"h\": 3, \"o\": 1"), QStringLiteral("\"squared-error\""));
    }
    void itIsWrittenAsATask()
    {
        QFETCH(QString, file);
        const ReadExperiment once = read(file);
        const std::string text = writeExperiment(once.experiment);
        QVERIFY(text.find("\"task\"") != std::string::npos);
        QVERIFY(text.find("\"examples\"") == std::string::npos);
        const ReadExperiment again = readExperiment(text);
        QVERIFY(*again.experiment.training == *once.experiment.training);
        QVERIFY(again.experiment.data == once.experiment.data);
        QCOMPARE(writeExperiment(again.experiment), text);
    }

    void whatIsDoubtfulIsAWarning()
    {
        const auto made = read(fileWith(QStringLiteral(R"({"kind": "labelled"})"), rows));
        QCOMPARE(made.warnings.size(), 1U);
        QVERIFY(made.warnings[0].starts_with("training.task: "));
    }

    void mistakesHaveAPlace_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("place");
        const auto task = [](const char *json) { return fileWith(QString::fromLatin1(json)); };
        QTest::newRow("kind") << task(R"({"kind": "chess"})") << "training.task.kind";
        QTest::newRow("no kind") << task(R"({"steps": 4})") << "training.task.kind";
        QTest::newRow("steps") << task(R"({"kind": "parity", "steps": 0})") << "training.task.steps";
        QTest::newRow("too short") << task(R"({"kind": "copy", "steps": 3})") << "training.task.steps";
        QTest::newRow("none") << task(R"({"kind": "parity", "steps": 4, "train": 0})") << "training.task.train";
        QTest::newRow("transform") << task(R"({"kind": "series", "transform": "cube"})") << "training.task.transform";
        QTest::newRow("no text") << task(R"({"kind": "text"})") << "training.task.kind";
        QTest::newRow("no rows") << task(R"({"kind": "labelled"})") << "data.rows";
        QTest::newRow("size of x") << fileWith(parity, {}, QStringLiteral("5, \"h\": 3, \"o\": 2"))
                                   << "circuit.sizes.x";
        QTest::newRow("size of o") << fileWith(parity, {}, QStringLiteral("2, \"h\": 3, \"o\": 4"))
                                   << "circuit.sizes.o";
        QTest::newRow("loss") << fileWith(
            parity, {}, QStringLiteral("2, \"h\": 3, \"o\": 2"), QStringLiteral("\"squared-error\""))
                              << "loss.kind";
        QTest::newRow("examples too") << fileWith(parity).replace(
            QStringLiteral("\"updates\""), QStringLiteral("\"examples\": [], \"updates\""))
                                      << "training.examples";
    }
    void mistakesHaveAPlace()
    {
        QFETCH(QString, file);
        QFETCH(QString, place);
        QVERIFY2(refusal(file).startsWith(place + QStringLiteral(": ")), qPrintable(refusal(file)));
    }

    void aWrongSizeSaysTheRightOne()
    {
        QVERIFY(refusal(fileWith(parity, {}, QStringLiteral("5, \"h\": 3, \"o\": 2")))
                    .contains(QStringLiteral("expected 2")));
    }
};

UNFOLD_GUILESS_TEST(TaskFileTest)
#include "task_file_test.moc"
