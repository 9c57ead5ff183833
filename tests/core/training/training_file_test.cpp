// "training" in an experiment file: read, written, read again; and every fault with its place, what is wrong and what
// to do.
#include "core/circuit/input_error.h"
#include "core/experiment/edit.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;
using nlohmann::json;

namespace {

json plain()
{
    return json::parse(R"({"format": "unfold-experiment", "version": 1, "title": "two",
        "circuit": {"name": "elman", "sizes": {"x": 2, "h": 2, "o": 3}},
        "loss": {"kind": "cross-entropy"},
        "training": {
            "examples": [{"sequence": {"x": [[1, 0], [0, 1]]}, "targets": [1, 2]}, {"sequence": {"x": [[0, 1]]}, "targets": [0]}],
            "optimiser": {"kind": "sgd", "rate": 0.1}, "updates": 3}})");
}

std::string refusal(const json &experiment)
{
    try {
        readExperiment(experiment.dump());
    } catch (const InputError &error) {
        return error.what();
    }
    return {};
}

json with(const char *pointer, const json &value)
{
    json experiment = plain();
    experiment[json::json_pointer(pointer)] = value;
    return experiment;
}

} // namespace

class TrainingFileTest : public QObject
{
    Q_OBJECT

private slots:
    void defaults()
    {
        const Experiment read = test::read(plain());
        const Training &training = *read.training;
        QCOMPARE(training.batch, 1);
        QCOMPARE(training.order, ExampleOrder::Shuffled);
        QCOMPARE(training.seed, std::uint64_t{1});
        QCOMPARE(training.reduction, Reduction::Sum);
        QVERIFY(!training.carry && training.frozen.empty() && !training.clipValue && !training.stop && !training.state);
        QCOMPARE(training.examples.size(), std::size_t{2});
    }

    void theFirstExampleIsShown()
    {
        const Experiment read = test::read(plain());
        QCOMPARE(read.loss->classes, (std::vector<int>{1, 2}));
        QCOMPARE(read.sequence.at("x"), (Matrix(2, 2) << 1, 0, 0, 1).finished());
        json own = plain();
        own["sequence"] = {{"x", {{0.5, 0.5}}}};
        own["loss"]["targets"] = {2};
        QCOMPARE(test::read(own).loss->classes, std::vector<int>{2});
    }

    /// What the first example has of its own is not that of the others.
    void showingAnExampleChangesNoOther()
    {
        json experiment = plain();
        json &examples = experiment["training"]["examples"];
        examples[0]["at"] = {2};
        examples[0]["targets"] = {1};
        examples[0]["initial"] = {{"h", {0.5, -0.5}}};
        const Experiment read = test::read(experiment);
        QCOMPARE(read.loss->classes, std::vector<int>{1});
        QCOMPARE(read.initial.at("h")[0], 0.5);
        const auto task = makeTask(read);
        QCOMPARE(task->train[0].counted.size(), std::size_t{1});
        QCOMPARE(task->train[0].counted[0].step, 2);
        QCOMPARE(task->train[1].counted.size(), std::size_t{1});
        QVERIFY(task->train[1].initial[1].isZero(0));
        const Experiment again = readExperiment(writeExperiment(read)).experiment;
        QVERIFY(again == read);
        QVERIFY(makeTask(again)->train[1].initial[1].isZero(0));
    }

    void everythingIsWrittenAndReadAgain()
    {
        json experiment = plain();
        experiment["clip"] = 0.5;
        json &training = experiment["training"];
        training["test"] = {training["examples"][1]};
        training["validation"] = {training["examples"][0]};
        training["optimiser"] = {{"kind", "adam"}, {"rate", 1e-3}, {"beta1", 0.8}, {"beta2", 0.99}, {"epsilon", 1e-6}};
        training["batch"] = 2;
        training["order"] = "given";
        training["seed"] = 18446744073709551615U;
        training["reduction"] = "mean";
        training["carry"] = true;
        training["frozen"] = {"W", "b"};
        training["clip_value"] = 0.25;
        training["measure_every"] = 2;
        training["stop"] = {{"quantity", "validation_accuracy"}, {"reaches", 0.9}, {"patience", 4}};
        training["examples"][1]["steps"] = 1;
        training["examples"][1]["at"] = {{"last", 1}};
        const Experiment read = test::read(experiment);
        QCOMPARE(read.training->optimiser.beta1, 0.8);
        QCOMPARE(nameOf(*read.training->stop), std::string("validation_accuracy"));
        QVERIFY(readExperiment(writeExperiment(read)).experiment == read);
        const Experiment trained = test::savedAndRead(read, test::trained(read).state);
        QVERIFY(trained.training->state && trained.training->state->best);
        QVERIFY(readExperiment(writeExperiment(trained)).experiment == trained);
    }

