// Single pieces of an update against the engine run by hand: batches, lengths, reductions, carried state, frozen
// parameters.
#include "core/run/compute.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

struct Pass {
    double loss = 0;
    std::vector<Matrix> gradients;
};

/// One example by itself, at batch 1.
Pass passOf(const Experiment &experiment, const Example &example)
{
    Experiment single = withExample(experiment, example);
    single.training = nullptr;
    const auto trace = compute(*prepare(single), 1);
    return {trace->totalLoss, trace->gradients};
}

std::vector<UpdateSummary> summaries(const Experiment &experiment, int updates, std::vector<Measurement> *measured)
{
    std::vector<UpdateSummary> all;
    const auto task = makeTask(experiment);
    Trainer trainer(task, 1);
    TrainingObserver observer;
    observer.updated = [&](const UpdateSummary &summary) {
        all.push_back(summary);
        return true;
    };
    observer.measured = [&](const Measurement &m, const TrainingState &) {
        if (measured)
            measured->push_back(m);
    };
    trainer.advance(startOf(experiment, *task), updates, observer);
    return all;
}

Training plan(int batch)
{
    Training training;
    training.batch = batch;
    training.order = ExampleOrder::Given;
    training.optimiser.rate = 1e-300; // measures without moving anything
    return training;
}

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * (1 + std::abs(b));
}

/// An RNN that depends on its state one and two steps ago.
Circuit twoDelays()
{
    Circuit circuit = makeCircuit("elman", {{"x", 3}, {"h", 5}, {"o", 3}});
    Term older = circuit.nodes[1].terms[0];
    older.parameter = "W_2";
    older.delay = 2;
    circuit.nodes[1].terms.push_back(older);
    return circuit;
}

} // namespace

class AdvanceTest : public QObject
{
    Q_OBJECT

private slots:
    void aBatchIsTheSumOfItsExamples_data()
    {
        QTest::addColumn<bool>("mean");
        QTest::newRow("sum") << false;
        QTest::newRow("mean") << true;
    }
    void aBatchIsTheSumOfItsExamples()
    {
        QFETCH(bool, mean);
        std::vector<int> lengths;
        int counted = 0;
        for (int i = 0; i < 40; ++i)
            counted += lengths.emplace_back(2 + i % 4);
        Training training = plan(40);
        training.reduction = mean ? Reduction::Mean : Reduction::Sum;
        training.optimiser.rate = 1;
        const Experiment experiment = test::learner(lengths, training);
        double loss = 0;
        std::vector<Matrix> gradients;
        for (const Example &example : experiment.training->examples) {
            const Pass pass = passOf(experiment, example);
            loss += pass.loss;
            gradients.resize(pass.gradients.size());
            for (std::size_t p = 0; p < gradients.size(); ++p)
                gradients[p] = gradients[p].size() == 0 ? pass.gradients[p] : Matrix(gradients[p] + pass.gradients[p]);
        }
        const double weight = 1.0 / (mean ? counted : 40);
        const auto all = summaries(experiment, 1, nullptr);
        QVERIFY(close(all.front().loss, weight * loss));
        const auto task = makeTask(experiment);
        const TrainingState start = startOf(experiment, *task);
        const TrainingState end = test::after(experiment, 1);
        for (std::size_t p = 0; p < gradients.size(); ++p)
            QVERIFY((start.parameters[p] - end.parameters[p]).isApprox(weight * gradients[p], 1e-12));
    }

    /// Windows of a sequence read one after the other say what the whole sequence says; an epoch starts afresh.
    void carriedStateIsThatOfTheWholeSequence_data()
    {
        QTest::addColumn<bool>("delayed");
        QTest::newRow("one delay") << false;
        QTest::newRow("two delays") << true;
    }
    void carriedStateIsThatOfTheWholeSequence()
    {
        QFETCH(bool, delayed);
        RandomStream stream(3, "whole");
        const Example whole = test::drawnExample(stream, 12);
        Training training = plan(1);
        training.carry = true;
        Experiment experiment = test::learner({5, 1, 2, 4}, training);
        if (delayed)
            experiment.circuit = twoDelays();
        int first = 0;
        experiment = test::withTraining(experiment, [&](Training &t) {
            for (Example &window : t.examples) {
                const auto steps = static_cast<int>(window.classes.size());
                window.sequence["x"] = whole.sequence.at("x").middleCols(first, steps);
                window.classes.assign(whole.classes.begin() + first, whole.classes.begin() + first + steps);
                first += steps;
            }
        });
        const double expected = passOf(experiment, whole).loss;
        std::vector<Measurement> measured;
        const auto all = summaries(experiment, 8, &measured);
        const auto sumFrom = [&](std::size_t from) {
            return all[from].loss + all[from + 1].loss + all[from + 2].loss + all[from + 3].loss;
        };
        QVERIFY(close(sumFrom(0), expected));
        QVERIFY(close(sumFrom(4), expected)); // the second epoch starts where the first did
        QCOMPARE(measured.size(), std::size_t{2});
        QVERIFY(close(measured[0].train->loss, expected / 4)); // measured lists carry the state as well
    }

