// After its first epoch a training allocates nothing: one thread or many, carried state, batches of unequal length.
#include "core/training/advance.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/count_allocations.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

class TrainingAllocationTest : public QObject
{
    Q_OBJECT

private slots:
    void theSecondEpochAllocatesNothing_data()
    {
        QTest::addColumn<QString>("circuit");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("carry");
        QTest::addColumn<int>("threads");
        for (const char *circuit : {"elman", "lstm", "gru", "deep"})
            for (const OptimiserKind kind : {OptimiserKind::Sgd, OptimiserKind::Adam})
                for (const bool carry : {false, true})
                    for (const int threads : {1, 2})
                        QTest::addRow(
                            "%s, %s, %d, %d threads", circuit, std::string(nameOf(kind)).c_str(), carry, threads)
                            << circuit << static_cast<int>(kind) << carry << threads;
    }
    void theSecondEpochAllocatesNothing()
    {
        QFETCH(QString, circuit);
        QFETCH(int, kind);
        QFETCH(bool, carry);
        QFETCH(int, threads);
        Training training;
        training.optimiser.kind = static_cast<OptimiserKind>(kind);
        training.optimiser.rate = 0.01;
        training.batch = 40;
        training.order = ExampleOrder::Given;
        training.carry = carry;
        training.clipValue = 0.1;
        training.measureEvery = 1'000'000;
        std::vector<int> lengths;
        for (int i = 0; i < 120; ++i)
            lengths.push_back(20 + i % 3);
        Experiment experiment = test::learner(lengths, training, qPrintable(circuit));
        experiment.clip = 0.5;
        const auto task = makeTask(experiment);
        Trainer trainer(task, threads);
        long afterFirst = 0;
        long afterThird = 0;
        TrainingObserver observer;
        observer.updated = [&](const UpdateSummary &summary) {
            if (summary.update == 3)
                afterFirst = allocations;
            if (summary.update == 9)
                afterThird = allocations;
            return true;
        };
        trainer.advance(startOf(experiment, *task), 9, observer);
        QVERIFY(afterFirst > 0);
        QCOMPARE(afterThird - afterFirst, 0L);
    }
};

UNFOLD_APPLESS_TEST(TrainingAllocationTest)
#include "allocation_test.moc"
