// The simpler methods, on data of which the right answer is known.
#include "core/tasks/baseline.h"
#include "tests/support/test_program.h"

#include <QtTest>

#include <cmath>

using namespace unfold;

namespace {

Training seriesOf(const std::vector<double> &values, int heldOut)
{
    Task task;
    task.kind = TaskKind::Series;
    task.heldOut = heldOut;
    SeriesSource series;
    series.values = values;
    const TaskLists lists = makeLists(task, {.kind = series, .scale = 1});
    Training training;
    training.task = task;
    training.examples = lists.train;
    training.test = lists.test;
    return training;
}

Training labelled(const TableRows &rows, int test)
{
    Task task;
    task.kind = TaskKind::Labelled;
    task.test = test;
    const TaskLists lists
        = makeLists(task, {.kind = GivenSource{.labels = {}, .classes = {}, .rows = rows}, .scale = 1});
    Training training;
    training.task = task;
    training.examples = lists.train;
    training.test = lists.test;
    return training;
}

} // namespace

class BaselineTest : public QObject
{
    Q_OBJECT

private slots:
    /// cos(ω t) = 2 cos ω cos(ω (t − 1)) − cos(ω (t − 2)): two values determine the next.
    void aWaveIsForecastFromTwoValues()
    {
        std::vector<double> wave;
        for (int t = 0; t < 60; ++t)
            wave.push_back(std::cos(0.7 * t));
        const auto baselines = baselinesOf(seriesOf(wave, 10));
        QCOMPARE(baselines.size(), 2U);
        QVERIFY(baselines[1].order >= 2);
        QVERIFY(baselines[1].loss < 1e-20);
    }

    /// Steps of 1 in a series of deviation d: each forecast is wrong by 1/d.
    void repeatingIsLateByOneStep()
    {
        std::vector<double> rising;
        for (int t = 0; t < 30; ++t)
            rising.push_back(t);
        const double variance = (25.0 * 25 - 1) / 12;
        QVERIFY(std::abs(baselinesOf(seriesOf(rising, 5))[0].loss - 0.5 / variance) < 1e-12);
    }

    void aBagKnowsWordsAndNoOrder()
    {
        const TableRows words{
            {"up", "a a"}, {"down", "b b"}, {"up", "a c"}, {"down", "b c"}, {"up", "a"}, {"down", "b"}};
        QCOMPARE(baselinesOf(labelled(words, 2))[0].accuracy, 1.0);
        const TableRows order{
            {"up", "a b"}, {"down", "b a"}, {"up", "a b"}, {"down", "b a"}, {"up", "a b"}, {"down", "b a"}};
        QCOMPARE(baselinesOf(labelled(order, 2))[0].accuracy, 0.5);
    }

    void withoutATestThereIsNone()
    {
        QVERIFY(baselinesOf(labelled({{"up", "a"}, {"down", "b"}}, 0)).empty());
        QVERIFY(baselinesOf(Training{}).empty());
    }
};

UNFOLD_GUILESS_TEST(BaselineTest)
#include "baseline_test.moc"
