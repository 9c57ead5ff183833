// How a training ends: at its last update, at a goal, out of patience, at a number that is not finite, by the user.
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment learns(double rate = 0.3)
{
    Training training;
    training.optimiser.rate = rate;
    training.batch = 2;
    training.order = ExampleOrder::Given;
    return test::learner({4, 4, 4, 4}, training);
}

/// w(t) = w · h(t − 1), squared error: nothing bends what grows.
Experiment grows(double rate)
{
    return test::read(nlohmann::json::parse(R"({"format": "unfold-experiment", "version": 1, "steps": 3,
        "circuit": {"name": "driven", "sizes": {"x": 1, "h": 1}, "activation": "identity"},
        "parameters": {"W": [[0.5]], "U": [[1]], "b": [0]}, "sequence": {"x": [[1], [1], [1]]},
        "loss": {"kind": "squared-error", "source": "h", "at": "last", "targets": [[3]]},
        "training": {"optimiser": {"kind": "sgd", "rate": )"
        + std::to_string(rate) + R"(}, "updates": 1000}})"));
}

bool allAreFinite(const TrainingState &state)
{
    return allFinite(state.parameters) && allFinite(state.moments.first) && allFinite(state.moments.second);
}

} // namespace

class EndsTest : public QObject
{
    Q_OBJECT

private slots:
    void afterItsUpdates()
    {
        const Experiment experiment = test::withTraining(learns(), [](Training &training) { training.updates = 5; });
        const TrainingRun run = test::trained(experiment);
        QCOMPARE(run.report.ended, Ended::Updates);
        QCOMPARE(run.report.loss.size(), std::size_t{5});
        QCOMPARE(run.report.measured.back().update, std::int64_t{5}); // also after the last
        QCOMPARE(run.report.measured.size(), std::size_t{3});
        const Experiment saved = test::savedAndRead(experiment, run.state);
        QVERIFY(test::trained(saved).report.loss.empty()); // it has made them all
        QCOMPARE(test::trained(saved, 3).report.loss.size(), std::size_t{3});
        QCOMPARE(test::trained(saved, 3).state.update, std::int64_t{8});
    }

    void whereAGoalIsReached()
    {
        const Experiment experiment = test::withTraining(learns(), [](Training &training) {
            training.stop = StopRule{ExampleList::Train, false, 3.0, {}};
            training.measureEvery = 4;
        });
        const TrainingRun run = test::trained(experiment, 10'000);
        QCOMPARE(run.report.ended, Ended::Reached);
        QVERIFY(run.report.measured.back().train->loss <= 3.0);
        for (std::size_t i = 0; i + 1 < run.report.measured.size(); ++i)
            QVERIFY(run.report.measured[i].train->loss > 3.0);
    }

    void whereAnAccuracyIsReached()
    {
        const Experiment experiment = test::withTraining(learns(), [](Training &training) {
            training.test = {training.examples[0]};
            training.stop = StopRule{ExampleList::Test, true, 0.75, {}};
        });
        const TrainingRun run = test::trained(experiment, 10'000);
        QCOMPARE(run.report.ended, Ended::Reached);
        QVERIFY(*run.report.measured.back().test->accuracy >= 0.75);
    }

    /// A far too large rate soon makes it worse: the best moment is what is left.
    void outOfPatience()
    {
        const Experiment experiment = test::withTraining(learns(3), [](Training &training) {
            training.validation = {training.examples[1]};
            training.stop = StopRule{ExampleList::Validation, false, {}, 3};
            training.measureEvery = 1;
        });
        const TrainingRun run = test::trained(experiment, 10'000);
        QCOMPARE(run.report.ended, Ended::Patience);
        std::size_t best = 0;
        for (std::size_t i = 0; i < run.report.measured.size(); ++i)
            if (run.report.measured[i].validation->loss < run.report.measured[best].validation->loss)
                best = i;
        QCOMPARE(best + 4, run.report.measured.size());
        QCOMPARE(run.state.update, run.report.measured[best].update);
        QVERIFY(run.state.parameters
            == test::after(test::withTraining(experiment, [](Training &t) { t.stop.reset(); }), run.state.update)
                   .parameters);
    }

    void atANumberThatIsNotFinite()
    {
        const TrainingRun run = test::trained(grows(1e9));
        QCOMPARE(run.report.ended, Ended::Diverged);
        QVERIFY(run.report.divergence.has_value());
        const Divergence &divergence = *run.report.divergence;
        QCOMPARE(divergence.update, static_cast<std::int64_t>(run.report.loss.size()) + 1);
        QVERIFY(allAreFinite(run.state));
        for (const double loss : run.report.loss)
            QVERIFY(std::isfinite(loss));
        QVERIFY(!divergence.quantity.empty());
        const nlohmann::json report = nlohmann::json::parse(writeTrainingReport(run.report));
        QCOMPARE(report.at("stopped").get<std::string>(), std::string("diverged"));
        QCOMPARE(report.at("diverged").at("update").get<std::int64_t>(), divergence.update);
        const Experiment saved = test::savedAndRead(grows(1e9), run.state);
        QVERIFY(saved.training->state->update == run.state.update);
    }

    /// Where h overflows first, h and its step are named.
    void theFirstQuantityIsNamed()
    {
        Experiment experiment = grows(0.1);
        experiment.parameters["W"] = Matrix::Constant(1, 1, 1e200);
        const TrainingRun run = test::trained(experiment);
        QCOMPARE(run.report.ended, Ended::Diverged);
        QCOMPARE(run.report.divergence->update, std::int64_t{1});
        QCOMPARE(run.report.divergence->quantity, std::string("h"));
        QCOMPARE(run.report.divergence->step, std::optional(3)); // 1, 1e200, 1e400
        experiment.parameters["W"] = Matrix::Constant(1, 1, 1e100);
        const TrainingRun loss = test::trained(experiment);
        QCOMPARE(loss.report.divergence->quantity, std::string("loss"));
        QCOMPARE(loss.report.divergence->step, std::optional(3));
    }

    void anUpdateThatOverflowsIsTakenBack()
    {
        const TrainingRun run = test::trained(
            test::withTraining(grows(0.1), [](Training &training) { training.optimiser.rate = 1.7e308; }));
        QCOMPARE(run.report.ended, Ended::Diverged);
        QVERIFY(allAreFinite(run.state));
        QCOMPARE(run.report.divergence->step, std::optional<int>());
    }

    void whereTheUserStops()
    {
        const Experiment experiment = learns();
        const auto task = makeTask(experiment);
        Trainer trainer(task, 1);
        const TrainingRun run = runTraining(
            trainer, *task, startOf(experiment, *task), 100, [](const UpdateSummary &s) { return s.update < 7; });
        QCOMPARE(run.report.ended, Ended::Interrupted);
        QCOMPARE(run.report.loss.size(), std::size_t{7});
        QVERIFY(run.state == test::after(experiment, 7));
    }

    void anotherRateResetsNothing()
    {
        Experiment experiment = test::withTraining(
            learns(), [](Training &training) { training.optimiser.kind = OptimiserKind::Momentum; });
        Experiment saved = test::savedAndRead(experiment, test::after(experiment, 5));
        saved = test::withTraining(saved, [](Training &training) { training.optimiser.rate = 0.01; });
        const auto task = makeTask(saved);
        QVERIFY(startOf(saved, *task).moments.first[0] == test::after(experiment, 5).moments.first[0]);
        QCOMPARE(startOf(saved, *task).update, std::int64_t{5});
    }
};

UNFOLD_APPLESS_TEST(EndsTest)
#include "ends_test.moc"
