// The facts about a gradient: each case, and over many settings each fact against the numbers.
#include "core/analysis/explain.h"
#include "tests/core/analysis/explain_settings.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace unfold;
using namespace unfold::test;

namespace {
Explanation explained(const Json &json, GradientOf of = GradientOf::AllSteps, const std::string &node = {})
{
    const Reading reading(json, of, node);
    return explain(reading.report, *reading.run.trace);
}

Explanation explained(const Setting &setting, GradientOf of = GradientOf::AllSteps, const std::string &node = {})
{
    return explained(experimentOf(setting), of, node);
}

Balance balanceOf(const Setting &setting)
{
    const Explanation e = explained(setting);
    return e.rate ? e.rate->balance : Balance::OneFactor;
}
} // namespace

class ExplainTest : public QObject
{
    Q_OBJECT

private slots:
    void whichFactorDecides()
    {
        QVERIFY(balanceOf({.gain = 0.5, .scale = 0.01}) == Balance::MatrixAlone);
        QVERIFY(balanceOf({.gain = 1.05, .scale = 2}) == Balance::SlopeOutweighs);
        QVERIFY(balanceOf({.gain = 0.8, .scale = 1}) == Balance::BothBelow);
        QVERIFY(balanceOf({.gain = 1, .scale = 2}) == Balance::SlopeAlone);
        QVERIFY(balanceOf({.gain = 1, .activation = "sigmoid"}) == Balance::SlopeAlone);
        QVERIFY(balanceOf({.gain = 1.5, .scale = 1e-5, .steps = 10}) == Balance::MatrixAlone);
        QVERIFY(balanceOf({.gain = 1.5, .scale = 0.01, .steps = 16}) == Balance::MatrixOutweighs);
        QVERIFY(balanceOf({.gain = 1, .scale = 0.001}) == Balance::BothClose);
        QVERIFY(balanceOf({.gain = 1.02, .activation = "relu", .scale = 1}) == Balance::SlopeOutweighs);
        QVERIFY(balanceOf({.gain = 0.9, .activation = "identity"}) == Balance::OneFactor);
    }

    /// A slope of 0.94 is no saturation; sigmoid's largest, ¼, is none either.
    void saturationIsASlopeBelowHalfOfTheLargest()
    {
        QVERIFY(!explained(Setting{.gain = 1.05, .scale = 0.3}).rate->saturated);
        QVERIFY(!explained(Setting{.gain = 1, .activation = "sigmoid"}).rate->saturated);
        const Explanation strong = explained(Setting{.gain = 1.05, .scale = 20});
        QVERIFY(strong.rate->saturated);
        QVERIFY(strong.rate->slope < 0.5);
    }

    void shareOfInactiveUnits()
    {
        const Explanation e = explained(Setting{.gain = 1.02, .activation = "relu", .scale = 1});
        QVERIFY(e.rate->inactive > 0 && e.rate->inactive < 1);
    }

    /// ρ = 0.9 < 1, and yet the norm rises: W is not normal.
    void aNonNormalMatrixGrowsFirst()
    {
        const Reading reading(nonNormalLoop());
        const Explanation e = explain(reading.report, *reading.run.trace);
        QVERIFY(e.growsFirst);
        QVERIFY(close(e.growsFirst->radius, 0.9, 1e-12));
        QVERIFY(e.growsFirst->sigmaMax > 1.4);
        QCOMPARE(e.growsFirst->end, 1);
        QVERIFY(close(e.growsFirst->atEnd / e.ends->atFrom, 2.85, 2e-3));
        QVERIFY(close(e.growsFirst->peak / e.ends->atFrom, 3.9, 5e-3));
        QVERIFY(
            close(e.growsFirst->peak, *reading.report.norm[static_cast<std::size_t>(e.growsFirst->peakStep - 1)], 0));
        QVERIFY(!explained(Setting{.gain = 0.9, .activation = "identity", .hidden = 1}).growsFirst);
    }