    /// Streams side by side are those read one after the other.
    void streamsKeepTheirPlaces()
    {
        Training training = plan(3);
        training.carry = true;
        const Experiment together = test::learner({4, 2, 3, 3, 5, 2}, training);
        const auto all = summaries(together, 2, nullptr);
        double second = 0;
        for (int place = 0; place < 3; ++place) {
            Training one = plan(1);
            one.carry = true;
            Experiment alone = test::learner({1}, one);
            alone = test::withTraining(alone, [&](Training &t) {
                const Examples &from = together.training->examples;
                t.examples = {from[static_cast<std::size_t>(place)], from[static_cast<std::size_t>(place + 3)]};
            });
            second += summaries(alone, 2, nullptr).back().loss / 3;
        }
        QVERIFY(close(all.back().loss, second));
    }

    /// Every list as a whole, on the weights of that moment.
    void measuredListsAreWhole()
    {
        Training training = plan(2);
        training.measureEvery = 2;
        training.optimiser.rate = 0.5;
        Experiment experiment = test::learner({3, 5, 2, 4, 3}, training);
        experiment = test::withTraining(experiment, [](Training &t) { t.test = {t.examples[1], t.examples[3]}; });
        std::vector<Measurement> measured;
        summaries(experiment, 5, &measured);
        QCOMPARE(measured.size(), std::size_t{2});
        QCOMPARE(measured[1].update, std::int64_t{4});
        QCOMPARE(measured[0].epoch, std::int64_t{1});
        QCOMPARE(measured[1].epoch, std::int64_t{2});
        QVERIFY(!measured[1].validation);
        const TrainingState then = test::after(experiment, 4);
        Experiment trained = withState(experiment, *makeTask(experiment), then);
        double train = 0;
        double test = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            const double loss = passOf(trained, experiment.training->examples[i]).loss;
            train += loss / 5;
            test += i == 1 || i == 3 ? loss / 2 : 0;
        }
        QVERIFY(close(measured[1].train->loss, train));
        QVERIFY(close(measured[1].test->loss, test));
        QVERIFY(*measured[1].train->accuracy >= 0 && *measured[1].train->accuracy <= 1);
    }

    void theDefaultMeasurementIsAnEpoch()
    {
        std::vector<Measurement> measured;
        summaries(test::learner({3, 3, 3, 3, 3}, plan(2)), 7, &measured);
        QCOMPARE(measured.size(), std::size_t{2});
        QCOMPARE(measured[0].update, std::int64_t{3});
        QCOMPARE(measured[1].update, std::int64_t{6});
    }

    void frozenParametersNeitherMoveNorCount()
    {
        Training training = plan(3);
        training.optimiser.rate = 0.1;
        training.frozen = {"W", "c"};
        const Experiment experiment = test::learner({4, 4, 4}, training);
        const auto task = makeTask(experiment);
        const TrainingState start = startOf(experiment, *task);
        const TrainingState end = test::after(experiment, 5);
        for (std::size_t p = 0; p < start.parameters.size(); ++p)
            QCOMPARE(end.parameters[p] == start.parameters[p], !task->trained[p]);
        double squares = 0;
        for (std::size_t p = 0; p < start.parameters.size(); ++p)
            squares += task->trained[p]
                ? ((start.parameters[p] - test::after(experiment, 1).parameters[p]) / 0.1).squaredNorm()
                : 0;
        QVERIFY(std::abs(summaries(experiment, 1, nullptr)[0].gradientNorm - std::sqrt(squares)) < 1e-9);
    }

    void gainIsMultipliedInOnce()
    {
        Experiment experiment = test::learner({3, 3}, plan(2));
        experiment.gain = 1.5;
        const auto task = makeTask(experiment);
        const TrainingState start = startOf(experiment, *task);
        Experiment one = experiment;
        one.gain = 1;
        const std::size_t W = static_cast<std::size_t>(indexOf(task->parameters, "W"));
        QVERIFY(start.parameters[W].isApprox(1.5 * startOf(one, *task).parameters[W], 1e-15));
        Experiment trained = test::savedAndRead(experiment, test::after(experiment, 2));
        QCOMPARE(trained.gain, 1.0);
        QVERIFY(startOf(trained, *task).parameters[W] == start.parameters[W]); // a rate of 1e-300 moved nothing
        trained.gain = 2; // set on a trained file
        QVERIFY(startOf(trained, *task).parameters[W] == 2 * start.parameters[W]);
    }

    void shuffledEpochsDiffer()
    {
        Training training = plan(1);
        training.order = ExampleOrder::Shuffled;
        const auto all = summaries(test::learner({2, 3, 4, 5, 6, 7}, training), 12, nullptr);
        std::vector<double> first;
        std::vector<double> second;
        for (std::size_t u = 0; u < 12; ++u)
            (u < 6 ? first : second).push_back(all[u].loss);
        QVERIFY(first != second);
        std::sort(first.begin(), first.end());
        std::sort(second.begin(), second.end());
        QVERIFY(first == second); // every example once
    }

    void clippingCutsTheNormAndTheEntries()
    {
        Training training = plan(2);
        Experiment experiment = test::learner({6, 6}, training);
        experiment.clip = 0.5;
        const UpdateSummary cut = summaries(experiment, 1, nullptr)[0];
        QVERIFY(cut.gradientNorm > 0.5);
        QCOMPARE(cut.appliedNorm, 0.5);
        experiment = test::withTraining(experiment, [](Training &t) { t.clipValue = 0.01; });
        const UpdateSummary both = summaries(experiment, 1, nullptr)[0];
        QCOMPARE(both.gradientNorm, cut.gradientNorm);
        QVERIFY(both.appliedNorm < 0.5);
    }
};

UNFOLD_APPLESS_TEST(AdvanceTest)
#include "advance_test.moc"
