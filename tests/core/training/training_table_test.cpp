// A table of trainings: it is the trainings one by one, whatever the number of threads.
#include "core/circuit/input_error.h"
#include "core/file/experiment_file.h"
#include "core/training/run_training.h"
#include "core/training/training_table.h"
#include "core/training/vary.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;

namespace {

constexpr const char *parity = R"({"format": "unfold-experiment", "version": 1,
  "circuit": {"name": "elman", "sizes": {"x": 2, "h": 4, "o": 2}},
  "loss": {"kind": "cross-entropy", "source": "o"}, "clip": 1,
  "training": {"task": {"kind": "parity", "steps": 4, "train": 20, "validation": 10, "test": 10},
    "optimiser": {"kind": "adam", "rate": 0.05}, "batch": 5, "updates": 40,
    "stop": {"quantity": "validation_accuracy", "reaches": 0.9}}})";

Experiment experiment()
{
    return readExperiment(parity).experiment;
}

bool sameRun(const TableRun &a, const TableRun &b)
{
    return a.value == b.value && a.seed == b.seed && a.ended == b.ended && a.updates == b.updates
        && a.largestGradientNorm == b.largestGradientNorm && a.measured->test->loss == b.measured->test->loss;
}

bool always(int /*done*/)
{
    return true;
}

QString refusal(const Experiment &experiment, const TableRequest &request)
{
    try {
        trainTable(experiment, request, 1, always);
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("accepted");
}

} // namespace

class TrainingTableTest : public QObject
{
    Q_OBJECT

private slots:
    void threadsDoNotChangeIt()
    {
        const TableRequest request{.key = "gain", .values = {0.5, 1.5}, .seeds = 3, .updates = {}};
        const auto one = trainTable(experiment(), request, 1, always),
                   three = trainTable(experiment(), request, 3, always);
        QCOMPARE(one.size(), 6U);
        QVERIFY(std::equal(one.begin(), one.end(), three.begin(), three.end(), sameRun));
        QCOMPARE(one[4].value, 1.5);
        QCOMPARE(one[4].seed, 2U);
    }

    void eachRunIsATrainingOfItsOwn()
    {
        const TableRequest request{.key = "gain", .values = {1.5}, .seeds = 2, .updates = 7};
        const TableRun run = trainTable(experiment(), request, 2, always).at(1);
        const Experiment alone = withSeed(varied(experiment(), "gain", 1.5), 2);
        const auto task = makeTask(alone);
        Trainer trainer(task, 1);
        const TrainingRun made = runTraining(trainer, *task, startOf(alone, *task), 7);
        QCOMPARE(run.updates, 7);
        QCOMPARE(run.measured->train->loss, made.report.measured.back().train->loss);
    }

    void itStopsWhenItIsAsked()
    {
        const TableRequest request{.key = "gain", .values = {}, .seeds = 5, .updates = {}};
        const auto runs = trainTable(experiment(), request, 1, [](int done) { return done < 2; });
        QCOMPARE(runs.size(), 2U);
    }

    void aBiasStartsWithItsValue()
    {
        const Experiment changed = varied(experiment(), "b", 3);
        QCOMPARE(startOf(changed, *makeTask(changed)).parameters.at(0).rows(), 4);
        QCOMPARE(changed.parameters.at("b"), Matrix(Matrix::Constant(4, 1, 3)));
    }

    void otherQuantities()
    {
        QCOMPARE(varied(experiment(), "rate", 0.5).training->optimiser.rate, 0.5);
        QVERIFY(!varied(experiment(), "clip", 0).clip);
        QCOMPARE(varied(experiment(), "clip", 2).clip, std::optional(2.0));
        QVERIFY(varied(experiment(), "rate", 0.5).training->examples == experiment().training->examples);
    }

    void whatDoesNotFitIsRefused()
    {
        QVERIFY(refusal(experiment(), {.key = "b_f", .values = {1}, .seeds = 1, .updates = {}})
                    .startsWith(QStringLiteral("b_f: there is no such bias")));
        QVERIFY(refusal(experiment(), {.key = "window", .values = {1.5}, .seeds = 1, .updates = {}})
                    .startsWith(QStringLiteral("window")));
        QVERIFY(refusal(experiment(), {.key = "rate", .values = {0}, .seeds = 1, .updates = {}})
                    .startsWith(QStringLiteral("rate")));
        Experiment endless = experiment();
        auto training = std::make_shared<Training>(*endless.training);
        training->stop.reset();
        endless.training = training;
        QVERIFY(refusal(endless, {}).startsWith(QStringLiteral("training.stop")));
    }
};

UNFOLD_GUILESS_TEST(TrainingTableTest)
#include "training_table_test.moc"
