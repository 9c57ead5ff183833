// Lists: the same from the same seed, and none shares an example with another without a word.
#include "core/circuit/input_error.h"
#include "core/tasks/split.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;

namespace {

Task drawn(TaskKind kind, int steps)
{
    Task task;
    task.kind = kind;
    task.least = task.most = steps;
    task.train = 60;
    task.validation = 20;
    task.test = 30;
    return task;
}

TableRows sentences(int count)
{
    TableRows rows;
    for (int i = 0; i < count; ++i)
        rows.emplace_back(i % 2 == 0 ? "good" : "bad", "word" + std::to_string(i) + " end");
    return rows;
}

DataSource table(const TableRows &rows)
{
    return {.kind = GivenSource{.labels = {}, .classes = {}, .rows = rows}, .scale = 1};
}

Task labelled(std::optional<int> train, std::optional<int> test)
{
    Task task;
    task.kind = TaskKind::Labelled;
    task.train = train;
    task.test = test;
    return task;
}

QString refusal(const Task &task, const TableRows &rows)
{
    try {
        makeLists(task, table(rows));
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("accepted");
}

} // namespace

class SplitTest : public QObject
{
    Q_OBJECT

private slots:
    void aSeedFixesTheLists()
    {
        Task task = drawn(TaskKind::TemporalOrder, 20);
        const TaskLists once = makeLists(task, {}), again = makeLists(task, {});
        QVERIFY(once.train == again.train && once.test == again.test && once.validation == again.validation);
        task.seed = 2;
        QVERIFY(!(makeLists(task, {}).train == once.train));
        QCOMPARE(once.train.size(), 60U);
        QCOMPARE(once.validation.size(), 20U);
        QCOMPARE(once.test.size(), 30U);
    }

    void aLongerListBeginsWithTheShorter()
    {
        Task task = drawn(TaskKind::Adding, 20);
        const Examples few = makeLists(task, {}).train;
        task.train = 80;
        const Examples many = makeLists(task, {}).train;
        QVERIFY(std::equal(few.begin(), few.end(), many.begin()));
    }

    void whatIsMeasuredIsNotTrainedOn()
    {
        const TaskLists lists = makeLists(drawn(TaskKind::Recall, 20), {});
        QVERIFY(sharedExamples(lists.train, lists.test, "test").empty());
        QVERIFY(lists.warnings.empty());
    }

    /// There are ten words aⁿbⁿ with n up to 10: 60 of them are not different.
    void whatHasToBeSharedIsSaid()
    {
        Task task = drawn(TaskKind::Counting, 1);
        task.most = 10;
        const TaskLists lists = makeLists(task, {});
        QCOMPARE(lists.warnings.size(), 2U);
        QVERIFY(QString::fromStdString(lists.warnings[1]).contains(QStringLiteral("of 30")));
    }

    void rowsAreDividedInTheirOrder()
    {
        const TaskLists lists = makeLists(labelled(6, 4), table(sentences(10)));
        QCOMPARE(lists.train.size(), 6U);
        QCOMPARE(lists.test.size(), 4U);
        QCOMPARE(lists.train[0].classes, std::vector{0});
        QVERIFY(lists.test[3].sequence.at("x")(10, 0) == 1); // the tenth word, the eleventh symbol: "end" came second
    }

    void aSeedShufflesRows()
    {
        Task task = labelled(6, 4);
        task.seed = 5;
        const TaskLists lists = makeLists(task, table(sentences(10)));
        QVERIFY(!(lists.train == makeLists(labelled(6, 4), table(sentences(10))).train));
        QVERIFY(sharedExamples(lists.train, lists.test, "test").empty());
    }

    void aDuplicateIsSaid()
    {
        TableRows rows = sentences(10);
        rows[9] = rows[1];
        const TaskLists lists = makeLists(labelled(6, 4), table(rows));
        QVERIFY(QString::fromStdString(lists.warnings.back()).startsWith(QStringLiteral("1 of 4")));
    }

    void nothingHeldOutIsSaid() { QCOMPARE(makeLists(labelled({}, {}), table(sentences(10))).warnings.size(), 1U); }

    void moreThanThereAreIsRefused()
    {
        QVERIFY(refusal(labelled(8, 4), sentences(10)).contains(QStringLiteral("10 examples")));
        QVERIFY(refusal(labelled({}, 10), sentences(10)).startsWith(QStringLiteral("training.task")));
        QVERIFY(refusal(labelled(0, 4), sentences(10)).startsWith(QStringLiteral("training.task.train")));
        QVERIFY(refusal(labelled(4, -1), sentences(10)).startsWith(QStringLiteral("training.task.test")));
    }
};

UNFOLD_GUILESS_TEST(SplitTest)
#include "split_test.moc"
