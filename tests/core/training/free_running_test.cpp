// What a network says by itself: a text goes on, a series is forecast.
#include "core/circuit/input_error.h"
#include "core/training/free_running.h"
#include "tests/core/training/small_trainings.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace unfold;

namespace {

Experiment trainedOn(const nlohmann::json &data, const std::string &loss, int updates, const char *circuit = "elman")
{
    const nlohmann::json experiment{{"format", "unfold-experiment"}, {"version", 1},
        {"circuit", {{"name", circuit}, {"sizes", {{"h", 12}}}}}, {"loss", {{"kind", loss}}}, {"data", data},
        {"clip", 1},
        {"training", {{"optimiser", {{"kind", "adam"}, {"rate", 0.02}}}, {"updates", updates}, {"reduction", "mean"}}}};
    const Experiment read = test::read(experiment);
    return withState(read, *makeTask(read), test::trained(read).state);
}

std::string refusal(const Experiment &experiment, const Sampling &sampling)
{
    try {
        runFreely(experiment, sampling);
    } catch (const InputError &error) {
        return error.what();
    }
    return {};
}

} // namespace

class FreeRunningTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextGoesOn()
    {
        for (const char *circuit : {"elman", "lstm", "gru", "deep", "leaky", "jordan"}) {
            const Experiment trained
                = trainedOn({{"kind", "text"}, {"text", "hello world"}}, "cross-entropy", 300, circuit);
            QCOMPARE(runFreely(trained, {"h", std::nullopt, 0, 1}), std::string("ello world\n"));
            QCOMPARE(runFreely(trained, {"hello", 3, 0, 1}), std::string(" wo\n"));
        }
    }

    void wordsAreJoinedByBlanks()
    {
        const Experiment trained
            = trainedOn({{"kind", "text"}, {"text", "to be or not to stay"}, {"unit", "words"}}, "cross-entropy", 300);
        QCOMPARE(runFreely(trained, {"to be", 3, 0, 1}), std::string("or not to\n"));
    }

    void temperatureDrawsAndTheSeedRepeats()
    {
        const Experiment trained = trainedOn({{"kind", "text"}, {"text", "hello world"}}, "cross-entropy", 5);
        const std::string first = runFreely(trained, {"h", 60, 1, 1});
        QCOMPARE(runFreely(trained, {"h", 60, 1, 1}), first);
        QVERIFY(runFreely(trained, {"h", 60, 1, 2}) != first);
        QVERIFY(runFreely(trained, {"h", 60, 0, 2}) == runFreely(trained, {"h", 60, 0, 1}));
        QVERIFY(runFreely(trained, {"h", 60, 1e-6, 2}) == runFreely(trained, {"h", 60, 0, 1})); // almost no temperature
    }

    void aSeriesIsForecastInItsUnits()
    {
        std::vector<double> values;
        for (int i = 0; i < 60; ++i)
            values.push_back(500 + 100 * std::sin(i / 2.0));
        const Experiment trained
            = trainedOn({{"kind", "series"}, {"values", values}, {"standardised", true}}, "squared-error", 500);
        std::istringstream lines(runFreely(trained, {std::nullopt, 12, 1, 1}));
        for (int i = 60; i < 72; ++i) {
            double value = 0;
            QVERIFY(static_cast<bool>(lines >> value));
            QVERIFY2(std::abs(value - (500 + 100 * std::sin(i / 2.0))) < 15, QByteArray::number(value));
        }
    }

    /// ln(v(t+1)/v(t)) is 0.1 at every step; V = 0 and c = 0 say "the mean growth", whatever was read.
    void growthIsWrittenAsValues()
    {
        nlohmann::json values;
        for (int i = 0; i < 20; ++i)
            values.push_back(100 * std::exp(0.1 * i + (i % 2 == 0 ? 0.01 : -0.01)));
        const nlohmann::json experiment{{"format", "unfold-experiment"}, {"version", 1},
            {"circuit", {{"name", "feed-forward"}, {"sizes", {{"x", 1}, {"h", 1}, {"o", 1}}}}},
            {"loss", {{"kind", "squared-error"}}}, {"data", {{"kind", "series"}, {"values", values}}},
            {"parameters", {{"V", {{0}}}}},
            {"training",
                {{"task", {{"kind", "series"}, {"transform", "log-growth"}, {"held_out", 4}}},
                    {"optimiser", {{"kind", "sgd"}, {"rate", 1}}}, {"updates", 0}}}};
        const Experiment read = test::read(experiment);
        double mean = 0; // of the growth that training sees: 15 of 19 values
        for (int i = 1; i < 16; ++i)
            mean += std::log(values[size_t(i)].get<double>() / values[size_t(i - 1)].get<double>()) / 15;
        std::istringstream lines(runFreely(read, {std::nullopt, 3, 1, 1}));
        double level = values.back();
        for (int i = 0; i < 3; ++i) {
            double value = 0;
            QVERIFY(static_cast<bool>(lines >> value));
            level *= std::exp(mean);
            QVERIFY2(std::abs(value / level - 1) < 1e-12, QByteArray::number(value));
        }
    }

    /// A network that says what it reads, three steps ahead: the last three values come again.
    void aHorizonIsKept()
    {
        const nlohmann::json experiment{{"format", "unfold-experiment"}, {"version", 1},
            {"circuit",
                {{"name", "feed-forward"}, {"activation", "identity"}, {"sizes", {{"x", 1}, {"h", 1}, {"o", 1}}}}},
            {"loss", {{"kind", "squared-error"}}},
            {"data", {{"kind", "series"}, {"values", {1, 2, 3, 4, 5, 6, 70, 80}}}},
            {"parameters", {{"U", {{1}}}, {"V", {{1}}}}},
            {"training",
                {{"task", {{"kind", "series"}, {"horizon", 3}, {"held_out", 2}}},
                    {"optimiser", {{"kind", "sgd"}, {"rate", 1}}}, {"updates", 0}}}};
        std::istringstream lines(runFreely(test::read(experiment), {std::nullopt, 5, 1, 1}));
        for (const double expected : {6.0, 70.0, 80.0, 6.0, 70.0}) {
            double value = 0;
            QVERIFY(static_cast<bool>(lines >> value));
            QVERIFY2(std::abs(value - expected) < 1e-9, QByteArray::number(value));
        }
    }

    void refused()
    {
        const Experiment text = trainedOn({{"kind", "text"}, {"text", "hello"}}, "cross-entropy", 1);
        QCOMPARE(refusal(text, {"hex", 3, 0, 1}),
            std::string("--prompt: the network does not know \"x\"; expected some of h e l o"));
        QCOMPARE(refusal(text, {"", 3, 0, 1}),
            std::string("--prompt: there is nothing in it; expected at least one symbol to begin with"));
        Experiment none = text;
        none.data = {};
        QVERIFY(refusal(none, {}).starts_with("data: there is no text"));
        Experiment both = text;
        std::get<NamedCircuit>(both.circuit).name = "bidirectional";
        both.parameters.clear();
        QVERIFY(refusal(both, {}).starts_with("circuit: \"g\" reads the future"));
        Experiment once = text;
        std::get<NamedCircuit>(once.circuit).spans["x"] = {Span::Kind::First, 1};
        QVERIFY(refusal(once, {}).starts_with("circuit: \"x\" exists at some steps only"));
    }
};

UNFOLD_APPLESS_TEST(FreeRunningTest)
#include "free_running_test.moc"
