#include "core/training/history.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

HistoryPoint pointAt(std::int64_t update, double loss)
{
    return {update, update, loss, loss, loss, loss, loss, 0.1};
}

KeptMoment momentAt(std::int64_t update, Eigen::Index numbers)
{
    auto state = std::make_shared<TrainingState>();
    state->update = update;
    state->parameters = {Matrix::Zero(numbers, 1)};
    return {std::move(state), 0, {}, {}};
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void tenMillionUpdatesNeedNoMoreThanTenThousand()
    {
        History history;
        std::size_t afterTenThousand = 0;
        for (std::int64_t update = 1; update <= 10'000'000; ++update) {
            history.addUpdate(pointAt(update, update == 1234 ? 1000 : 1));
            if (update == 10'000)
                afterTenThousand = history.bytes();
        }
        QVERIFY(history.bytes() <= afterTenThousand + 1000);
        QCOMPARE(history.points().front().first, std::int64_t{1});
        QCOMPARE(history.points().back().last, std::int64_t{10'000'000});
        double highest = 0;
        std::int64_t next = 1;
        for (const HistoryPoint &point : history.points()) {
            QCOMPARE(point.first, next); // no update is left out
            next = point.last + 1;
            highest = std::max(highest, point.highestLoss);
        }
        QCOMPARE(highest, 1000.0); // nor a peak
    }

    void aStretchHasTheMeanOfItsUpdates()
    {
        History history;
        for (std::int64_t update = 1; update <= 8193; ++update)
            history.addUpdate(pointAt(update, static_cast<double>(update)));
        const HistoryPoint &first = history.points().front();
        QCOMPARE(first.last, std::int64_t{2});
        QCOMPARE(first.loss, 1.5);
        QCOMPARE(first.lowestLoss, 1.0);
        QCOMPARE(first.highestLoss, 2.0);
    }

    void momentsStayWithinTheirBytes()
    {
        KeptMoments moments(1'000'000);
        for (std::int64_t update = 1; update <= 20'000; ++update)
            if (moments.wants(update))
                moments.add(momentAt(update, 1000));
        QVERIFY(moments.bytes() <= 1'000'000);
        QVERIFY(moments.all().size() > 100);
        QCOMPARE(moments.all().front().state->update, std::int64_t{1});
        const std::int64_t newest = moments.all().back().state->update;
        QVERIFY(newest > 19'800);
        const auto count = [&](std::int64_t from, std::int64_t to) {
            return std::count_if(moments.all().begin(), moments.all().end(),
                [&](const KeptMoment &moment) { return from < moment.state->update && moment.state->update <= to; });
        };
        QVERIFY(count(15'000, 20'000) > count(5'000, 10'000)); // thinned as they age
        QVERIFY(count(0, 5'000) > 0);
    }

    void firstAndNewestAreThereWhateverTheirSize()
    {
        KeptMoments moments(1000);
        for (const std::int64_t update : {1, 2, 3})
            moments.add(momentAt(update, 10'000));
        QCOMPARE(moments.all().size(), std::size_t{2});
        QCOMPARE(moments.all().front().state->update, std::int64_t{1});
        QCOMPARE(moments.all().back().state->update, std::int64_t{3});
    }

    void whatATrainingWasLike()
    {
        Training training;
        training.batch = 2;
        Experiment experiment = test::learner({4, 6, 3}, training);
        const auto task = makeTask(experiment);
        const int h = task->circuits.begin()->second.indexOf("h");
        History history(h);
        Trainer trainer(task, 1);
        TrainingObserver observer;
        observer.updated = [&](const UpdateSummary &summary) {
            history.updated(summary);
            return true;
        };
        observer.measured = [&](const Measurement &m, const TrainingState &) { history.addMeasurement(m); };
        const TrainingState half = trainer.advance(startOf(experiment, *task), 6, observer).state;
        experiment
            = test::withTraining(withState(experiment, *task, half), [](Training &t) { t.optimiser.rate = 0.01; });
        Trainer slower(makeTask(experiment), 1);
        slower.advance(half, 2, observer);
        QCOMPARE(history.points().size(), std::size_t{8});
        QCOMPARE(history.measurements().size(), std::size_t{4});
        QCOMPARE(history.marks().size(), std::size_t{1}); // the rate has changed
        QCOMPARE(history.marks()[0].update, std::int64_t{7});
        const KeptMoment &newest = history.moments().all().back();
        QCOMPARE(newest.state->update, std::int64_t{8});
        QVERIFY(newest.gradientProfile.size() >= 3);
        const auto W = static_cast<std::size_t>(indexOf(task->parameters, "W"));
        QVERIFY(newest.spectra[W].radius.value() > 0);
        QCOMPARE(newest.spectra[W].sigmaMax, largestSingularValue(newest.state->parameters[W]));
    }
};

UNFOLD_APPLESS_TEST(HistoryTest)
#include "history_test.moc"