    void underflow()
    {
        const Reading reading(experimentOf({.gain = 0.01, .scale = 0.01, .steps = 200}));
        const Explanation e = explain(reading.report, *reading.run.trace);
        QVERIFY(e.rangeEnd && e.rangeEnd->kind == GradientRangeEnd::Kind::Underflow);
        QCOMPARE(e.rangeEnd->steps.first, 1);
        const auto last = static_cast<std::size_t>(e.rangeEnd->steps.last);
        QCOMPARE(*reading.report.norm[last - 1], 0.0);
        QVERIFY(*reading.report.norm[last] > 0);
        QVERIFY(close(e.rate->both, 0.01, 0.01)); // without the steps that have lost their digits
    }

    void whyItIsExactlyZero()
    {
        using Kind = GradientRangeEnd::Kind;
        const auto kindOf = [](const Explanation &e) { return e.rangeEnd ? e.rangeEnd->kind : Kind::Zero; };
        const Explanation zero = explained(Setting{.gain = 0});
        QVERIFY(kindOf(zero) == Kind::ZeroMatrix);
        QVERIFY(zero.rangeEnd->steps == (StepRange{1, 19}));
        QVERIFY(!zero.rate);
        QVERIFY(kindOf(explained(Setting{.gain = 1, .scale = 1e5})) == Kind::FlatUnits);
        Json dead = experimentOf({.gain = 1, .activation = "relu", .hidden = 4});
        dead["parameters"] = {{"b", {-100, -100, -100, -100}}};
        QVERIFY(kindOf(explained(dead)) == Kind::InactiveUnits);
    }

    void overflow()
    {
        const Explanation forward = explained(Setting{.gain = 10, .activation = "identity", .scale = 1, .steps = 500});
        QVERIFY(forward.what == GradientCase::ForwardNotFinite);
        QCOMPARE(forward.other, std::string("h"));
        QVERIFY(300 < forward.step && forward.step < 330);
        const Explanation backward = explained(Setting{.gain = 10, .activation = "identity", .scale = 0, .steps = 330});
        QVERIFY(backward.rangeEnd);
        QVERIFY(backward.rangeEnd->kind == GradientRangeEnd::Kind::Infinite
            || backward.rangeEnd->kind == GradientRangeEnd::Kind::NotANumber);
    }

    void nothingToExplain()
    {
        Json none = experimentOf({});
        none.erase("loss");
        QVERIFY(explained(none).what == GradientCase::NoLoss);
        Json cut = experimentOf({.hidden = 2});
        cut["parameters"] = {{"V", {{0, 0}, {0, 0}, {0, 0}}}};
        QVERIFY(explained(cut).what == GradientCase::NothingArrives);
        QVERIFY(explained(Setting{.circuit = "feed-forward"}).what == GradientCase::NoRecurrence);
        const Explanation output = explained(Setting{}, GradientOf::AllSteps, "o");
        QVERIFY(output.what == GradientCase::OffTheLoop);
        QCOMPARE(output.other, std::string("h"));
        const Json delayed
            = ownState({{"size", 2}, {"terms", {{{"parameter", "U"}, {"source", "x"}, {"delay", 2}}}}}, 5);
        QVERIFY(explained(delayed).what == GradientCase::DelaysWithoutLoop);
    }

    void nowhereToFlow()
    {
        QVERIFY(explained(Setting{.steps = 1}).what == GradientCase::NowhereToFlow);
        QVERIFY(explained(Setting{.at = "first"}).what == GradientCase::NowhereToFlow);
        const Explanation future = explained(Setting{.circuit = "bidirectional"}, GradientOf::AllSteps, "g");
        QVERIFY(future.what == GradientCase::NowhereToFlow);
        QCOMPARE(future.step, 20);
        QVERIFY(!future.toThePast);
        QVERIFY(!future.onlyState);
    }

    void theSumStaysAndItsLongRangePartFades()
    {
        const Setting setting{.gain = 0.5, .scale = 1, .at = "every"};
        const Reading reading(experimentOf(setting));
        const Explanation e = explain(reading.report, *reading.run.trace);
        QVERIFY(e.what == GradientCase::SeveralEntries);
        QVERIFY(e.severalLosses && e.longRangeFades);
        QCOMPARE(e.lastLoss->atTo, *reading.report.otherNorm.front());
        QVERIFY(e.rate && e.rate->both < 0.99);
        QVERIFY(explained(setting, GradientOf::LastStep).what == GradientCase::OneEntry);
        // the last step's loss alone has not faded either
        QVERIFY(!explained(Setting{.gain = 1, .scale = 0.01, .at = "every"}).longRangeFades);
    }