    /// What the window changes leaves a file that can be read.
    void editsKeepWhatStillFits()
    {
        const Experiment read = test::read(plain());
        const Experiment trained = withState(read, *makeTask(read), test::trained(read).state);
        QVERIFY(withSteps(trained, 1).training->state);
        const Experiment wider = withHiddenSize(trained, 5);
        QVERIFY(wider.training && !wider.training->state);
        QVERIFY(!withInitialisation(trained, {}).training->state);
        QVERIFY(!withData(trained, {TextSource{"to be or not"}, 1}).training); // its examples are of other sizes
        for (const Experiment &changed : {withSteps(trained, 1), wider, withCircuit(trained, "lstm")})
            QVERIFY(readExperiment(writeExperiment(changed)).experiment == changed);
    }

    void listedSteps()
    {
        json experiment = json::parse(R"({"format": "unfold-experiment", "version": 1,
            "circuit": {"name": "elman", "sizes": {"x": 1, "h": 2, "o": 3}}, "sequence": {"x": [[1], [2], [3], [4]]},
            "loss": {"kind": "cross-entropy", "at": [2, 4], "targets": [0, 2]}})");
        const Experiment read = test::read(experiment);
        QVERIFY(readExperiment(writeExperiment(read)).experiment == read);
        const auto refusedAt = [&](const json &at) {
            experiment["loss"]["at"] = at;
            return refusal(experiment);
        };
        QCOMPARE(refusedAt({2, 5}), std::string("loss.at[1]: there is no step 5; expected a step from 1 to 4"));
        QCOMPARE(refusedAt({3, 3}),
            std::string("loss.at[1]: step 3 comes after step 3; expected rising steps, each of them once"));
        QCOMPARE(refusedAt({1, 2, 3}),
            std::string("loss.targets: there are 2 targets; expected 3 targets, one for each listed step"));
        QVERIFY(refusedAt(json::array()).starts_with("loss.targets: there are 2 targets"));
    }

    void anEncoderReadsAsManyStepsAsThereAreRows()
    {
        const Experiment read = test::read(json::parse(R"({"format": "unfold-experiment", "version": 1,
            "circuit": {"name": "lstm-encoder-decoder", "sizes": {"x": 2, "h": 2, "o": 3}}, "loss": {"kind": "cross-entropy"},
            "training": {"optimiser": {"kind": "sgd", "rate": 0.1}, "batch": 2, "order": "given", "examples": [
                {"sequence": {"x": [[1, 0], [0, 1]], "y": [[0, 0, 0], [1, 0, 0]]}, "targets": [0, 1]},
                {"sequence": {"x": [[1, 0], [0, 1], [1, 1]], "y": [[0, 0, 0]]}, "targets": [2]}]}})"));
        const auto task = makeTask(read);
        QCOMPARE(task->train[0].encoderSteps, 2);
        QCOMPARE(task->train[1].encoderSteps, 3);
        QCOMPARE(task->train[1].counted[0].step, 4);
        QCOMPARE(test::after(read, 4).update, std::int64_t{4});
        QVERIFY(readExperiment(writeExperiment(read)).experiment == read);
    }

    void withoutExamplesTheSequenceIsTheExample()
    {
        json experiment = plain();
        experiment["training"].erase("examples");
        experiment["sequence"] = {{"x", {{1, 0}, {0, 1}}}};
        QVERIFY(refusal(experiment).starts_with("loss.targets: the key is missing"));
        experiment["loss"]["targets"] = {0, 1};
        QCOMPARE(makeTask(test::read(experiment))->train[0].counted.size(), std::size_t{2});
    }

    void dataMakesTheExample()
    {
        json experiment = plain();
        experiment["training"].erase("examples");
        experiment["circuit"]["sizes"]["x"] = 3;
        experiment["data"] = {{"kind", "text"}, {"text", "banana"}};
        const Experiment whole = test::read(experiment);
        QCOMPARE(whole.loss->classes, (std::vector<int>{1, 2, 1, 2, 1}));
        experiment["steps"] = 3;
        QCOMPARE(test::read(experiment).loss->classes, (std::vector<int>{1, 2, 1}));
        experiment["loss"]["at"] = "last";
        QCOMPARE(test::read(experiment).loss->classes, std::vector<int>{1});
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *pointer, const char *value, const char *message) {
            QTest::newRow(message) << pointer << value << QString::fromUtf8(message);
        };
        row("/training/optimiser/rate", "0",
            "training.optimiser.rate: the value is 0; expected a learning rate above 0");
        row("/training/optimiser/rate", "-0.5",
            "training.optimiser.rate: the value is -0.5; expected a learning rate above 0");
        row("/training/optimiser/kind", "\"adamw\"",
            "training.optimiser.kind: there is no optimiser called \"adamw\"; expected sgd, momentum, adagrad, rmsprop "
            "or adam");
        row("/training/optimiser/beta2", "1",
            "training.optimiser.beta2: the value is 1; expected a number from 0 to below 1");
        row("/training/optimiser", "{\"kind\": \"sgd\"}",
            "training.optimiser.rate: the key is missing; expected a value for it");
        row("/training/batch", "0", "training.batch: the value is 0; expected a whole number from 1");
        row("/training/examples", "[]",
            "training.examples: there are no examples; expected at least one, or no such key: then the sequence is the "
            "example");
        row("/training/examples/1/targets", "[3]",
            "training.examples[1].targets[0]: there is no class 3; expected a class from 0 to 2, as \"o\" has 3 "
            "entries");
        row("/training/examples/0/targets", "[1]",
            "training.examples[0].targets: there are 1 target; expected 2 targets, one for each step of its span "
            "(steps "
            "1 to 2 "
            "of 2, as sequence.x says)");
        row("/training/examples/0/sequence/x/1", "[0]",
            "training.examples[0].sequence.x[1]: the value is a list of 1 entry; expected a list of 2 numbers");
        row("/training/examples/1/at", "[]",
            "training.examples[1].targets: there are targets, but the list \"at\" has no step; expected no targets, or "
            "as many steps");
        row("/training/frozen", "[\"W\", \"Q\"]", "training.frozen[1]: ");
        row("/training/frozen", "[\"W\", \"U\", \"b\", \"V\", \"c\"]",
            "training.frozen: every parameter is frozen; expected at least one that learns");
        row("/training/carry", "true",
            "training.carry: the state is carried on, but the examples are shuffled; expected \"order\": \"given\" "
            "beside it, or "
            "no carried state");
        row("/training/order", "\"random\"",
            "training.order: there is no order called \"random\"; expected given or shuffled");
        row("/training/reduction", "\"max\"",
            "training.reduction: there is no reduction called \"max\"; expected sum or mean");
        row("/training/clip_value", "0",
            "training.clip_value: the value is 0; expected what every entry of the gradient is cut to, a number above "
            "0");
        row("/training/stop", "{\"quantity\": \"loss\"}",
            "training.stop.quantity: there is no quantity called \"loss\"");
        row("/training/stop", "{\"quantity\": \"train_loss\"}", "training.stop: nothing says when to stop");
        row("/training/stop", "{\"quantity\": \"test_loss\", \"patience\": 2}",
            "training.stop.quantity: there is no test_loss without examples to measure it on");
        row("/training/task", "{\"kind\": \"adding\"}", "training.examples: the task makes this list");
        row("/training/state", "{\"carried\": {\"h\": [[1]]}}",
            "training.state.carried.h[0]: the value is a list of 1 entry; expected a list of 2 numbers");
        row("/training/state", "{\"update\": -1}", "training.state.update: ");
        row("/loss", "null", "loss");
    }
    void mistakes()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, message);
        const std::string said = refusal(with(pointer.toUtf8().constData(), json::parse(value.toStdString())));
        QVERIFY2(QString::fromStdString(said).startsWith(message), said.c_str());
    }

    void streamsMustBeFull()
    {
        json experiment = plain();
        json &training = experiment["training"];
        training["carry"] = true;
        training["order"] = "given";
        training["batch"] = 2;
        QCOMPARE(refusal(experiment), std::string());
        training["examples"].push_back(training["examples"][0]);
        QCOMPARE(refusal(experiment),
            std::string(
                "training.carry: 3 examples cannot be read as 2 streams side by side; expected a number of examples "
                "that is a multiple of the batch"));
    }

    void squaredErrorHasNoAccuracy()
    {
        json experiment = json::parse(R"({"format": "unfold-experiment", "version": 1,
            "circuit": {"name": "elman", "sizes": {"x": 1, "h": 2, "o": 1}}, "loss": {"kind": "squared-error"},
            "training": {"optimiser": {"kind": "sgd", "rate": 0.1}, "updates": 2,
                "stop": {"quantity": "train_accuracy", "reaches": 1},
                "examples": [{"sequence": {"x": [[1], [2]]}, "targets": [[1], [2]]}]}})");
        QVERIFY(refusal(experiment).starts_with("training.stop.quantity: there is no accuracy with squared error"));
        experiment["training"].erase("stop");
        const TrainingRun run = test::trained(test::read(experiment));
        QVERIFY(!run.report.measured.back().train->accuracy);
        QVERIFY(json::parse(writeTrainingReport(run.report))["measured"][0]["train"]["accuracy"].is_null());
    }

    void howManyUpdatesMustBeSaid()
    {
        json experiment = plain();
        experiment["training"].erase("updates");
        QVERIFY_THROWS_EXCEPTION(InputError, test::trained(test::read(experiment)));
        QCOMPARE(test::trained(test::read(experiment), 2).report.loss.size(), std::size_t{2});
    }
};

UNFOLD_APPLESS_TEST(TrainingFileTest)
#include "training_file_test.moc"
