// Examples of a text, a series and a table: what is read, what is asked, and what is refused.
#include "core/circuit/input_error.h"
#include "core/tasks/data_task.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

Task of(TaskKind kind)
{
    Task task;
    task.kind = kind;
    return task;
}

Task windows(int window, int hop)
{
    Task task = of(TaskKind::Text);
    task.window = window;
    task.hop = hop;
    return task;
}

SeriesSource rising(int count)
{
    SeriesSource series;
    for (int i = 1; i <= count; ++i)
        series.values.push_back(i);
    return series;
}

QString refusal(const Task &task, const TableRows &rows)
{
    try {
        tableTask(task, rows);
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("accepted");
}

const TextSource hello{"hello", TextSource::Unit::Characters};

} // namespace

class DataTaskTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextAsksForTheNextSymbol()
    {
        const WholeTask whole = textTask(windows(0, 0), hello, 1);
        QCOMPARE(whole.examples.size(), 1U);
        QCOMPARE(whole.examples[0].classes, (std::vector{1, 2, 2, 3}));
        QCOMPARE(whole.examples[0].sequence.at("x").cols(), 4);
        QCOMPARE(whole.lists.shape.x, 4);
        QCOMPARE(whole.lists.classes, (std::vector<std::string>{"h", "e", "l", "o"}));
    }

    void windowsAreAHopApart()
    {
        const WholeTask whole = textTask(windows(2, 1), hello, 1);
        QCOMPARE(whole.examples.size(), 4U);
        QCOMPARE(whole.examples[1].classes, (std::vector{2, 2}));
        QCOMPARE(whole.examples[3].classes, (std::vector{3})); // shorter: the text ends
        QVERIFY_THROWS_EXCEPTION(InputError, textTask(windows(5, 0), hello, 1));
    }

    void aSeriesIsScaledByItsTrainingPart()
    {
        Task task = of(TaskKind::Series);
        task.heldOut = 4;
        const TaskLists lists = seriesTask(task, rising(10)); // trains on 1 … 6: mean 3.5, deviation √(35/12)
        QCOMPARE(lists.scaling.mean, 3.5);
        QVERIFY(std::abs(lists.scaling.deviation - std::sqrt(35.0 / 12)) < 1e-14);
        const Example &train = lists.train.front(), &test = lists.test.front();
        QCOMPARE(train.sequence.at("x").cols(), 5);
        QVERIFY(std::abs(train.vectors(0, 4) - 2.5 / lists.scaling.deviation) < 1e-14);
        QCOMPARE(test.sequence.at("x").cols(), 9);
        QCOMPARE(test.vectors.cols(), 4); // the values 7 … 10
        QCOMPARE(test.at->in(9).first, 6);
        QVERIFY(std::abs(test.vectors(0, 0) - 3.5 / lists.scaling.deviation) < 1e-14);
    }

    void aHorizonLooksFurther()
    {
        Task task = of(TaskKind::Series);
        task.horizon = 3;
        const Example train = seriesTask(task, rising(10)).train.front();
        QCOMPARE(train.sequence.at("x").cols(), 7);
        QVERIFY(std::abs(train.vectors(0, 0) - train.sequence.at("x")(0, 3)) < 1e-14);
    }

    void logarithmicGrowthIsThatOfTheValues()
    {
        Task task = of(TaskKind::Series);
        task.transform = Transform::LogGrowth;
        SeriesSource doubling;
        doubling.values = {1, 2, 8, 16};
        const TaskLists lists = seriesTask(task, doubling); // ln 2 · (1, 2, 1)
        QVERIFY(std::abs(lists.scaling.mean - std::log(2.0) * 4 / 3) < 1e-14);
        doubling.values[2] = 0;
        QVERIFY_THROWS_EXCEPTION(InputError, seriesTask(task, doubling));
    }

    void validationComesBeforeTheTest()
    {
        Task task = of(TaskKind::Series);
        task.heldOut = 2;
        task.validation = 3;
        const TaskLists lists = seriesTask(task, rising(12));
        const auto value = [&](double z) { return std::round(z * lists.scaling.deviation + lists.scaling.mean); };
        QCOMPARE(value(lists.validation[0].vectors(0, 0)), 8.0);
        QCOMPARE(value(lists.validation[0].vectors(0, 2)), 10.0);
        QCOMPARE(value(lists.test[0].vectors(0, 0)), 11.0);
        QCOMPARE(value(lists.test[0].vectors(0, 1)), 12.0);
        task.heldOut = 9;
        QVERIFY_THROWS_EXCEPTION(InputError, seriesTask(task, rising(12)));
    }

    void aLabelIsAskedForAtTheEnd()
    {
        const WholeTask whole
            = tableTask(of(TaskKind::Labelled), {{"up", "a b"}, {"down", "b"}, {"up", "c"}, {"down", "a"}});
        QCOMPARE(whole.examples[1].classes, std::vector{1});
        QCOMPARE(whole.examples[0].sequence.at("x").cols(), 2);
        QCOMPARE(whole.lists.shape.x, 3);
        QCOMPARE(whole.lists.shape.o, 2);
        QVERIFY(whole.lists.shape.at == (Span{Span::Kind::Last, 1}));
        QVERIFY(whole.lists.warnings.empty());
    }

    void aLabelThatOccursOnceIsSaid()
    {
        const WholeTask whole = tableTask(of(TaskKind::Labelled), {{"up", "a"}, {"up", "b"}, {"down", "c"}});
        QCOMPARE(whole.lists.warnings.size(), 1U);
        QVERIFY(QString::fromStdString(whole.lists.warnings[0]).contains(QStringLiteral("down")));
    }

    void eachTokenHasATag()
    {
        const WholeTask whole
            = tableTask(of(TaskKind::Tagged), {{"i love tea", "PRON VERB NOUN"}, {"i love", "PRON VERB"}});
        QCOMPARE(whole.examples[0].classes, (std::vector{0, 1, 2}));
        QVERIFY(refusal(of(TaskKind::Tagged), {{"a b", "X"}}).contains(QStringLiteral("2 tokens, but 1 tags")));
    }

    void aTagThatIsNotAskedForIsNotCounted()
    {
        const WholeTask whole = tableTask(of(TaskKind::Tagged), {{"a b c", "- X -"}});
        QCOMPARE(whole.examples[0].classes, std::vector{0});
        QCOMPARE(whole.examples[0].at->listed, std::vector{2});
        QCOMPARE(whole.lists.shape.o, 1);
        QVERIFY(QString::fromStdString(whole.lists.warnings.at(0)).startsWith(QStringLiteral("2 tokens")));
    }

    void streamsAreCutSideBySide()
    {
        Task task = of(TaskKind::Tagged);
        task.window = 2;
        const WholeTask whole = tableTask(task, {{"a b c", "X - Y"}, {"c b a", "- - X"}});
        QCOMPARE(whole.examples.size(), 4U); // a b | c b | c | a
        QCOMPARE(whole.examples[1].sequence.at("x")(2, 0), 1.0);
        QCOMPARE(whole.examples[2].classes, std::vector{1});
        QVERIFY(whole.examples[1].at->listed.empty());
        QCOMPARE(whole.examples[3].classes, std::vector{0});
    }

    void theDecoderReadsTheTargetBefore()
    {
        const WholeTask whole = tableTask(of(TaskKind::Pairs), {{"uno dos", "one two"}, {"dos", "two"}});
        const Example &first = whole.examples[0];
        QCOMPARE(first.encoderSteps, std::optional(2));
        QCOMPARE(first.classes, (std::vector{0, 1, 2})); // one two <end>
        const Matrix &y = first.sequence.at("y");
        QCOMPARE(y.rows(), 3);
        QCOMPARE(y.col(0).sum(), 0.0);
        QCOMPARE(y(0, 1), 1.0);
        QCOMPARE(y(1, 2), 1.0);
        QCOMPARE(whole.lists.shape.y, 3);
        QCOMPARE(whole.lists.classes.back(), std::string("<end>"));
    }

    void badTablesAreRefusedAtTheirRow()
    {
        QVERIFY(refusal(of(TaskKind::Labelled), {}).startsWith(QStringLiteral("data.rows")));
        QVERIFY(refusal(of(TaskKind::Labelled), {{"a", "b"}, {"a", " "}}).startsWith(QStringLiteral("data.rows[1]")));
        QVERIFY(refusal(of(TaskKind::Labelled), {{"", "b"}}).startsWith(QStringLiteral("data.rows[0]")));
        QVERIFY(refusal(of(TaskKind::Pairs), {{"a", ""}}).startsWith(QStringLiteral("data.rows[0]")));
        TableRows large;
        for (int i = 0; i < 20000; ++i)
            large.emplace_back("l", "word" + std::to_string(i));
        QVERIFY(refusal(of(TaskKind::Labelled), large).startsWith(QStringLiteral("data.rows[2000]")));
    }
};

UNFOLD_GUILESS_TEST(DataTaskTest)
#include "data_task_test.moc"