    /// Losses at the steps of the decoder: they reach the encoder through its last state alone, as one gradient.
    void lossesThatAreNotTakenAtItsStepsEnterOnce()
    {
        QFile file(QStringLiteral(UNFOLD_SOURCE_DIR "/resources/scenes/17-encoder-decoder.unfold"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Reading reading(Json::parse(file.readAll().toStdString()), GradientOf::AllSteps, "h");
        const Explanation e = explain(reading.report, *reading.run.trace);
        QVERIFY(reading.report.severalLosses);
        QVERIFY(e.what == GradientCase::OneEntry);
        QCOMPARE(e.ends->from, 4);
        QVERIFY(close(e.ends->atTo, e.ends->atFrom * std::pow(e.rate->both, 3), 1e-9));
    }

    void largerLoops()
    {
        for (const char *circuit : {"jordan", "lstm", "gru"}) {
            const Explanation e = explained(Setting{.gain = 0.9, .scale = 1, .circuit = circuit});
            QVERIFY(e.what == GradientCase::OneEntry);
            QVERIFY(e.rate && !e.rate->selfLoop && e.rate->both < 0.99);
            QCOMPARE(e.along.has_value(), std::string(circuit) != "jordan");
        }
        const Explanation every = explained(Setting{.gain = 0.9, .scale = 1, .at = "every", .circuit = "gru"});
        QVERIFY(every.what == GradientCase::SeveralEntries);
        QVERIFY(every.lastLoss && !every.rate);
    }

    void aLoopIntoTheFuture()
    {
        const Explanation e = explained(
            Setting{.gain = 0.5, .scale = 0.01, .at = "first", .circuit = "bidirectional"}, GradientOf::AllSteps, "g");
        QVERIFY(!e.toThePast);
        QVERIFY(close(e.rate->both, 0.5, 0.01));
        QCOMPARE(e.ends->to, 20);
    }

    void aLongerDelay()
    {
        const Explanation e = explained(ownState(
            {{"size", 2}, {"activation", "identity"},
                {"terms",
                    {{{"parameter", "A"}, {"source", "h"}, {"delay", 3}}, {{"parameter", "U"}, {"source", "x"}}}}},
            20));
        QCOMPARE(e.rate->delay, 3);
        QCOMPARE(e.matrix, std::string("A"));
    }

    void noMatrixOnTheLoop()
    {
        const Explanation e = explained(
            ownState({{"size", 2}, {"activation", "tanh"},
                         {"terms", {{{"source", "h"}, {"delay", 1}}, {{"parameter", "U"}, {"source", "x"}}}}},
                10));
        QVERIFY(e.matrix.empty());
        QVERIFY(e.rate->selfLoop && e.rate->balance == Balance::OneFactor);
    }

    void aLossThatEntersTwiceIsNoProduct()
    {
        Json json = ownState(
            {{"size", 2}, {"activation", "tanh"},
                {"terms",
                    {{{"parameter", "W"}, {"source", "h"}, {"delay", 1}}, {{"parameter", "U"}, {"source", "x"}}}}},
            10);
        json["circuit"]["nodes"].push_back({{"name", "o"}, {"role", "output"}, {"size", 2},
            {"terms", {{{"parameter", "V"}, {"source", "h"}}, {{"parameter", "V"}, {"source", "h"}, {"delay", 4}}}}});
        json["loss"]["source"] = "o";
        const Explanation e = explained(json);
        QVERIFY(e.what == GradientCase::SeveralEntries);
        QVERIFY(!e.severalLosses);
    }

    void aFactorIsThatOfItsSteps()
    {
        for (const double gain : {0.3, 0.8, 1.05, 1.6}) {
            const Reading reading(experimentOf({.gain = gain}));
            const Explanation e = explain(reading.report, *reading.run.trace);
            const double whole = *reading.report.norm.front() / *reading.report.norm.back();
            QVERIFY(close(std::pow(e.rate->both, 19), whole, 1e-9));
            QVERIFY(close(e.rate->matrix * e.rate->slope, e.rate->both, 1e-12));
        }
    }
};

UNFOLD_GUILESS_TEST(ExplainTest)
#include "explain_test.moc"
