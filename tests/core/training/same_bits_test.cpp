// The same file gives the same bits: on one thread and on many, at once and in pieces, saved and read, from a kept
// moment.
#include "core/training/history.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

/// Many columns of several lengths, shuffled, with everything that is kept from update to update.
Experiment muchToKeep(OptimiserKind kind)
{
    std::vector<int> lengths;
    for (int i = 0; i < 75; ++i)
        lengths.push_back(3 + i % 3);
    Training training;
    training.optimiser.kind = kind;
    training.optimiser.rate = 0.01;
    training.batch = 60;
    training.measureEvery = 3;
    training.stop = StopRule{ExampleList::Train, false, {}, 1000};
    Experiment experiment = test::learner(lengths, training, "lstm");
    experiment.clip = 1;
    return experiment;
}

/// Streams whose state is carried, some of them without a loss.
Experiment streams()
{
    Training training;
    training.optimiser.kind = OptimiserKind::Adam;
    training.batch = 2;
    training.order = ExampleOrder::Given;
    training.carry = true;
    Experiment experiment = test::learner({4, 3, 4, 5, 2, 4, 3, 3}, training, "gru");
    return test::withTraining(experiment, [](Training &t) {
        for (Example &example : std::span(t.examples).subspan(2, 2)) {
            example.at = Span{Span::Kind::Listed, 1, {}};
            example.classes.clear();
        }
    });
}

} // namespace

class SameBitsTest : public QObject
{
    Q_OBJECT

private slots:
    void kinds()
    {
        QTest::addColumn<int>("kind");
        for (const OptimiserKind kind : {OptimiserKind::Sgd, OptimiserKind::Momentum, OptimiserKind::Adagrad,
                 OptimiserKind::Rmsprop, OptimiserKind::Adam})
            QTest::newRow(std::string(nameOf(kind)).c_str()) << static_cast<int>(kind);
        QTest::newRow("streams") << -1;
    }
    Experiment experiment()
    {
        QFETCH(int, kind);
        return kind < 0 ? streams() : muchToKeep(static_cast<OptimiserKind>(kind));
    }

    void onOneThreadAndOnMany_data() { kinds(); }
    void onOneThreadAndOnMany()
    {
        const TrainingState one = test::after(experiment(), 12, 1);
        QCOMPARE(one.update, std::int64_t{12});
        for (const int threads : {2, 3, 8})
            QVERIFY(test::after(experiment(), 12, threads) == one);
    }

    void inPieces_data() { kinds(); }
    void inPieces()
    {
        const Experiment whole = experiment();
        const auto task = makeTask(whole);
        TrainingState state = startOf(whole, *task);
        for (const int piece : {1, 4, 2, 5})
            state = advance(state, task, piece).state;
        QVERIFY(state == test::after(whole, 12));
    }

    void savedAndRead_data() { kinds(); }
    void savedAndRead()
    {
        const Experiment whole = experiment();
        for (const int first : {3, 5, 7}) {
            const Experiment saved = test::savedAndRead(whole, test::after(whole, first));
            QCOMPARE(saved.gain, 1.0);
            QVERIFY(test::after(saved, 12 - first) == test::after(whole, 12));
        }
    }

    void fromAKeptMoment_data() { kinds(); }
    void fromAKeptMoment()
    {
        const Experiment whole = experiment();
        const auto task = makeTask(whole);
        Trainer trainer(task, 2);
        History history(task->circuits.begin()->second.indexOf("h"));
        const auto keep = [&](const UpdateSummary &summary) {
            history.updated(summary);
            return true;
        };
        const TrainingState end = trainer.advance(startOf(whole, *task), 12, {.measured = {}, .updated = keep}).state;
        QCOMPARE(history.moments().all().size(), std::size_t{12});
        for (const KeptMoment &moment : history.moments().all()) {
            QVERIFY(!moment.gradientProfile.empty() && moment.gradientProfile.back() > 0);
            QVERIFY(trainer.advance(*moment.state, 12 - moment.state->update).state == end);
        }
    }
};

UNFOLD_APPLESS_TEST(SameBitsTest)
#include "same_bits_test.moc"
